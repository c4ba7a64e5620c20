import { dayOf, readDate } from '../../base/dates.ts';
import type { Source } from '../../base/source.ts';
import { cleanText, squeeze } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { recordTypeOf, recordTypeOfLabels } from '../../records/index.ts';
import type { RecordType } from '../../records/record-type.ts';
import type { RuleContext } from '../rule.ts';
import { findBox, isEmptyText, plainLabel, type WantedBox } from './boxes.ts';
import { oncePerDocument } from './once.ts';
import { cellOf, columnOf, type ListRow, listRows, tablesOf } from './rows.ts';

/** The type of record that a document is: by its title, else by its boxes and the titles of its columns. */
export const recordTypeIn = oncePerDocument((document: DocumentModel): RecordType | undefined => {
  const type = recordTypeOf(document.title);
  if (type) return type;
  const boxes = document.pairs.filter(({ hidden }) => !hidden).map(({ label }) => plainLabel(label));
  const lists = tablesOf(document).map(({ header }) => header.map(plainLabel));
  return [boxes, ...lists].map(recordTypeOfLabels).find((found) => found !== undefined);
});

/** Every row of the document's lists that have this column, with what it says there. */
export function rowsWith(document: DocumentModel, wanted: WantedBox): { row: ListRow; column: number; text: string }[] {
  return tablesOf(document).flatMap((table) => {
    const column = columnOf(table, wanted);
    return column < 0 ? [] : listRows(table).map((row) => ({ row, column, text: cellOf(row, column) }));
  });
}

/** What a row says in the column of this box; undefined when its table has no such column. */
export function cellFor(row: ListRow, wanted: WantedBox): string | undefined {
  const column = columnOf(row.table, wanted);
  return column < 0 ? undefined : cellOf(row, column);
}

/** The day in a text, when it is complete and real. */
export function dayInText(text: string | undefined): string | undefined {
  const iso = text === undefined ? undefined : readDate(text)?.iso;
  return iso === undefined ? undefined : dayOf(iso);
}

/** The day in a box of the form. */
export function dayInBox(context: RuleContext, wanted: WantedBox): { day: string; sources: Source[] } | undefined {
  const box = findBox(context, wanted);
  const day = box.state === 'present' ? dayInText(box.value) : undefined;
  return day === undefined ? undefined : { day, sources: box.sources };
}

/** A whole number as a cell writes it: 12, 12份, 12人; undefined for anything else. */
export function countIn(text: string | undefined): number | undefined {
  const digits = /^(\d{1,6})\s*[份人个次本套册件]?$/u.exec(cleanText(text ?? ''))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

const NOTHING_FOUND =
  /^(?:无|没有|未发现|未见|正常|良好|优秀?|合格|符合|达标|通过|整洁|到位|完好|规范|齐全|已?落实|满意|[√✓✔是]|\d+(?:\.\d+)?分?|(?:均|全部|基本|各项)?(?:符合|合格|正常|良好|达标|规范|到位)|(?:未发现|无|没有|未见).{0,12}(?:问题|异常|情况|不符合项?|不合格项?|待改进项?|现象|违规))[。.！；;]?$/u;
const FOUND = /问题|不足|不|未|缺|差|迟到|早退|脱岗|离岗|漏|乱|少|没有|错|损坏|过期|待改进|欠|超|无(?!异常|问题|不)/u;

/** Longer remarks are told by their beginning. */
const LONGEST_REMARK = 500;

/** Whether an inspection's remark tells of something wrong; undefined when it cannot be said. */
export function tellsFault(text: string): boolean | undefined {
  const plain = squeeze(text).slice(0, LONGEST_REMARK);
  if (isEmptyText(plain) || NOTHING_FOUND.test(plain)) return false;
  const parts = plain.split(/[，,；;。、]/u).filter(Boolean);
  if (parts.every((part) => NOTHING_FOUND.test(part))) return false;
  return FOUND.test(plain.replace(/未发现[^，,；;。]*|没有[^，,；;。]*问题|无[^，,；;。]{0,4}(?:问题|异常|违规)/gu, ''))
    ? true
    : undefined;
}
