const MEGABYTE = 1_000_000;

/** Of any file. By itself, because a page is given this bound and no other. */
export const ANY_FILE = { size: 100 * MEGABYTE } as const;

/** Every bound on a file, so that none can fill memory or time. Sizes in bytes, lengths in characters, else counts. */
export const LIMITS = {
  /** Any file. */
  file: ANY_FILE,
  /**
   * Reading and checking one file, watched from outside while it goes on (core/cli/check/pool.ts): milliseconds of the processor,
   * several times what the slowest file within the other bounds needs on a slow computer; milliseconds by the clock, which
   * count when it waits for something that never comes, and are many since a computer may be busy; megabytes of the heap; and
   * bytes, unpacked, of a file so small that it needs no watching; milliseconds by the clock in a browser, where a person waits, and sees how far it is in `table`.
   */
  reading: { processor: 30_000, clock: 600_000, memory: 512, small: 500_000, browser: 60_000, table: 300_000 },
  /** A zip archive, unzipped. Its ratio is unzipped to zipped, for entries of more than `ratioFrom` bytes. */
  archive: {
    entries: 10_000,
    entrySize: 128 * 1024 * 1024,
    totalSize: 256 * 1024 * 1024,
    ratio: 400,
    ratioFrom: 4 * 1024 * 1024,
  },
  /** Entries right under the root of a compound file. */
  compound: { entries: 20_000 },
  /** Files in an archive that are read each by itself. */
  members: { most: 1_000 },
  /** Nesting: Word itself stays far below, and walking by recursion stays safe. */
  xml: { depth: 512 },
  /**
   * Columns of a table (Word itself allows 63); automatic numbers, so that counting and Roman numerals stay small; characters
   * of one such number as it is described and as it is written (Word itself allows 255).
   */
  docx: { columns: 64, number: 100_000, marker: 255 },
  /**
   * A saved page with its frames, and how they nest (no OA nests deeper); characters of its style sheets, and rules of them
   * that tell what is seen.
   */
  html: { length: 20_000_000, depth: 1000, frameDepth: 6, style: 4_000_000, rules: 3_000 },
  /** A page in one file: its parts, and how they nest. */
  mhtml: { size: 60 * MEGABYTE, parts: 2_000, depth: 8 },
  txt: { size: 10 * MEGABYTE, lines: 50_000, line: 50_000 },
  /** A table as text. */
  csv: { size: 10 * MEGABYTE, rows: 20_000, columns: 200, cells: 500_000, cell: 32_767 },
  /**
   * Sheets of a workbook. Rows and columns are those of one sheet that hold something, cells those of a table drawn as a
   * rectangle; no form has more rows than `formRows`, so boxes are looked for in these alone.
   */
  sheets: { sheets: 200, rows: 20_000, columns: 200, cells: 500_000, cell: 32_767, formRows: 500, spans: 50_000 },
  /** A table of which every row is one thing, that is imported: a catalogue of all standards has a hundred thousand rows. */
  table: { rows: 200_000, cells: 4_000_000 },
  /** Lines drawn on a page that are looked at: with more it is a drawing and no table. */
  layout: { rules: 20_000 },
  /** OFD: documents in one file that are read; how drawings nest in one another. */
  ofd: { bodies: 20, depth: 8 },
  /**
   * Bytes of a page up to which no picture of a whole page is looked for: a scan has more; bytes of all packed streams,
   * unpacked, and of one that is not counted in a file that is large enough to be watched, and in any other.
   */
  pdf: { lightPage: 20_000, unpacked: 128 * 1024 * 1024, smallStream: 64 * 1024, tinyStream: 2_000 },
} as const;

/**
 * What one file may hold in all, counted up while it is read (budget.ts): beyond it the reading ends with `file-too-much`.
 * `word` is what stands behind the number in its sentence; `inTable` goes for a table that is imported row by row.
 */
export const BUDGETS = {
  /** Elements and texts of a Word file that are held at one time: a table stands in memory as a whole. */
  held: { most: 600_000, word: '个元素连在一起' },
  /** Elements and texts of a Word file. */
  nodes: { most: 3_000_000, inTable: 20_000_000, word: '个元素' },
  paragraphs: { most: 80_000, word: '个段落' },
  cells: { most: 60_000, word: '个表格单元格' },
  /** Of a workbook: those with something in them. */
  sheetCells: { most: 500_000, inTable: 4_000_000, word: '个有内容的单元格' },
  /** Strings that a workbook keeps for all its cells. */
  strings: { most: 500_000, inTable: 2_000_000, word: '段共用的文字' },
  characters: { most: 4_000_000, inTable: 60_000_000, word: '个字' },
  /** Of a saved page with its frames. Each element costs some kilobytes of memory. */
  tags: { most: 80_000, word: '个网页元素' },
  attributes: { most: 400_000, word: '个网页属性' },
  /** Of one element: who builds the tree compares each with all before it. */
  attributesOfOne: { most: 500, word: '个属性写在同一个元素上' },
  /** Of a PDF, and pieces of text that stand on them. */
  pages: { most: 1_000, word: '页' },
  runs: { most: 1_500_000, word: '段文字' },
  /** Every frame is a window of its own, whether it can be filled or not. */
  frames: { most: 100, word: '个嵌入页面' },
} as const;
