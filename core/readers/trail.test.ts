import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import type { DocumentModel, TrailStep } from '../document/model.ts';
import { readPage } from './index.ts';
import { snapshotOfFile } from './testing.ts';

const row = (...cells: string[]): string => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const table = (...rows: string[]): string => `<table>${rows.join('')}</table>`;
const list = (items: readonly string[], name = ''): string =>
  `<ul class="${name}">${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
const FORM = table(row('标题', '关于开展窗口巡查的通知'), row('拟稿人', '周三'));

async function read(html: string): Promise<DocumentModel> {
  return readPage(await snapshotOfFile(`<!DOCTYPE html><body>${html}</body>`));
}

/** step|who|action|opinion|time|state of each step. */
const shown = (trail: readonly TrailStep[]): string[] =>
  trail.map(({ step, actors, action = '-', opinion = '-', time = '-', state }) =>
    [step, actors.join('、'), action, opinion, time, state].join('|'),
  );

interface Drawn {
  step: string;
  name: string;
  action: string;
  opinion: string;
  time: string;
}
/** Ways in which pages draw one and the same record. */
const DRAWINGS: Readonly<Record<string, (steps: readonly Drawn[]) => string>> = {
  'table of td': (steps) =>
    table(
      row('环节', '处理人', '操作', '意见', '时间'),
      ...steps.map((s) => row(s.step, s.name, s.action, s.opinion, s.time)),
    ),
  'table with other heads, newest on top': (steps) =>
    table(
      row('办理日期', '审批节点', '审批人员', '审批结论', '审批说明'),
      ...steps.toReversed().map((s) => row(s.time, s.step, s.name, s.action, s.opinion)),
    ),
  'table turned': (steps) =>
    table(
      row('步骤', ...steps.map((s) => s.step)),
      row('办理人', ...steps.map((s) => s.name)),
      row('操作', ...steps.map((s) => s.action)),
      row('意见', ...steps.map((s) => s.opinion)),
      row('办理时间', ...steps.map((s) => s.time)),
    ),
  'timeline of a kit': (steps) =>
    `<ul class="el-timeline">${steps.map((s) => `<li class="el-timeline-item"><p>${s.time}</p><p>${s.step}</p><p><span class="el-avatar">${s.name[0]}</span> ${s.name} ${s.action}</p><p>审批意见：${s.opinion}</p></li>`).join('')}</ul>`,
  'list of labelled lines': (steps) =>
    list(
      steps.map(
        (s) => `环节：${s.step}<br>办理人：${s.name}<br>结果：${s.action}<br>意见：${s.opinion}<br>时间：${s.time}`,
      ),
    ),
  sentences: (steps) => list(steps.map((s) => `${s.time} 【${s.step}】${s.name} ${s.action}，意见：${s.opinion}`)),
  'lines of one cell': (steps) =>
    table(
      row('流程记录', steps.map((s) => `${s.time} ${s.step} ${s.name} ${s.action} 意见：${s.opinion}`).join('<br>')),
    ),
  'div in div': (steps) =>
    `<div>${steps.map((s) => `<div><div>${s.step}</div><div>${s.name}</div><div>${s.action}</div><div>意见：${s.opinion}</div><div>${s.time}</div></div>`).join('')}</div>`,
  paragraphs: (steps) =>
    steps.map((s) => `<p>${s.time} ${s.step} ${s.name} ${s.action} 意见：${s.opinion}</p>`).join(''),
};
const STEPS: readonly Drawn[] = [
  { step: '拟稿', name: '周三', action: '提交', opinion: '请审核', time: '2026-10-08 09:00' },
  { step: '部门核稿', name: '钱一鸣', action: '退回', opinion: '请补依据', time: '2026-10-08 15:00' },
  { step: '拟稿', name: '周三', action: '重新提交', opinion: '已补', time: '2026-10-09 08:00' },
  { step: '部门核稿', name: '吴四', action: '同意', opinion: '文字已改', time: '2026-10-09 15:02' },
  { step: '领导签发', name: '买买提·艾力', action: '同意', opinion: '印发', time: '2026-10-10 16:30' },
];
const RIGHT = STEPS.map((s) => `${s.step}|${s.name}|${s.action}|${s.opinion}|${s.time.replace(' ', 'T')}:00|done`);

it.each(Object.keys(DRAWINGS))('the steps do not depend on how they are drawn: %s', async (name) => {
  const { trail, fields, stage } = await read(`${FORM}${DRAWINGS[name]?.(STEPS)}`);
  expect(shown(trail)).toEqual(RIGHT);
  const named = (role: string): unknown => fields.find((field) => field.role === role)?.value;
  expect([named('drafter'), named('reviewer'), named('approver')]).toEqual([['周三'], ['吴四'], ['买买提·艾力']]);
  expect(stage).toBe('issued');
});

it('any steps, drawn in two ways, are read alike', async () => {
  const drawn = fc.record({
    step: fc.constantFrom('部门核稿', '会签', '领导签发', '办公室审核'),
    name: fc.constantFrom('钱一鸣', '吴四', '买买提·艾力', '欧阳文轩', '冯六一'),
    action: fc.constantFrom('同意', '退回', '提交', '转办'),
    opinion: fc.constantFrom('文字已改', '请补依据', '印发', '无意见'),
    time: fc.integer({ min: 10, max: 28 }).map((day) => `2026-10-${day} 10:20`),
  });
  const ways = fc.constantFrom(...Object.keys(DRAWINGS));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(drawn, { minLength: 2, maxLength: 5, selector: ({ time }) => time }),
      ways,
      ways,
      async (found, one, other) => {
        const steps = found.toSorted((left, right) => (left.time < right.time ? -1 : 1));
        const [left, right] = [
          await read(`${FORM}${DRAWINGS[one]?.(steps)}`),
          await read(`${FORM}${DRAWINGS[other]?.(steps)}`),
        ];
        expect(shown(left.trail)).toEqual(shown(right.trail));
        expect(left.trail).toHaveLength(steps.length);
      },
    ),
    { numRuns: 25 },
  );
});

it('the order of unrelated cells does not matter', async () => {
  const rows = [
    row('标题', '关于开展窗口巡查的通知', '密级', ''),
    row('拟稿人', '周三', '拟稿日期', '2026-10-08'),
    row('核稿', '已核。钱一鸣 2026-10-09', '会签', '无意见。冯六一 2026-10-09'),
    row('签发', '同意。孙二 2026-10-10', '主送机关', '各窗口'),
    row('流程记录', '周三 提交 2026-10-08 09:00<br>钱一鸣 同意 2026-10-09 15:02', '联系电话', '029-1234567'),
  ];
  const told = async (order: readonly string[]): Promise<unknown> => {
    const { fields, trail, stage } = await read(table(...order));
    return [fields.map(({ role, state, value }) => [role, state, value]), shown(trail), stage];
  };
  const right = await told(rows);
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: rows.length }), async (order) => {
      expect(await told(order)).toEqual(right);
    }),
    { numRuns: 20 },
  );
});

describe('what is no record, or nobody yet', () => {
  it.each([
    [
      'a list of documents',
      table(
        row('标题', '处理人', '当前环节', '处理时间', '状态'),
        row('甲通知', '钱一鸣', '审核', '2026-10-09', '同意'),
        row('乙通知', '孙二', '签发', '2026-10-10', '同意'),
        row('丙通知', '吴四', '签发', '2026-10-10', '同意'),
      ),
    ],
    [
      'opinions in a list under the label of a box',
      table(row('标题', '关于巡查的通知'), row('核稿意见', list(['同意。<br>党政办 石大川[副主任] 2026-05-12 09:40']))),
    ],
    [
      'applications, with what can be done with each',
      table(
        row('姓名', '部门', '事由', '申请时间', '流程状态', '操作'),
        row('周三', '综合科', '参加培训', '2026-10-08 09:02', '审批结束', '<a href="/1">详情</a>'),
        row('吴四', '综合科', '', '2026-10-09 10:00', '科室审批', '<a href="/2">详情</a> <a href="/3">删除</a>'),
      ),
    ],
    [
      'matters by their names',
      table(row('名称', '上报人', '说明', '日期'), row('核稿系统升级', '周三', '已报', '2026-10-08')),
    ],
    ['who was only told', `${FORM}${list(['钱一鸣 已读', '孙二 未读'])}`],
    ['news', `${FORM}${list(['2026-10-08 石大川主任带队检查窗口', '2026-10-09 孙二镇长签发首张证照'])}`],
    ['a path through menus', `<p>首页 &gt; 公文管理 &gt; 发文审核 &gt; 签发</p>${FORM}`],
    [
      'news drawn as blocks',
      `${FORM}<div><div><div>石大川主任检查窗口</div><div>2026-10-08</div></div><div><div>孙二镇长会见来宾</div><div>2026-10-09</div></div></div>`,
    ],
    [
      'who uploaded files',
      `${FORM}${table(row('名称', '上传人', '上传时间', '说明'), row('巡查表.docx', '周三', '2026-10-08 08:50', '初稿'))}`,
    ],
  ])('%s', async (_name, html) => {
    expect(shown((await read(html)).trail)).toEqual([]);
  });

  it('a column that offers to change an opinion names no step', async () => {
    const { trail } = await read(
      `${FORM}${table(row('处理人', '处理时间', '处理意见', '操作'), row('钱一鸣', '2026-10-09 15:02', '已核', '<button>修改</button>修改'))}`,
    );
    expect(shown(trail)).toEqual(['|钱一鸣|-|已核|2026-10-09T15:02:00|done']);
  });

  it('an office that approves reviews, the head office decides', async () => {
    const { trail } = await read(
      `${FORM}${table(row('执行环节', '执行人', '开始时间', '结束时间', '提交意见', '任务历时'), row('人事部审批', '钱一鸣', '2026-10-09 10:00', '2026-10-09 15:02', '同意', '5小时'), row('总部审批', '孙二', '2026-10-09 15:02', '', '', ''))}`,
    );
    expect(shown(trail)).toEqual(['人事部审批|钱一鸣|-|同意|2026-10-09T15:02:00|done', '总部审批|孙二|-|-|-|current']);
    expect(trail.map(({ role }) => role)).toEqual(['reviewer', 'approver']);
  });

  it('名称 names the step where all that stands below are steps', async () => {
    const record = (first: string): string =>
      `${FORM}${table(row('名称', '处理人', '处理意见', '发表时间'), row(first, '周三', '请审', '2026-10-08 09:02'), row('科室核稿', '钱一鸣', '已核', '2026-10-09 15:02'))}`;
    expect(shown((await read(record('拟稿'))).trail)).toEqual([
      '拟稿|周三|-|请审|2026-10-08T09:02:00|done',
      '科室核稿|钱一鸣|-|已核|2026-10-09T15:02:00|done',
    ]);
    expect((await read(record('路灯报修'))).trail.map(({ role }) => role)).toEqual([undefined, undefined]);
  });

  it('a state that stands in a record is that of its step', async () => {
    const item = (...lines: string[]): string =>
      `<li class="el-timeline-item">${lines.map((line) => `<p>${line}</p>`).join('')}</li>`;
    const { stage } = await read(
      `${FORM}<ul class="el-timeline">${item('2026-10-09 15:02', '核稿', '钱一鸣', '已通过')}${item('签发', '孙二', '审批中')}</ul>`,
    );
    expect(stage).toBe('approval');
  });

  it.each([
    ['转办', 'absent'],
    ['催办', 'absent'],
    ['超时自动通过', 'absent'],
    ['同意', 'present'],
  ])('%s decides: %s', async (action, state) => {
    const { fields } = await read(
      `${FORM}${table(row('环节', '处理人', '操作', '时间'), row('签发', '孙二', action, '2026-10-10 16:30'))}`,
    );
    expect(fields.find(({ role }) => role === 'approver')?.state).toBe(state);
  });

  it.each([
    ['待石大川审核', 'review'],
    ['待孙二签发', 'approval'],
    ['待会签', 'countersign'],
    ['已完结', 'issued'],
    ['已作废', 'unknown'],
  ])('%s is %s', async (state, stage) => {
    expect((await read(`${FORM}${table(row('当前状态', state))}`)).stage).toBe(stage);
  });
});
