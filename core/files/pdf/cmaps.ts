import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * A table of a Chinese encoding, for fonts that a file names and does not bring. Its name comes from the file.
 * In the browser another module takes the place of this one, with the tables packed in (wxt.config.ts).
 */
export async function characterMap(name: string): Promise<Uint8Array> {
  if (!/^[\w-]+\.bcmap$/.test(name)) throw new Error(`no table of this name: ${name}`);
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return Uint8Array.from(readFileSync(join(folder, 'cmaps', name)));
}
