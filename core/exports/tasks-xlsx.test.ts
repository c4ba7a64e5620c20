import { expect, it } from 'vitest';
import type { Task } from '../unit/tasks.ts';
import { tasksWorkbook } from './tasks-xlsx.ts';
import { readWorkbook } from './xlsx.ts';

const TASK: Task = {
  ...{ id: 'a'.repeat(16), from: 'services', source: '清单.xlsx', madeOn: '2026-11-28' },
  ...{ place: 'window', name: '=HYPERLINK("http://x")', topic: 't', before: '', after: '' },
  ...{
    about: '“法律援助”：清单里没有了',
    message: '撤下。',
    who: '王芳',
    dueOn: '2026-12-31',
    note: '+1',
    ended: null,
  },
};
const ABOUT = { unit: '青禾镇便民服务中心', day: '2026-11-28', createdAt: '2026-11-28T00:00:00.000Z' };

it('tells each piece of work with who, by when and how it ended, and writes no formula', async () => {
  const tasks: Task[] = [
    TASK,
    { ...TASK, ended: { how: 'done', on: '2026-11-30' } },
    { ...TASK, note: '没有写', ended: { how: 'needless', on: '2026-11-30' } },
  ];
  const bytes = await tasksWorkbook(tasks, ABOUT);
  const [sheet] = await readWorkbook(bytes);
  expect(sheet?.rows[1]?.[0]).toBe('青禾镇便民服务中心　截至 2026-11-28　共 3 件，没做完 1 件。');
  expect(sheet?.rows.slice(2)).toEqual([
    ['序号', '哪里变了', '涉及', '要做什么', '谁来做', '什么时候做完', '完成日期', '备注'],
    [1, TASK.about, '窗口：=HYPERLINK("http://x")', '撤下。', '王芳', '2026-12-31', '', '+1'],
    [2, TASK.about, '窗口：=HYPERLINK("http://x")', '撤下。', '王芳', '2026-12-31', '2026-11-30', '+1'],
    [3, TASK.about, '窗口：=HYPERLINK("http://x")', '撤下。', '王芳', '2026-12-31', '2026-11-30', '不用改：没有写'],
  ]);
  expect(new TextDecoder('latin1').decode(bytes)).not.toContain('<f>');
  expect(await tasksWorkbook(tasks, ABOUT)).toEqual(bytes);
});
