import { labelKey, squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { type FoundDesignation, findDesignations } from '../../standards/designation.ts';
import type { Verdict } from '../rule.ts';
import type { WantedBox } from './boxes.ts';
import { oncePerDocument } from './once.ts';
import { cellOf, columnOf, type ListRow, listRows, type Table, tablesOf } from './rows.ts';
import { orUnread } from './sight.ts';

/** One standard of 标准明细表. */
export interface RegisterRow {
  row: ListRow;
  table: Table;
  /** As written; '' where the cell is empty. */
  number: string;
  /** Undefined where the number is none that is known, or several are written together. */
  designation: FoundDesignation | undefined;
  /** What the row lists: one, or those that are written together (GB/T 24421.1～4). */
  designations: readonly FoundDesignation[];
  title: string;
}

const NUMBER: WantedBox = { name: '标准号', words: '标准编号 标准代号 文件编号 标准号/文件号 标准文件编号' };
const TITLE: WantedBox = { name: '标准名称', words: '文件名称 名称' };

export const NUMBER_COLUMN = NUMBER;
export const TITLE_COLUMN = TITLE;
export const PUBLISHED_COLUMN: WantedBox = { name: '发布日期', words: '发布时间 颁布日期' };
export const EFFECTIVE_COLUMN: WantedBox = { name: '实施日期', words: '实施时间 施行日期 生效日期' };
export const PLACE_COLUMN: WantedBox = {
  name: '标准体系编号',
  words: '体系编号 体系表编号 体系代码 体系编码 标准体系代码',
};

/** The tables that list standards one a row: a number and a name, no counts and no services. */
export const registersOf = oncePerDocument((document: DocumentModel): readonly Table[] =>
  tablesOf(document).filter(
    (table) =>
      columnOf(table, NUMBER) >= 0 &&
      columnOf(table, TITLE) >= 0 &&
      !table.header.some((title) => /^(?:数量|合计|小计|(?:政务)?(?:服务)?事项(?:名称)?)$/u.test(labelKey(title))),
  ),
);

/** Every standard that the document lists. */
export const registerRowsOf = oncePerDocument((document: DocumentModel): readonly RegisterRow[] =>
  registersOf(document).flatMap((table) => {
    const [number, title] = [columnOf(table, NUMBER), columnOf(table, TITLE)];
    return listRows(table).map((row): RegisterRow => {
      const written = cellOf(row, number);
      const [first, ...others] = findDesignations(written);
      // What stands behind one is no part of its number: （代替…）.
      const together = first?.grouped ? others.filter(({ start }) => start === first.start) : [];
      const designations = first ? [first, ...together] : [];
      const designation = together.length > 0 ? undefined : first;
      return { row, table, number: squeeze(written), designation, designations, title: cellOf(row, title) };
    });
  }),
);

/**
 * What a rule says of standards that a register lists, each judged by itself: 'unknown' is said only where nothing could be
 * judged, and 'none' where nothing is listed.
 */
export function judgeListed<Listed, ReasonId extends string>(
  document: DocumentModel,
  listed: readonly Listed[],
  judge: (one: Listed) => Verdict<ReasonId> | 'unknown' | undefined,
): Verdict<ReasonId | 'none' | 'unknown' | 'unread'>[] {
  type Said = Verdict<ReasonId | 'none' | 'unknown' | 'unread'>[];
  const judged = listed.map(judge);
  const said: Said = judged.filter((one) => typeof one === 'object');
  const instead: Said = listed.length === 0 ? [{ reason: 'none' }] : [{ reason: 'unknown' }];
  return orUnread(document, judged.every((one) => one === 'unknown') ? instead : said, { reason: 'unread' });
}
