import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const NAME = 'virtual:verifier';
const FOLDER = fileURLToPath(new URL('../extension/verifier/', import.meta.url));

/** The script of the page and all that it imports, in one piece. */
async function script(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2020',
      lib: { entry: `${FOLDER}page.ts`, formats: ['iife'], name: 'verifier' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error('the verifier was not built');
  return chunk.code.replaceAll('</script', '<\\/script').trim();
}

/** The page as one file: nothing but its own script may run in it, and nothing may be loaded. */
export async function verifierPage(): Promise<string> {
  const code = await script();
  const hash = createHash('sha256').update(code).digest('base64');
  const style = readFileSync(`${FOLDER}page.css`, 'utf8').trim();
  const policy = `default-src 'none'; script-src 'sha256-${hash}'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`;
  return readFileSync(`${FOLDER}page.html`, 'utf8')
    .replace('content="policy"', () => `content="${policy}"`)
    .replace(/<style>.*<\/style>/s, () => `<style>${style}</style>`)
    .replace(/<script>.*<\/script>/s, () => `<script>${code}</script>`);
}

/** `virtual:verifier`: the text of the page that goes into every bundle. Where it cannot be built, the build fails. */
export function verifier(): Plugin {
  let page: Promise<string> | undefined;
  return {
    name: 'verifier',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    async load(id) {
      if (id !== `\0${NAME}`) return undefined;
      page ??= verifierPage();
      return `export default ${JSON.stringify(await page)};`;
    },
  };
}
