import { dayOf, readDate } from '../../base/dates.ts';
import type { Source } from '../../base/source.ts';
import { cleanText } from '../../base/text.ts';
import type { DocumentModel } from '../../document/model.ts';
import { recordTypeOf, recordTypeOfId, recordTypeOfLabels } from '../../records/index.ts';
import type { RecordType } from '../../records/record-type.ts';
import type { RuleContext } from '../rule.ts';
import { findBox, plainLabel, type WantedBox } from './boxes.ts';
import { oncePerDocument } from './once.ts';
import { cellOf, columnOf, type ListRow, listRows, tablesOf } from './rows.ts';

/** The type of record that a document is said to be: somebody chose it, or its title tells it. */
export const namedRecordType = ({
  recordType,
  title,
}: Pick<DocumentModel, 'recordType' | 'title'>): RecordType | undefined =>
  recordType === undefined ? recordTypeOf(title) : recordTypeOfId(recordType);

/** The type of record that a document is: as it is said to be, else by its boxes and the titles of its columns. */
export const recordTypeIn = oncePerDocument((document: DocumentModel): RecordType | undefined => {
  const type = namedRecordType(document);
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
