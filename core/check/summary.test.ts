import { describe, expect, it } from 'vitest';
import { problem } from '../base/problems.ts';
import { RULES } from '../rules/index.ts';
import { type DocumentSketch, documentFrom, runOf } from '../rules/testing.ts';
import { firstClause, groupsOf, type Line, threeLines } from './summary.ts';

const frame = { from: 'page', frame: '0', label: '', path: 'iframe' } as const;
const linesOf = (sketch: DocumentSketch): Line[] => {
  const document = documentFrom(sketch);
  return threeLines(runOf(RULES, document), document);
};
const clean: DocumentSketch = {
  fields: {
    title: '关于开展标准化培训的通知',
    drafter: ['王芳'],
    reviewer: ['李明'],
    approver: ['赵强'],
    draftedOn: '2026-11-18',
    reviewedOn: '2026-11-19',
    approvedOn: '2026-11-20',
    writtenOn: '2026-11-20',
  },
};

describe('the three lines', () => {
  it('say 没问题 of a clean document', () => {
    const [line, ...more] = linesOf(clean);
    expect(line).toMatchObject({ id: 'fine', word: '没问题' });
    expect(line?.text).toMatch(/^查了\d+项，读到8个栏目/);
    expect(more).toEqual([]);
  });

  it('count boxes that have no role', () => {
    const [line] = linesOf({
      kind: 'record',
      pairs: { 培训主题: '标准宣贯', 学时: '', 讲师: { state: 'unreadable' } },
    });
    expect(line?.text).toContain('读到2个栏目');
  });

  it('leave out values that are quoted in passing', () => {
    const [line] = linesOf({ ...clean, fields: { ...clean.fields, docNumber: '源政办[2026]012号' } });
    expect(line?.text).toBe('发文字号的写法有2处不对（年份没有用六角括号、序号前有虚位）');
  });

  it('say the first clauses, grouped by word', () => {
    const lines = linesOf({
      fields: {
        ...clean.fields,
        reviewer: '',
        approver: '',
        approvedOn: '',
        reviewedOn: '',
        writtenOn: '',
        publishedOn: '2026-11-20',
        effectiveOn: '2026-11-01',
      },
      trail: [{ step: '领导签发', role: 'approver', state: 'predicted' }],
      notes: [{ kind: 'unreadable', problem: problem('embed-unreadable', { control: '金格' }), source: frame }],
    });
    expect(lines).toEqual([
      { id: 'must', word: '必须改', count: 2, text: '审核人是空的；实施日期（2026-11-01）早于发布日期（2026-11-20）' },
      { id: 'unread', word: '没读到', count: 1, text: '正文在金格控件里' },
      { id: 'later', word: '待流转', count: 1, text: '签发人由“领导签发”这一步填' },
    ]);
  });

  it('are three at most: the fourth group is named in the last', () => {
    const lines = linesOf({
      fields: { ...clean.fields, drafter: '', reviewer: ['党政办'], approver: '', approvedOn: '' },
      trail: [{ step: '领导签发', role: 'approver', state: 'predicted' }],
      notes: [{ kind: 'unreadable', text: '右边的框架没读到。', source: { ...frame, label: '正文' } }],
    });
    expect(lines.map((line) => line.word)).toEqual(['必须改', '建议看', '没读到']);
    expect(lines[2]?.text).toBe('右边的框架没读到；另有待流转1项');
  });

  it('name three things of many', () => {
    const lines = linesOf({ fields: { drafter: '', reviewer: '', approver: '', publishedOn: '2026年2月30日' } });
    expect(lines[0]).toMatchObject({ word: '必须改', count: 4, text: '拟稿人是空的；审核人是空的；签发人是空的等' });
  });

  it('say nothing of a page that is no document', () => {
    expect(linesOf({ isDocument: false, fields: { drafter: '' } })).toEqual([]);
  });

  it('do not call fine what could not be read', () => {
    expect(linesOf({})).toEqual([{ id: 'unread', word: '没读到', count: 0, text: '没有读到可以检查的内容' }]);
    const [line] = linesOf({ ...clean, notes: [{ kind: 'unreadable', text: '框架没读到。', source: frame }] });
    expect(line).toMatchObject({ word: '没读到', count: 1 });
  });

  it('of a stopped document say only that', () => {
    const lines = linesOf({
      classified: { mark: '机密', source: frame },
      notes: [{ kind: 'unreadable', text: '正文里的秘密没读到。', source: frame }],
    });
    expect(lines).toEqual([{ id: 'must', word: '必须改', count: 1, text: '文件上有“机密”标志' }]);
  });
});

describe('the groups', () => {
  it('fold what only is not on the form', () => {
    const document = documentFrom({ fields: { title: '请假单' }, kind: 'unknown' });
    const run = runOf(RULES, document);
    expect(run.summary.cannotTell).toBeGreaterThan(3);
    expect(run.summary.quiet).toBe(run.summary.cannotTell);
    expect(groupsOf(run, document)).toEqual([]);
  });

  it('hold every finding that is not folded, once', () => {
    const document = documentFrom({ fields: { drafter: '', reviewer: ['党政办'], approver: { state: 'unreadable' } } });
    const run = runOf(RULES, document);
    const { error, warning, info, pending, cannotTell, quiet, errored } = run.summary;
    const shown = groupsOf(run, document).flatMap((group) => group.items);
    expect(shown).toHaveLength(error + warning + info + pending + cannotTell - quiet + errored);
    expect(shown.length).toBeGreaterThan(2);
  });
});

it.each([
  ['审核人是空的，请补填。', '审核人是空的'],
  ['实施日期（2026-11-01，周日）早于发布日期。', '实施日期（2026-11-01，周日）早于发布日期'],
  ['写的是“甲，乙”，不对。', '写的是“甲，乙”'],
  ['没有标点', '没有标点'],
])('the first clause of %s', (sentence, clause) => {
  expect(firstClause(sentence)).toBe(clause);
});
