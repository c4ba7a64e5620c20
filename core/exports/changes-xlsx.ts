import { fillSlots } from '../base/text.ts';
import type { PackChange } from '../standards/changes.ts';
import type { WorkItem } from '../standards/impact.ts';
import { STATUS_WORDS } from '../standards/words.ts';
import { CHANGE_KINDS, CHANGES_WORDS, tellSuccessors, USE_WORDS } from './changes-words.ts';
import { type CellHelp, type TableRow, writeWorkbook } from './xlsx.ts';

const WORDS = {
  title: '标准目录变化和要做的事',
  work: {
    name: '要做的事',
    head: ['序号', '涉及', '名称', '标准号', '原来', '现在', '要做什么', '责任人', '完成期限', '完成日期'],
  },
  changes: { name: '目录变化', head: ['变化', '标准号', '标准名称', '原来', '现在', '现在用'] },
  who: '写一个人的姓名。',
  day: '写成 2026-12-31 这样的日期。',
} as const;

const LONGEST_NAME = 20;
const LONGEST_DAY = 10;

const plain = (...cells: TableRow['cells']): TableRow => ({ tone: 'plain', cells });
const statusOf = (answer: { status: keyof typeof STATUS_WORDS } | undefined): string =>
  answer === undefined ? '' : STATUS_WORDS[answer.status];

/** What a newer catalogue changes, and the list of work with who and by when to be filled in. Same input: same bytes. */
export function changesWorkbook(
  changes: readonly PackChange[],
  work: readonly WorkItem[],
  about: { before: string; after: string; on: string },
): Promise<Uint8Array> {
  const sentence = changes.length > 0 ? CHANGES_WORDS.changes : CHANGES_WORDS.noChanges;
  const told = fillSlots(sentence, { ...about, count: changes.length }).replace(/：$/u, '。');
  const first: TableRow[] = [
    { tone: 'title', cells: [WORDS.title] },
    { tone: 'remark', cells: [told] },
    { tone: 'head', cells: [...WORDS.work.head] },
  ];
  const items = work.map(({ use, before, after, advice }, index) =>
    plain(
      index + 1,
      USE_WORDS[use.in],
      use.name,
      use.designation,
      statusOf(before),
      statusOf(after),
      advice.message,
      null,
      null,
      null,
    ),
  );
  const rows = [first.length, first.length + Math.max(1, items.length) - 1] as const;
  const help: CellHelp[] = [
    { column: 7, rows, hint: WORDS.who, longest: LONGEST_NAME },
    { column: 8, rows, hint: WORDS.day, longest: LONGEST_DAY },
    { column: 9, rows, hint: WORDS.day, longest: LONGEST_DAY },
  ];
  const changed = changes.map(({ kind, designation, title, before, after }) =>
    plain(CHANGE_KINDS[kind], designation, title, statusOf(before), statusOf(after), tellSuccessors(after)),
  );
  return writeWorkbook(
    [
      { name: WORDS.work.name, widths: [6, 12, 30, 22, 10, 10, 50, 12, 12, 12], rows: [...first, ...items], help },
      {
        name: WORDS.changes.name,
        widths: [14, 24, 48, 10, 10, 28],
        rows: [{ tone: 'head', cells: [...WORDS.changes.head] }, ...changed],
      },
    ],
    { title: WORDS.title, createdAt: `${about.on}T00:00:00Z` },
  );
}
