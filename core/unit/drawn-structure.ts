import { cleanText, fillSlots, shorten } from '../base/text.ts';
import { linesOf } from '../tables/heads.ts';
import type { TableRead, TableRemark } from '../tables/read-table.ts';
import type { TableSheet } from '../tables/table-type.ts';
import { readBoxText } from './box-text.ts';
import { codeAbove, codeKey } from './codes.ts';

const WORDS = {
  uncoded: '“{text}”没有编号，没有读。请在名称前面写上体系编号。',
  alone: '编号“{text}”旁边没有名称，没有读。',
  title: '“{text}”是标题，不是一个框。',
  note: '“{text}”是图下面的说明，不是一个框。',
  count: '“{text}”是数，不是一个框。',
} as const;

const DRAWING = /体系(?:结构|框架)?图|体系框架|体系结构|结构图/u;
const NOTE = /^(?:注|备注|说明|填表|制表|编制|审核|批准|制图|附)\s*[:：\d]/u;
const HEADS =
  /^(?:序号|编号|名称|体系编号|子体系编号|体系代码|层次|层级|级别|数量|标准数|个数|备注|第[一二三四五六七八]层)$/u;
/** How many there are: 12 项, 12 项（2 项已废止）. */
const COUNTED = /^\d{1,4}\s*[项个条]/u;
/** Rows from the top in which it is said that it is a drawing. */
const TOP = 5;
/** Longer texts are sentences. */
const LONG = 40;

/** A box that is drawn as a cell; `right` is the last column that it takes. */
interface Drawn {
  row: number;
  column: number;
  right: number;
  text: string;
  code?: string;
  name?: string;
}

/** Whether a sheet is a drawing of a system: its name says so, or a text near the top does and boxes follow. */
export const isDrawnStructure = (sheet: TableSheet): boolean =>
  DRAWING.test(sheet.name) ||
  (sheet.cells.some(({ row, text }) => row < TOP && text.length < LONG && DRAWING.test(text)) &&
    readDrawnStructure(sheet).rows.length > 1);

/** The texts of a cell: several boxes where each line begins with a code, else one; 标 over 准 is one word. */
function textsOf(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const isList =
    lines.length > 1 &&
    lines.every((line) => {
      const { code, name } = readBoxText(line);
      return code !== undefined && name !== undefined;
    });
  return isList ? lines : [cleanText(text).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')];
}

/** The cells of a sheet from the top, each with what it says. */
function drawnIn(sheet: TableSheet): Drawn[] {
  const widths = new Map((sheet.spans ?? []).map(({ row, column, columns }) => [`${row} ${column}`, columns]));
  return [...linesOf(sheet).values()].flatMap((line) =>
    [...line.values()]
      .filter(({ joined, text }) => joined !== true && /[\p{L}\d]/u.test(text))
      .sort((left, right) => left.column - right.column)
      .flatMap(({ row, column, text }) => {
        const right = column + (widths.get(`${row} ${column}`) ?? 1) - 1;
        return textsOf(text).map((one): Drawn => ({ row, column, right, text: one, ...readBoxText(one) }));
      }),
  );
}

/** Gives codes that stand in cells of their own the names beside them, or else below; takes away what was given. */
function pair(cells: readonly Drawn[]): { boxes: Drawn[]; rest: Drawn[] } {
  const taken = new Set<Drawn>();
  const isName = (one: Drawn | undefined): one is Drawn =>
    one !== undefined && one.code === undefined && one.name !== undefined && !taken.has(one) && !HEADS.test(one.text);
  const byRow = Map.groupBy(cells, ({ row }) => row);
  const boxes: Drawn[] = [];
  for (const one of cells) {
    const { code, name, row, column, right } = one;
    if (code !== undefined && name !== undefined) boxes.push(one);
    if (code === undefined || name !== undefined) continue;
    const line = byRow.get(row) ?? [];
    const at = line.indexOf(one);
    // 12 behind a name without a code is how many there are.
    if (/^\d+$/u.test(code) && isName(line[at - 1])) continue;
    const beside = line[at + 1];
    const below = (byRow.get(row + 1) ?? []).find((other) => other.column <= right && other.right >= column);
    const named = isName(beside) ? beside : isName(below) ? below : undefined;
    if (named?.name === undefined) continue;
    taken.add(named);
    taken.add(one);
    boxes.push({ ...one, right: Math.max(right, named.right), name: named.name });
  }
  return { boxes, rest: cells.filter((one) => !taken.has(one) && !boxes.includes(one)) };
}

const buildOf = (code: string): string => codeKey(code).replace(/\d/gu, '0');

/** The code of the box above one: as it is written, else what stands over it, or further left in a list. */
function parentOf(
  box: Drawn,
  at: number,
  boxes: readonly Drawn[],
  keys: ReadonlyMap<string, string>,
): string | undefined {
  const written = codeAbove(codeKey(box.code ?? ''), new Set(keys.keys()));
  if (written !== undefined) return keys.get(written);
  const before = boxes.slice(0, at).reverse();
  const isList = boxes.every(({ row }, place) => place === 0 || boxes[place - 1]?.row !== row);
  const above = before.find(({ row, column, right, code = '' }) =>
    isList
      ? column < box.column
      : row < box.row &&
        column <= box.column &&
        right >= box.column &&
        buildOf(code) !== buildOf(box.code ?? '') &&
        codeKey(code).length <= codeKey(box.code ?? '').length,
  );
  return above?.code;
}

/**
 * A 体系图 that is drawn in the cells of a sheet, as rows of the table of boxes: codes with names in one cell, or beside each
 * other, or over each other; what stands below what comes from the codes, else from where they stand. Every cell is in a row
 * or has its sentence.
 */
export function readDrawnStructure(sheet: TableSheet): TableRead {
  const { boxes, rest } = pair(drawnIn(sheet));
  const keys = new Map(boxes.map(({ code = '' }) => [codeKey(code), code]));
  const first = boxes[0]?.row ?? Number.POSITIVE_INFINITY;
  const remarks = rest.map((one): TableRemark => {
    const [what, sentence] = whyNone(one, first);
    return { sheet: sheet.name, row: one.row + 1, what, text: fillSlots(sentence, { text: shorten(one.text, 30) }) };
  });
  const rows = boxes.map((box, at) => {
    const { row, code = '', name = '' } = box;
    const parent = parentOf(box, at, boxes, keys);
    const values = { code, name, ...(parent === undefined ? {} : { parent }) };
    return { sheet: sheet.name, row: row + 1, values, section: '' };
  });
  return { rows, remarks, unknown: [] };
}

/** Why a cell is no box. @param first the row of the first box */
function whyNone({ row, text, code }: Drawn, first: number): [TableRemark['what'], string] {
  if (NOTE.test(text) || text.length > LONG) return ['skipped', WORDS.note];
  if (DRAWING.test(text) || HEADS.test(text) || (row < first && code === undefined)) return ['skipped', WORDS.title];
  if (COUNTED.test(text)) return ['skipped', WORDS.count];
  if (code === undefined) return ['lost', WORDS.uncoded];
  return /^\d+$/u.test(code) ? ['skipped', WORDS.count] : ['lost', WORDS.alone];
}
