import type { characterMap as Read } from '../../core/files/pdf/cmaps.ts';

/** Tables of the Chinese encodings, each loaded with the first file that needs it. Other scripts are not packed. */
const TABLES = import.meta.glob<string>('../../node_modules/pdfjs-dist/cmaps/*GB*.bcmap', {
  query: '?url&inline',
  import: 'default',
});

/** Takes the place of the module that reads the tables from a disk in what is shipped (wxt.config.ts). */
export const characterMap: typeof Read = async (name) => {
  const load = TABLES[`../../node_modules/pdfjs-dist/cmaps/${name}`];
  if (load === undefined) throw new Error(`no table of this name: ${name}`);
  const letters = atob((await load()).replace(/^.*,/, ''));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
};
