import type { Block } from '../../base/block.ts';
import type { DocumentModel } from '../../document/model.ts';
import { plainLabel, type WantedBox, wordsOf } from './boxes.ts';
import { oncePerDocument } from './once.ts';

/** A table in sight: the titles of its columns, and the rows below them. */
export interface Table {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  block: Block;
}

/** Every table in sight, those of a form too. */
export const tablesOf = oncePerDocument(({ blocks }: DocumentModel): readonly Table[] =>
  blocks.flatMap((block) => {
    const [header, ...rows] = block.hidden ? [] : (block.rows ?? []);
    return header ? [{ header, rows, block }] : [];
  }),
);

/** The column that holds this box of each row; -1 where there is none. */
export function columnOf({ header }: Table, wanted: WantedBox): number {
  const words = new Set(wordsOf(wanted));
  return header.findIndex((title) => words.has(plainLabel(title)));
}
