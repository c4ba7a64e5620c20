import type { Plugin } from 'vite';

/**
 * What is taken out of the library for PDF: its ways to fetch files and to compile, which nothing uses that only reads text,
 * and addresses that it never opens. The library's own functions named fetch look up objects inside a file; they get another name.
 */
const WAYS: readonly (readonly [way: RegExp, standIn: string])[] = [
  [/(?<=\b(?:await|return) )fetch(?=\()/g, 'refused'],
  [/\b(?:XMLHttpRequest|WebAssembly)\b/g, 'Refused'],
  [/\bFunction\("return this"\)\(\)/g, 'globalThis'],
  // Loaded inside a worker of ours, it would listen to the messages of that one.
  [/(?<![.\w$])this\.initializeFromPort\(self\)/g, 'undefined'],
  // Nothing is painted: without this, a package of 33 MB is loaded where it is installed.
  [/(?<![.\w$])\w+\("@napi-rs\/canvas"\)/g, '({})'],
  [/http:\/\/example\.com|https:\/\/foo\.bar/g, 'http://localhost'],
  [/https:\/\/github\.com\/zloirock\/[^"'`\s]*|http:\/\/www\.apache\.org\/[^"'`\s]*/g, ''],
];
const WORKER_WAYS: typeof WAYS = [[/(?<![\w$])fetch(?=\()/g, 'fetchObject']];
const DISPLAY_WAYS: typeof WAYS = [[/(?<=\basync )fetch(?=\()/g, 'fetchData']];

const STAND_INS =
  'class Refused { constructor() { throw new Error("refused"); } }\nconst refused = () => { throw new Error("refused"); };\n';

/** Takes out of the library what no part of the extension may do (shipped.ts). */
export function pdfjsWithoutWays(): Plugin {
  return {
    name: 'pdfjs-without-ways',
    transform(code, id) {
      const file = /[\\/]node_modules[\\/]pdfjs-dist[\\/].*[\\/](pdf(?:\.worker)?)\.min\.mjs(?:\?|$)/.exec(id)?.[1];
      if (file === undefined) return undefined;
      const ways = [...WAYS, ...(file === 'pdf' ? DISPLAY_WAYS : WORKER_WAYS)];
      const left = ways.reduce((text, [way, standIn]) => text.replace(way, standIn), code);
      return { code: `${STAND_INS}${left}`, map: null };
    },
  };
}
