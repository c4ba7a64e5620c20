import { canonicalJson } from '../../../../core/base/canonical.ts';
import { type Met, meetAgain } from '../../../../core/unit/edit.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { boxesOf } from '../../../../core/unit/read-row.ts';
import type { RowTexts, UnitTable } from '../../../../core/unit/tables/unit-table.ts';
import { signal } from '../../../ui/preact.ts';

/** A row that somebody writes, and that is not kept yet. */
export interface Draft {
  part: string;
  /** The row as it was, and where; undefined for a new one. */
  was?: { at: number; row: RowTexts };
  texts: RowTexts;
}

/** What was written and is not kept: in this tab's memory, whatever screen is in front of it. */
export const createDrafts = () => signal<ReadonlyMap<string, Draft>>(new Map());

/** By what a draft is found again: the row that it changes. */
export const draftKey = ({ part, was }: Pick<Draft, 'part' | 'was'>): string =>
  `${part} ${was === undefined ? '' : canonicalJson(was.row)}`;

/** The heads of the boxes in which something else stands than did. */
export const touchedIn = (table: UnitTable, { was, texts }: Draft): string[] =>
  boxesOf(table).flatMap(({ head }) => ((texts[head] ?? '') === (was?.row[head] ?? '') ? [] : [head]));

/** Where the row of a draft is now. */
export const whereIs = (unit: UnitProfile, table: UnitTable, draft: Draft): Met =>
  draft.was === undefined
    ? {}
    : meetAgain(unit, table, { at: draft.was.at, was: draft.was.row, heads: touchedIn(table, draft) });

/** A draft upon the row as it is now: what was touched stays, and the rest is as others left it. */
export function upon(table: UnitTable, draft: Draft, at: number, row: RowTexts): Draft {
  const own = touchedIn(table, draft).map((head) => [head, draft.texts[head] ?? '']);
  return { ...draft, was: { at, row }, texts: { ...row, ...Object.fromEntries(own) } };
}
