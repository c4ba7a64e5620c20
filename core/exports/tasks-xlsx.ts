import { fillSlots } from '../base/text.ts';
import { PLACES } from '../unit/change-words.ts';
import type { Task } from '../unit/tasks.ts';
import { TASK_NOTE_LENGTH, TASK_WHO_LENGTH } from '../unit/tasks.ts';
import { type CellHelp, type TableRow, writeWorkbook } from './xlsx.ts';

const WORDS = {
  title: '变更清单',
  about: '{unit}　截至 {day}　共 {count} 件，没做完 {open} 件。',
  head: ['序号', '哪里变了', '涉及', '要做什么', '谁来做', '什么时候做完', '完成日期', '备注'],
  at: '{place}：{name}',
  who: '写一个人的姓名，或一个岗位。',
  day: '写成 2026-12-31 这样的日期。',
  note: '不用改的，写一句为什么。',
} as const;

/** How work ended, in words; done is told by its day alone. */
export const ENDED_WORDS: Readonly<Record<NonNullable<Task['ended']>['how'], string>> = {
  done: '做完了',
  needless: '不用改',
  over: '变化已撤回，或后来又变了',
};

const WIDTHS = [6, 36, 30, 42, 12, 14, 14, 30];
const LONGEST_DAY = 10;

function rowOf({ about, place, name, message, who, dueOn, ended, note }: Task, at: number): TableRow {
  const how = ended === null || ended.how === 'done' ? '' : ENDED_WORDS[ended.how];
  const remark = [how, note].filter((one) => one !== '').join('：');
  const where = fillSlots(WORDS.at, { place: PLACES[place], name });
  return { tone: 'plain', cells: [at + 1, about, where, message, who, dueOn, ended?.on ?? '', remark] };
}

/** The list of work as a workbook, with who and by when; what is open can be filled in there too. Same input: same bytes. */
export function tasksWorkbook(
  tasks: readonly Task[],
  about: { unit: string; day: string; createdAt: string },
): Promise<Uint8Array> {
  const open = tasks.filter(({ ended }) => ended === null).length;
  const top: TableRow[] = [
    { tone: 'title', cells: [WORDS.title] },
    { tone: 'remark', cells: [fillSlots(WORDS.about, { ...about, count: tasks.length, open })] },
    { tone: 'head', cells: [...WORDS.head] },
  ];
  const rows = [top.length, top.length + Math.max(1, tasks.length) - 1] as const;
  const help: CellHelp[] = [
    { column: 4, rows, hint: WORDS.who, longest: TASK_WHO_LENGTH },
    { column: 5, rows, hint: WORDS.day, longest: LONGEST_DAY },
    { column: 6, rows, hint: WORDS.day, longest: LONGEST_DAY },
    { column: 7, rows, hint: WORDS.note, longest: TASK_NOTE_LENGTH },
  ];
  return writeWorkbook([{ name: WORDS.title, widths: WIDTHS, rows: [...top, ...tasks.map(rowOf)], help }], {
    title: WORDS.title,
    createdAt: about.createdAt,
  });
}
