import { build } from 'vite';
import { verifier } from '../../.ci/verifier.ts';

/**
 * A module with everything that it imports as one script, to be evaluated inside a page. Its exports are then in the
 * global `bench`.
 */
export async function bundleForPage(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [verifier()],
    build: {
      write: false,
      minify: false,
      // A picture is drawn by the browser itself: what Node would need for it is never asked for.
      rollupOptions: { external: ['@napi-rs/canvas'] },
      lib: { entry, formats: ['iife'], name: 'bench' },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk === undefined) throw new Error(`no bundle of ${entry}`);
  return `${chunk.code}\nglobalThis.bench = bench;`;
}
