import type { Plugin } from 'vite';

/** What we call of the browser's extension interface, as far as the polyfill knows it; a page is to carry no more. */
const USED: Readonly<Record<string, readonly string[]>> = {
  management: ['getSelf'],
  permissions: ['contains', 'getAll', 'remove', 'request'],
  runtime: ['openOptionsPage', 'sendMessage'],
  storage: ['local', 'managed'],
  tabs: ['create', 'get', 'query', 'sendMessage', 'update'],
  windows: ['create', 'get', 'getLastFocused', 'update'],
};

const BEFORE = 'const apiMetadata = ';
const BEHIND = '\n      };';

/** Takes out of the polyfill what it knows of the interface that nobody here calls: that is as the browser has it. */
export function polyfillOfUse(): Plugin {
  return {
    name: 'polyfill-of-use',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]node_modules[\\/]webextension-polyfill[\\/]dist[\\/]/.test(id)) return undefined;
      const start = code.indexOf(BEFORE) + BEFORE.length;
      const end = code.indexOf(BEHIND, start) + BEHIND.length - 1;
      const known: Record<string, Record<string, unknown>> = JSON.parse(code.slice(start, end));
      const used = Object.entries(USED).map(([part, names]) => [
        part,
        Object.fromEntries(names.map((name) => [name, known[part]?.[name]])),
      ]);
      return {
        code: `${code.slice(0, start)}${JSON.stringify(Object.fromEntries(used))}${code.slice(end)}`,
        map: null,
      };
    },
  };
}
