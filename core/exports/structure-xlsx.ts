import { displayWidth, fillSlots } from '../base/text.ts';
import { STATUS_WORDS } from '../standards/words.ts';
import { type Member, membersIn, type SystemBox } from '../unit/structure.ts';
import { classOf } from '../unit/summary.ts';
import type { SystemView } from '../unit/system-view.ts';
import { shortName, tellCount, STRUCTURE_WORDS as WORDS } from './structure-words.ts';
import { type Table, type TableRow, writeWorkbook } from './xlsx.ts';

export interface StructureAbout {
  unit: string;
  /** ISO day of which it tells. */
  day: string;
  /** ISO date-time. */
  createdAt: string;
}

const plain = (cells: TableRow['cells']): TableRow => ({ tone: 'plain', cells });
const head = (cells: TableRow['cells']): TableRow => ({ tone: 'head', cells });

/** 体系图, 标准明细表 and 标准汇总表 as experts ask for them: the counts of all three are of the same standards. */
export function structureWorkbook(view: SystemView, about: StructureAbout): Promise<Uint8Array> {
  const { system, summary } = view;
  const line = fillSlots(WORDS.about, { ...about, count: summary.total.total });
  const top = (title: string, ...remarks: string[]): TableRow[] => [
    { tone: 'title', cells: [title] },
    ...[line, ...remarks].map((text): TableRow => ({ tone: 'remark', cells: [text] })),
  ];
  const title = fillSlots(WORDS.drawingTitle, { unit: about.unit });
  return writeWorkbook(
    [
      drawing(system.boxes, top(title, ...(system.declared ? [] : [WORDS.undeclared]))),
      register(system.boxes, system.outside, top(WORDS.register)),
      totals(view, top(WORDS.summary)),
    ],
    { title, createdAt: about.createdAt },
  );
}

const depthOf = (boxes: readonly SystemBox[]): number =>
  boxes.length === 0 ? 0 : 1 + Math.max(...boxes.map(({ below }) => depthOf(below)));

/** A row for each box, further right for each level. */
function drawing(boxes: readonly SystemBox[], top: readonly TableRow[]): Table {
  const levels = Math.max(1, depthOf(boxes));
  const rowsOf = (some: readonly SystemBox[], level: number): TableRow[] =>
    some.flatMap((box) => {
      const cells: string[] = Array.from({ length: levels + 1 }, () => '');
      cells[level] = `${box.code} ${box.name}`.trim();
      cells[levels] = tellCount(box);
      return [plain(cells), ...rowsOf(box.below, level + 1)];
    });
  const heads = Array.from({ length: levels }, (_, at) =>
    fillSlots(WORDS.level, { level: WORDS.levels[at] ?? at + 1 }),
  );
  return {
    name: WORDS.drawing,
    widths: [...heads.map(() => 30), 34],
    rows: [...top, head([...heads, WORDS.counted]), ...rowsOf(boxes, 0)],
  };
}

/** The name of the sub-system at the top beside each standard, in the order of the drawing. */
function register(boxes: readonly SystemBox[], outside: readonly Member[], top: readonly TableRow[]): Table {
  const listed = [
    ...boxes.flatMap((box) => membersIn(box).map((member) => ({ member, system: box.name }))),
    ...outside.map((member) => ({ member, system: '' })),
  ];
  const rows = listed.map(({ member: { standard, answer }, system }, at) =>
    plain([
      ...[at + 1, standard.code ?? '', standard.designation, standard.title],
      ...[standard.publishedOn ?? '', standard.effectiveOn ?? '', (standard.replaces ?? []).join('、')],
      ...[classOf(standard.designation), standard.system ?? system, standard.owner ?? '', standard.adoption ?? ''],
      ...[STATUS_WORDS[answer.status], standard.place ?? ''],
    ]),
  );
  return {
    name: WORDS.register,
    widths: [6, 14, 24, 40, 12, 12, 22, 12, 18, 16, 12, 14, 24],
    rows: [...top, head(Object.values(WORDS.registerHead)), ...rows],
  };
}

function totals({ summary }: SystemView, top: readonly TableRow[]): Table {
  const { columns, rows, total } = summary;
  const heads = columns.map(shortName);
  return {
    name: WORDS.summary,
    widths: [16, ...heads.map((text) => Math.max(10, Math.min(24, displayWidth(text) + 4))), 10],
    rows: [
      ...top,
      head([WORDS.summaryHead.className, ...heads, WORDS.summaryHead.total]),
      ...rows.map(({ name, counts, total: all }) => plain([name, ...counts, all])),
      { tone: 'sum', cells: [total.name, ...total.counts, total.total] },
    ],
  };
}
