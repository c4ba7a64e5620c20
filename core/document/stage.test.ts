import { describe, expect, it } from 'vitest';
import type { Source } from '../base/source.ts';
import type { TrailStep } from './model.ts';
import type { StageHints } from './parts.ts';
import { isPending, isStateWord, stageOf } from './stage.ts';
import type { Stage } from './vocabulary.ts';

const source: Source = { from: 'page', frame: '', label: '', path: '' };
const step = (change: Partial<TrailStep>): TrailStep => ({ step: '', actors: [], state: 'done', source, ...change });
const hints = (change: Partial<StageHints>): StageHints => ({ states: [], buttons: [], editable: false, ...change });

const DRAFTED = step({ step: '拟稿', role: 'drafter', action: '提交' });
const REVIEWED = step({ step: '核稿', role: 'reviewer', action: '同意' });
const APPROVED = step({ step: '签发', role: 'approver', action: '同意' });
const AHEAD = step({ step: '签发', role: 'approver', state: 'predicted' });

describe('stageOf', () => {
  it.each<[string, TrailStep[], Partial<StageHints>, Stage]>([
    ['a state word', [], { states: ['草稿'] }, 'drafting'],
    ['a state word against the record', [DRAFTED, REVIEWED, APPROVED], { states: ['已归档'] }, 'archived'],
    [
      'a step that prints, behind the signature',
      [DRAFTED, APPROVED, step({ step: '编号印发', role: 'registrar', state: 'current' })],
      {},
      'issued',
    ],
    [
      'a step that hands out, before anybody signed',
      [DRAFTED, step({ step: '登记分发', role: 'registrar', state: 'current' })],
      {},
      'review',
    ],
    ['a document that was handed out', [], { states: ['已分发'] }, 'issued'],
    ['a button that sends an application', [], { buttons: ['提交申请'], editable: true }, 'drafting'],
    ['the box 当前环节', [], { step: '审核' }, 'review'],
    ['the box 当前环节 at its end', [], { step: '办结' }, 'issued'],
    ['a step that waits', [DRAFTED, { ...AHEAD, state: 'current' }], {}, 'approval'],
    ['a step that waits for the drafter', [{ ...DRAFTED, state: 'current' }], {}, 'drafting'],
    ['the next step foretold', [DRAFTED, REVIEWED, AHEAD], {}, 'approval'],
    ['a document sent back', [DRAFTED, { ...REVIEWED, action: '退回' }], {}, 'drafting'],
    ['words for a refusal', [DRAFTED], { states: ['审批不通过'] }, 'drafting'],
    [
      'a refusal behind which the flow runs on',
      [DRAFTED, { ...REVIEWED, action: '审核拒绝' }],
      { states: ['审批中'] },
      'review',
    ],
    ['buttons that send, boxes to write in', [], { buttons: ['提 交', '暂存'], editable: true }, 'drafting'],
    ['a button 发送 where it can be saved too', [], { buttons: ['返回', '保存', '发送'], editable: true }, 'drafting'],
    ['a button 发送 of a message', [], { buttons: ['发送'], editable: true }, 'unknown'],
    ['a button that saves, as long as nobody has acted', [], { buttons: ['保存'], editable: true }, 'drafting'],
    ['a button that saves and one that decides', [DRAFTED], { buttons: ['保存', '同意'], editable: true }, 'review'],
    ['a button that saves, behind an act', [DRAFTED], { buttons: ['保存'], editable: true }, 'unknown'],
    ['buttons that decide', [DRAFTED], { buttons: ['同意', '退 回'] }, 'review'],
    ['buttons that decide after a review', [DRAFTED, REVIEWED], { buttons: ['同意', '退 回'] }, 'approval'],
    [
      'a choice to agree beside a button that sends',
      [DRAFTED],
      { buttons: ['提交审批'], choices: ['通过'], editable: true },
      'review',
    ],
    ['a choice of something else', [], { buttons: ['提交审批'], choices: ['通知'], editable: true }, 'drafting'],
    [
      'decisions offered beside a button that sends',
      [DRAFTED],
      { buttons: ['提交'], options: ['同意', '不同意', '已阅'], editable: true },
      'review',
    ],
    [
      'one word offered, as a box of a form may have',
      [],
      { buttons: ['提交'], options: ['同意'], editable: true },
      'drafting',
    ],
    ['what is sent to whom it concerns', [], { buttons: ['发送', '保存待发'], editable: true }, 'drafting'],
    ['what is kept for later', [DRAFTED], { buttons: ['提交', '暂存待办'], editable: true }, 'review'],
    ['the end in the box 文档状态', [], { states: ['结束'] }, 'issued'],
    ['a flow that runs', [], { states: ['审批中'] }, 'review'],
    ['a flow that runs, by its next step', [AHEAD], { states: ['审批中'] }, 'approval'],
    ['a form that was just sent', [{ ...DRAFTED, state: 'predicted' }, AHEAD], { states: ['提交成功'] }, 'approval'],
    [
      'boxes to write in, whatever was sent before',
      [],
      { states: ['提交成功'], buttons: ['提交'], editable: true },
      'drafting',
    ],
    ['an approval and nothing after it', [DRAFTED, REVIEWED, APPROVED], {}, 'issued'],
    ['the end of a flow', [DRAFTED, REVIEWED, step({ step: '结束' })], {}, 'issued'],
    [
      'the end of a flow behind a refusal',
      [DRAFTED, { ...REVIEWED, action: '驳回' }, step({ step: '结束' })],
      {},
      'drafting',
    ],
    ['nothing', [], {}, 'unknown'],
    ['a forecast alone', [AHEAD], {}, 'unknown'],
  ])('tells the stage by %s', (_, trail, words, stage) => {
    const answer = stageOf(trail, hints(words), undefined);
    expect(answer.stage).toBe(stage);
    expect(answer.reason).not.toContain('{');
  });

  it('believes the words of a family first', () => {
    expect(stageOf([], hints({ states: ['已审核'] }), { 已审核: 'issued' }).stage).toBe('issued');
  });
});

describe('isPending', () => {
  it.each<[Parameters<typeof isPending>, boolean]>([
    [['approver', 'drafting', true], true],
    [['approver', 'review', true], true],
    [['approver', 'approval', false], true],
    [['approver', 'approval', true], false],
    [['approver', 'issued', false], false],
    [['approver', 'unknown', false], false],
    [['reviewer', 'approval', false], false],
    [['drafter', 'drafting', false], false],
    [['title', 'drafting', false], false],
    [['printedOn', 'issued', false], false],
  ])('%j → %s', (question, answer) => {
    expect(isPending(...question)).toBe(answer);
  });
});

it.each([
  ['审批中', true],
  ['已印发', true],
  ['待石大川处理', true],
  ['签发', false],
  ['退回', false],
  ['通知', false],
])('%s alone on a page tells a state: %s', (text, answer) => {
  expect(isStateWord(text)).toBe(answer);
});
