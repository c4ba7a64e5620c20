import { describe, expect, it } from 'vitest';
import type { Source } from '../../base/source.ts';
import { fc } from '../../base/testing.ts';
import type { TrailStep } from '../model.ts';
import { readAct, trailOfRow } from './act.ts';
import { trailOfArrows } from './arrows.ts';
import { trailOfCards } from './cards.ts';
import { recordsInEntries, stepOfEntry } from './entry.ts';
import { rowsOfItems } from './itemed.ts';
import { mergeTrails, oldestFirst, withStepAtHand } from './merge.ts';
import { trailOfTable } from './table.ts';
import { trailOfLines, trailOfStrip } from './timeline.ts';

const source: Source = { from: 'page', frame: '', label: '', path: 'table' };

describe('trailOfTable', () => {
  const rows = [
    ['序号', '动作', '处理人', '状态', '说明', '时间'],
    ['1', '提交', '王芳', '', '', '2026-03-16 09:00'],
    ['2', '上级复搞', '李明', '通过', '复稿无误', '2026-03-17 10:20:30'],
    ['3', '领导签发', '赵国强', '待处理', '', ''],
  ];

  it('reads actions as steps where there is no column of steps', () => {
    expect(trailOfTable({ rows, source })).toEqual([
      {
        step: '提交',
        role: 'drafter',
        actors: ['王芳'],
        action: '提交',
        time: '2026-03-16T09:00:00',
        state: 'done',
        source,
      },
      {
        step: '上级复搞',
        role: 'reviewer',
        actors: ['李明'],
        action: '通过',
        opinion: '复稿无误',
        time: '2026-03-17T10:20:30',
        state: 'done',
        source,
      },
      { step: '领导签发', role: 'approver', actors: ['赵国强'], action: '待处理', state: 'current', source },
    ]);
  });

  it('gives the same steps for any order of columns', () => {
    const order = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
    fc.assert(
      fc.property(order, (columns) => {
        const shuffled = rows.map((row) => columns.map((column) => row[column] ?? ''));
        expect(trailOfTable({ rows: shuffled, source })).toEqual(trailOfTable({ rows, source }));
      }),
    );
  });

  describe('rows of a name and labelled lines', () => {
    const lined = [
      ['第1步:拟稿', '审批人员：周三'],
      ['周三', '日期：2026-10-08 09:00:00 状态：通过 批示：请核 附言：'],
      ['第2步:发文会签', '审批人员：钱一,吴四'],
      ['钱一', '日期：2026-10-09 10:20:00\n状态：通过\n批示：无意见。'],
      ['吴四', '日期：\n状态：未审批\n批示：'],
      ['第3步:领导签发', '审批人员：孙二[等待审批中]'],
    ];
    const shown = (table: string[][]): string[] =>
      trailOfTable({ rows: table, source }).map(({ step, role, actors, action, opinion, time, state }) =>
        [step, role, actors.join('、'), action, opinion, time, state].join(' '),
      );

    it('are the steps of those who acted, and the one that waits', () => {
      expect(shown(lined)).toEqual([
        '拟稿 drafter 周三 通过 请核 2026-10-08T09:00:00 done',
        '发文会签 countersigner 钱一 通过 无意见。 2026-10-09T10:20:00 done',
        '领导签发 approver 孙二    current',
      ]);
    });

    it('are none where a label stands in place of the name, or no time does', () => {
      expect(shown([['检查情况', '日期：2026-10-08 状态：正常 意见：无']])).toEqual([]);
      expect(shown([['周三', '状态：在岗 电话：12345']])).toEqual([]);
    });
  });

  it('reads 办件人/办理环节/意见内容/开始时间/结束时间', () => {
    const table = {
      rows: [
        ['办件人', '办理环节', '意见内容', '开始时间', '结束时间'],
        ['李明[综合办公室]', '核稿', '同意', '2026-03-16 09:00', '2026-03-16 11:00'],
        ['赵国强', '签发', '', '2026-03-16 11:00', ''],
      ],
      source,
    };
    expect(trailOfTable(table).map(({ step, actors, state, time }) => [step, actors, state, time])).toEqual([
      ['核稿', ['李明'], 'done', '2026-03-16T11:00:00'],
      ['签发', ['赵国强'], 'current', undefined],
    ]);
  });

  it.each([
    [
      [
        ['序号', '标题', '发文字号', '拟稿人', '流程状态'],
        ['1', '通知', '', '王芳', '审批中'],
      ],
    ],
    [
      [
        ['姓名', '部门', '签到时间'],
        ['王芳', '民政窗口', '2026-03-16'],
      ],
    ],
    [[['拟稿人', '王芳']]],
    [[]],
  ])('takes no other table for a record', (other) => {
    expect(trailOfTable({ rows: other, source })).toEqual([]);
  });
});

describe('readAct', () => {
  it.each([
    [
      '张建国 同意 2026-06-18 09:54 请尽快印发',
      { actors: ['张建国'], action: '同意', time: '2026-06-18T09:54:00', opinion: '请尽快印发' },
    ],
    [
      '赵子龙 同意 2026-11-23 12:12:49，复稿无误',
      { actors: ['赵子龙'], action: '同意', time: '2026-11-23T12:12:49', opinion: '复稿无误' },
    ],
    ['李明 2026-11-20 15:02', { actors: ['李明'], time: '2026-11-20T15:02:00' }],
    ['李明[综合办公室] 退回 2026-11-20', { actors: ['李明'], action: '退回', time: '2026-11-20' }],
    ['本通知自2026-11-20起施行', undefined],
    ['王芳', undefined],
  ])('%s', (text, expected) => {
    expect(readAct(text)).toEqual(expected);
  });
});

it('reads a form row as a step only where somebody acted', () => {
  expect(trailOfRow({ label: '领导签发', value: '赵子龙 同意 2026-11-23 12:12:49', source })).toHaveLength(1);
  expect(trailOfRow({ label: '领导签发', value: '赵子龙', source })).toEqual([]);
  expect(trailOfRow({ label: '备注', value: '赵子龙 同意 2026-11-23', source })).toEqual([]);
});

it('reads an item of a timeline, avatar letter and all', () => {
  expect(trailOfLines(['部门审核', '2026-03-17 10:00', '李', '李明', '审批意见：同意印发'], source)).toEqual({
    step: '部门审核',
    role: 'reviewer',
    actors: ['李明'],
    opinion: '同意印发',
    time: '2026-03-17T10:00:00',
    state: 'done',
    source,
  });
  expect(trailOfLines(['领导签发', '赵国强'], source)?.state).toBe('predicted');
});

it.each([
  [['审批意见：', '内容完整，同意呈签。'], '内容完整，同意呈签。'],
  [['审批意见', '请审核'], '请审核'],
  [['审批意见：请审核。'], '请审核。'],
  [['内容完整，同意呈签'], '内容完整，同意呈签'],
  [['情况属实；可以印发'], '情况属实；可以印发'],
  [['请领导审核'], undefined],
  [['审批意见：', '签名：'], undefined],
])('takes no opinion for a name: %j', (lines, opinion) => {
  const step = trailOfLines(['核稿', '2026-03-17 10:00', '李', '李明', ...lines], source);
  expect(step).toMatchObject({ step: '核稿', actors: ['李明'], state: 'done' });
  expect(step?.opinion).toBe(opinion);
});

it('finds the name behind an empty opinion, and beside a word of what was done', () => {
  expect(trailOfLines(['核稿', '2026-03-17', '审批意见：', '李明'], source)?.actors).toEqual(['李明']);
  expect(trailOfLines(['核稿', '2026-03-17', '同意，李明'], source)?.actors).toEqual(['李明']);
});

it('takes arrows for a forecast, and drops what happened since', () => {
  const ahead = trailOfArrows('流程：拟稿(王芳) → 核稿(李明) → 签发(赵国强)', source);
  expect(ahead.map(({ role, state }) => [role, state])).toEqual([
    ['drafter', 'predicted'],
    ['reviewer', 'predicted'],
    ['approver', 'predicted'],
  ]);
  const done = trailOfRow({ label: '核稿', value: '李明 同意 2026-03-17', source });
  expect(mergeTrails([done, ahead]).filter((step) => step.role === 'reviewer')).toEqual(done);
});

it('one act in two drawings is one, whichever commas its opinion was kept with', () => {
  const act = (opinion: string) => [
    { step: '审核', actors: ['李明'], opinion, time: '2026-03-16T09:20:14', state: 'done' as const, source },
  ];
  expect(mergeTrails([act('内容完整，同意。'), act('内容完整,同意。')])).toHaveLength(1);
});

it('takes the day that a bar of steps tells for the act that the record tells to the minute, and another day for another act', () => {
  const drawn = (time: string) => [
    { step: '拟稿', role: 'drafter' as const, actors: ['王芳'], time, state: 'done' as const, source },
  ];
  const times = (...all: string[]) => mergeTrails(all.map(drawn)).map(({ time }) => time);
  expect(times('2026-03-16', '2026-03-16T09:20:14')).toEqual(['2026-03-16T09:20:14']);
  expect(times('2026-03-16T09:20:14', '2026-03-16')).toEqual(['2026-03-16T09:20:14']);
  expect(times('2026-03-16', '2026-03-17T09:20:14')).toEqual(['2026-03-16', '2026-03-17T09:20:14']);
});

it('joins a signature picture with the record that names the person', () => {
  const [signed] = trailOfRow({ label: '上级复搞', value: '同意 2026-03-17 10:20:30，', picture: true, source });
  const [recorded] = trailOfTable({
    rows: [
      ['动作', '处理人', '状态', '时间'],
      ['上级复搞', '李明', '同意', '2026-03-17 10:20:30'],
    ],
    hidden: true,
    source,
  });
  expect(mergeTrails([[recorded ?? expect.unreachable()], [signed ?? expect.unreachable()]])).toEqual([
    {
      step: '上级复搞',
      role: 'reviewer',
      actors: ['李明'],
      action: '同意',
      time: '2026-03-17T10:20:30',
      state: 'done',
      unverified: true,
      source,
    },
  ]);
});

it('takes the time of a step that still waits for its beginning', () => {
  const table = {
    rows: [
      ['审批节点', '审批人', '开始时间', '结束时间', '审批状态'],
      ['签发', '赵国强', '2026-03-17 11:00', '', '审批中'],
      ['核稿', '李明', '2026-03-16 09:00', '2026-03-17 11:00', '审批通过'],
    ],
    source,
  };
  const timeline = [
    ['核稿', '2026-03-17 11:00', '李', '李明'],
    ['签发', '2026-03-17 11:00', '赵', '赵国强'],
  ].flatMap((lines) => trailOfLines(lines, source) ?? []);
  for (const drawings of [
    [trailOfTable(table), timeline],
    [timeline, trailOfTable(table)],
  ]) {
    const steps = mergeTrails(drawings);
    expect(steps).toHaveLength(2);
    expect(steps.find(({ role }) => role === 'reviewer')).toMatchObject({ state: 'done', time: '2026-03-17T11:00:00' });
    const waiting = steps.find(({ role }) => role === 'approver');
    expect(waiting).toMatchObject({ actors: ['赵国强'], state: 'current' });
    expect(waiting).not.toHaveProperty('time');
  }
});

it('takes a strip of steps for a forecast where it begins or ends like a flow', () => {
  const strip = trailOfStrip(['提交', '科室核稿\n李明', '领导签发', '结束'], source);
  expect(strip.map(({ role, actors, state }) => [role, actors, state])).toEqual([
    ['drafter', [], 'predicted'],
    ['reviewer', ['李明'], 'predicted'],
    ['approver', [], 'predicted'],
  ]);
  expect(trailOfStrip(['拟稿人', '审核人', '批准人'], source)).toEqual([]);
});

it('finds the step at hand by the person for whom the document waits', () => {
  const ahead = trailOfArrows('拟稿(王芳提交) → 核稿(李明) → 会签(赵国强) → 签发(李明)', source);
  const states = (words: string[]): string[] => withStepAtHand(ahead, words).map(({ state }) => state);
  expect(states(['待李明处理'])).toEqual(['done', 'current', 'predicted', 'predicted']);
  expect(states(['审批中', '待赵国强审批'])).toEqual(['done', 'predicted', 'current', 'predicted']);
  expect(states(['待处理', '待周燕处理', '待提交'])).toEqual(ahead.map(({ state }) => state));
});

it('finds a document that came back at its drafter, beside the step in which they sent it', () => {
  const record = trailOfTable({
    rows: [
      ['动作', '处理人', '状态', '时间', '说明'],
      ['提交', '王芳', '提交', '2026-03-17 09:00', ''],
      ['科室核稿', '李明', '不同意', '2026-03-17 10:00', '请补依据'],
    ],
    source,
  });
  const arrows = trailOfArrows('科室核稿(李明不同意) → 待提交人处理(王芳)', source);
  for (const drawings of [
    [record, arrows],
    [arrows, record],
  ])
    expect(mergeTrails(drawings).map(({ step, role, actors, state }) => [step, role, actors, state])).toEqual(
      expect.arrayContaining([
        ['提交', 'drafter', ['王芳'], 'done'],
        ['科室核稿', 'reviewer', ['李明'], 'done'],
        ['待提交人处理', 'drafter', ['王芳'], 'current'],
      ]),
    );
  const states = (text: string): string[] => trailOfArrows(text, source).map(({ state }) => state);
  expect(states('拟稿(王芳提交) → 待领导审批(李明) → 待主任审批(赵国强)')).toEqual(['done', 'current', 'predicted']);
  expect(states('拟稿(王芳) → 待领导审批(李明)')).toEqual(['predicted', 'predicted']);
});

it('takes 不同意 in arrows and in rows for what it is', () => {
  expect(trailOfArrows('上级复搞(赵子龙不同意) → 领导签发', source)[0]?.action).toBe('不同意');
  expect(trailOfRow({ label: '上级复搞', value: '赵子龙 不同意 2026-03-17', source })[0]?.action).toBe('不同意');
});

it('gives no role to a step that is called as what every object inherits', () => {
  expect(trailOfLines(['constructor', '李明 2026-03-17 10:00'], source, { 开始: 'drafter' })).not.toHaveProperty(
    'role',
  );
});

it('keeps what one person did twice in a minute, and joins two drawings of one act', () => {
  const act = (opinion: string): TrailStep => ({
    step: '',
    actors: ['李明'],
    action: '审核通过',
    opinion,
    time: '2026-03-17T10:20:30',
    state: 'done',
    source,
  });
  expect(mergeTrails([[act('情况属实。'), act('已核对第三条。')]])).toHaveLength(2);
  expect(mergeTrails([[act('情况属实。')], [act('情况属实')]])).toHaveLength(1);
  expect(mergeTrails([[act('情况属实，同意。')], [act('情况属实,同意。')]])).toHaveLength(1);
});

it('does not take the number of a state for an action', () => {
  const rows = [
    ['审批人', '时间', '结果', '意见'],
    ['李明', '2026-03-17', '1', '已核。'],
  ];
  expect(trailOfTable({ rows, source })).toEqual([
    { step: '', role: 'approver', actors: ['李明'], opinion: '已核。', time: '2026-03-17', state: 'done', source },
  ]);
});

describe('rowsOfItems', () => {
  const HEAD = ['类型 裁决人 日期 结果 意见'];

  it('parts the words of an item among the columns of its head', () => {
    const items = [HEAD, ['裁决 李明 2026-03-17 10:20 1', '已核，可以 印发。'], ['裁决 孙二 2026-03-18 1 同意。']];
    expect(rowsOfItems(items)).toEqual([
      ['类型', '裁决人', '日期', '结果', '意见'],
      ['裁决', '李明', '2026-03-17T10:20', '1', '已核，可以 印发。'],
      ['裁决', '孙二', '2026-03-18', '1', '同意。'],
    ]);
  });

  it('takes the lines of an item as its cells where they are as many', () => {
    const items = [
      ['审批人', '审批时间', '审批意见'],
      ['李 明', '2026-03-17 10:20', '已核 可以'],
    ];
    expect(rowsOfItems(items)).toEqual(items);
  });

  it.each<[string, string[][]]>([
    ['a cell is missing', [HEAD, ['裁决 李明 2026-03-17']]],
    ['a word stands in the column of days', [HEAD, ['裁决 李明 王芳 2026-03-17 同意。']]],
    ['the head names other things', [['标题 作者 日期 栏目'], ['通知 李明 2026-03-17 公告']]],
    ['it is a menu', [['邮件'], ['审批'], ['公告']]],
    ['nobody has acted yet', [HEAD]],
    ['there is nothing', []],
  ])('gives nothing where %s', (_, items) => {
    expect(rowsOfItems(items)).toBeUndefined();
  });
});
describe('entries without heads', () => {
  const entry = [
    '李建国',
    '党政办公室',
    '内容完整，同意呈签。',
    '接收人：周志强',
    '2026-03-10 15:08:31 [部门审核 / 批准]',
  ];

  it('tell who, the step, what was done there, when and why', () => {
    expect(stepOfEntry(entry, source)).toEqual({
      step: '部门审核',
      role: 'reviewer',
      actors: ['李建国'],
      action: '批准',
      opinion: '内容完整，同意呈签。',
      time: '2026-03-10T15:08:31',
      state: 'done',
      source,
    });
  });

  it.each([
    ['in cells', ['李建国\n党政办公室', '同意', '2026-03-10 15:08:31\n[核稿/批准]'], '同意'],
    ['without an office', ['李建国', '同意', '2026-03-10 [核稿/批准]'], '同意'],
    ['without an opinion', ['李建国', '党政办公室', '2026-03-10', '[核稿/批准]'], undefined],
    [
      'its receivers on lines of their own',
      ['李建国', '同意', '接收人：', '周志强', '孙丽', '2026-03-10 [核稿/批准]'],
      '同意',
    ],
    ['an office in brackets', ['李建国[党政办公室]', '同意', '2026-03-10 [核稿/批准]'], '同意'],
  ])('are read %s', (_, lines, opinion) => {
    const step = stepOfEntry(lines, source);
    expect(step).toMatchObject({ actors: ['李建国'], role: 'reviewer', state: 'done' });
    expect(step?.opinion).toBe(opinion);
  });

  it.each([
    ['nobody', ['党政办公室', '同意', '2026-03-10 [核稿/批准]']],
    ['no time', ['李建国', '同意', '[核稿/批准]']],
    ['no step', ['李建国', '同意', '2026-03-10 15:08:31']],
    ['two names in one line', ['李建国、周志强', '2026-03-10 [核稿/批准]']],
    ['a sentence', ['李建国同志于2026-03-10任职[综合/党建]']],
    ['the name behind it all', ['同意', '2026-03-10 [核稿/批准]', '李建国']],
  ])('are none with %s', (_, lines) => {
    expect(stepOfEntry(lines, source)).toBeUndefined();
  });

  it('make a table a record where every row is one', () => {
    const row = (name: string): string[] => [name, '同意', '2026-03-10 15:08:31 [核稿/批准]'];
    expect(recordsInEntries([row('李建国'), ['', ''], row('周志强')])).toBe(true);
    expect(recordsInEntries([row('李建国'), ['标题', '通知', '']])).toBe(false);
    expect(recordsInEntries([['', '']])).toBe(false);
    expect(trailOfTable({ rows: [row('李建国'), ['', '']], hidden: true, source })).toEqual([
      expect.objectContaining({ actors: ['李建国'], hidden: true }),
    ]);
    expect(trailOfLines(row('李建国'), source)?.step).toBe('核稿');
  });
});

it('puts a record that begins with the latest the other way round, and no other', () => {
  const steps = (...times: (string | undefined)[]) =>
    times.map((time) => ({
      step: time ?? '',
      actors: ['李明'],
      ...(time === undefined ? {} : { time }),
      state: 'done' as const,
      source,
    }));
  const order = (...times: (string | undefined)[]): string[] => oldestFirst(steps(...times)).map(({ step }) => step);
  expect(order('2026-03-11', '2026-03-10', '2026-03-09')).toEqual(['2026-03-09', '2026-03-10', '2026-03-11']);
  expect(order(undefined, '2026-03-11', '2026-03-09')).toEqual(['2026-03-09', '2026-03-11', '']);
  expect(order('2026-03-09', '2026-03-11')).toEqual(['2026-03-09', '2026-03-11']);
  expect(order('2026-03-11', '2026-03-09', '2026-03-10')).toEqual(['2026-03-11', '2026-03-09', '2026-03-10']);
  expect(order('2026-03-11', '2026-03-11')).toEqual(['2026-03-11', '2026-03-11']);
  expect(order()).toEqual([]);
});

describe('trailOfCards', () => {
  const lines = (...texts: string[]) => texts.map((text) => ({ text, source }));
  const BEGUN = ['申请人：田小禾2026-10-12 09:12:30', '申请理由：窗口设备更新。'];
  const DONE = ['办公室主任：石大川 2026-10-13 15:30:12', '审核状态:已批准', '审核意见：情况属实。'];
  const WAITS = ['镇长：何长青', '审核状态:未处理', '审核意见：'];

  it('reads one step a card, the first one first', () => {
    const { steps, lines: taken } = trailOfCards(lines(...WAITS, ...DONE, ...BEGUN));
    expect(taken).toHaveLength(7);
    expect(
      steps.map(({ step, actors, action, opinion, time, state }) => [step, actors, action, opinion, time, state]),
    ).toEqual([
      ['申请人', ['田小禾'], '提交', undefined, '2026-10-12T09:12:30', 'done'],
      ['办公室主任', ['石大川'], '已批准', '情况属实。', '2026-10-13T15:30:12', 'done'],
      ['镇长', ['何长青'], '未处理', undefined, undefined, 'current'],
    ]);
    expect(trailOfCards(lines(...BEGUN, ...DONE)).steps.map(({ step }) => step)).toEqual(['申请人', '办公室主任']);
  });

  it.each<[string, string[]]>([
    ['only who began it is there', BEGUN],
    ['a label has a name and no state below it', ['联系人：石大川', '电话：0700-0000000', '审核人：何长青']],
    [
      'the state stands below another card',
      ['联系人：石大川', '办公室主任：何长青', '一', '二', '三', '审核状态:已批准'],
    ],
    ['several people stand in a head', ['办公室主任：石大川、何长青', '审核状态:已批准']],
    ['there is nothing', []],
  ])('gives nothing where %s', (_, texts) => {
    expect(trailOfCards(lines(...texts))).toEqual({ steps: [], lines: [] });
  });
});

it('takes a list of documents for no record', () => {
  const rows = [
    ['类型', '标题', '申请时间', '审核人', '状态', '操作'],
    ['发文', '关于窗口轮岗的通知', '2026-10-12 09:12', '石大川', '处理中', '查看'],
  ];
  expect(trailOfTable({ rows, source })).toEqual([]);
});
