const MEGABYTE = 1_000_000;

/** Every bound on a file, so that none can fill memory or time. Sizes in bytes, lengths in characters, else counts. */
export const LIMITS = {
  /** Any file. */
  file: { size: 100 * MEGABYTE },
  /** A zip archive, unzipped. Its ratio is unzipped to zipped, for entries of more than `ratioFrom` bytes. */
  archive: {
    entries: 10_000,
    entrySize: 128 * 1024 * 1024,
    totalSize: 256 * 1024 * 1024,
    ratio: 400,
    ratioFrom: 4 * 1024 * 1024,
  },
  /** Nesting (Word itself stays far below, and walking by recursion stays safe); elements and texts held at one time. */
  xml: { depth: 512, nodes: 2_000_000 },
  /** Columns of a table (Word itself allows 63); automatic numbers, so that counting and Roman numerals stay small. */
  docx: { columns: 64, number: 100_000 },
  /** A saved page, and how its frames nest (no OA nests deeper); characters of style sheets, which only tell what is hidden. */
  html: { length: 20_000_000, depth: 1000, frames: 60, frameDepth: 6, style: 1_000_000 },
  txt: { size: 10 * MEGABYTE, lines: 50_000, line: 50_000 },
  /** A table as text; no form has more rows than `formRows`, so boxes are looked for in these alone. */
  csv: { size: 10 * MEGABYTE, rows: 20_000, columns: 200, cells: 500_000, cell: 32_767, formRows: 500 },
} as const;
