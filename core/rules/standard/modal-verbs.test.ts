import { expect, it } from 'vitest';
import { type DocumentSketch, describeRule, findingsOf } from '../testing.ts';
import { modalVerbs } from './modal-verbs.ts';

const SCOPE = ['# 1 范围', '本文件规定了窗口人员应遵守的行为要求。本文件适用于便民服务中心。'];
const standard = (...clauses: string[]): DocumentSketch => ({
  kind: 'standard',
  text: [...SCOPE, '# 4 服务要求', ...clauses],
});

describeRule(modalVerbs, [
  { name: 'as it should be', document: standard('4.1 窗口人员应佩戴工作牌，不应离岗。'), reasons: ['passed'] },
  { name: '必须', document: standard('4.1 窗口人员必须佩戴工作牌。'), reasons: ['must'] },
  { name: '必须 as an adjective', document: standard('4.1 办理必须的材料应一次告知。'), reasons: ['passed'] },
  { name: '必须 in quotation marks', document: standard('4.1 墙上应写明“必须出示证件”。'), reasons: ['passed'] },
  { name: '必须 in a title', document: standard('4.1 应执行《窗口必须知道的十件事》。'), reasons: ['passed'] },
  {
    name: '必须 in the words of a law',
    document: standard('4.1 按照《社会救助暂行办法》第十一条，申请人必须如实申报。'),
    reasons: ['passed'],
  },
  {
    name: '不得 in the time of the edition before',
    document: { ...standard('4.1 窗口人员不得离岗，必须登记。'), fields: { publishedOn: '2015-03-01' } },
    reasons: ['must'],
  },
  {
    name: 'the day is not read, and the editions differ',
    document: { ...standard('4.1 窗口人员不得离岗。'), fields: { publishedOn: { state: 'unreadable' } } },
    reasons: ['undated'],
  },
  { name: '不得', document: standard('4.1 窗口人员不得离岗。'), reasons: ['forbidden'] },
  {
    name: '禁止 and 严禁 are told apart',
    document: standard('4.1 大厅内禁止吸烟。', '4.2 严禁收受礼品。'),
    reasons: ['forbidden', 'forbidden'],
  },
  {
    name: 'words that only look like it',
    document: standard('4.1 不得不调整时应说明，禁止标志应醒目，不得已离岗的应登记。'),
    reasons: ['passed'],
  },
  {
    name: 'a requirement in the scope',
    document: { kind: 'standard', text: ['# 1 范围', '窗口人员应佩戴工作牌。', '# 4 服务要求', '4.1 应微笑。'] },
    reasons: ['misplaced'],
  },
  {
    name: 'a requirement in the introduction',
    document: { kind: 'standard', text: ['# 引言', '各窗口应组织学习。', ...SCOPE] },
    reasons: ['misplaced'],
  },
  {
    name: 'a requirement in a note',
    document: standard('4.1 应公示办理流程。', '注：公示内容应每月更新。'),
    reasons: ['misplaced'],
    told: [['“注”里有1处写了要求（“应”）：4.1。要求应当写在正文的条款里。', '', '5', '']],
  },
  {
    name: 'a note without a requirement',
    document: standard('4.1 应公示办理流程。', '注：公示可采用相应的电子屏，适应老年人需要。'),
    reasons: ['passed'],
  },
  {
    name: 'words with 应 in the scope',
    document: {
      kind: 'standard',
      text: [
        '# 1 范围',
        '本文件规定了应遵守的秩序、应急处置和供应保障，适用于相应窗口。',
        '# 4 服务要求',
        '4.1 应微笑。',
      ],
    },
    reasons: ['passed'],
  },
  {
    name: 'the preface says what it likes',
    document: { kind: 'standard', text: ['# 前言', '本文件必须经批准后发布。', ...SCOPE] },
    reasons: ['passed'],
  },
  {
    name: 'the names of further reading',
    document: standard('4.1 应微笑。', '# 参考文献', '窗口人员必须知道的十件事'),
    reasons: ['passed'],
  },
  {
    name: 'a part was not read',
    document: { ...standard('4.1 应微笑。'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  { name: 'an approval form about a standard', document: { kind: 'standard' }, reasons: ['no-text'] },
  {
    name: 'an official document uses the words freely',
    document: { kind: 'official', text: ['# 一、要求', '各单位必须落实，严禁推诿。'] },
    reasons: ['other-kind'],
  },
  {
    name: 'no text, and a part was not read',
    document: { kind: 'standard', notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  {
    name: '必须 in the preface, in the introduction and in front',
    document: {
      kind: 'standard',
      text: [
        '必须',
        '# 前言',
        '必须修订。',
        '# 引言',
        '必须说明。',
        ...SCOPE,
        '# 4 服务要求',
        '4.1 应登记。',
        '# 参考文献',
        '必须知道。',
      ],
    },
    reasons: ['passed'],
  },
  {
    name: '应 in the introduction',
    document: { kind: 'standard', text: ['# 引言', '窗口人员应登记。', ...SCOPE, '# 4 服务要求', '4.1 应登记。'] },
    reasons: ['misplaced'],
    told: [['“引言”里有1处写了要求（“应”）：引言。要求应当写在正文的条款里。', '', '2', '']],
  },
  {
    name: '应 in a note',
    document: standard('4.1 应登记。', ' 注 1 ：窗口人员应登记。', '注：应登记。', '注意：应登记。', '备注：应登记。'),
    reasons: ['misplaced'],
  },
  { name: '必须 twice in a clause', document: standard('4.1 窗口人员必须登记，必须签字。'), reasons: ['must'] },
]);

it('calls an annex by its letter', () => {
  const text = ['# 1 范围', '本文件规定了窗口服务的要求。', '# 附录A', '检查表必须每月填写。'];
  const [finding] = findingsOf(modalVerbs, { kind: 'standard', text });
  expect(finding?.message).toBe('有1处用了“必须”：附录A。表示要求应当用“应”。');
});

it('says how often and where', () => {
  const [finding] = findingsOf(
    modalVerbs,
    standard('4.1 人员必须在岗，必须着装。', '# 5 监督', '5.2.1 必须公示。', '检查必须留痕。'),
  );
  expect(finding?.message).toBe('有4处用了“必须”：4.1、5.2.1。表示要求应当用“应”。');
  expect(finding?.sources).toHaveLength(3);
});

it.each([
  ['the chapter of a plain heading', ['4 咨询要求', '窗口人员必须告知。'], '第4章'],
  ['the clause', ['4 咨询要求', '4.1 窗口人员必须告知。'], '4.1'],
  ['no item of a list for a chapter', ['a) 甲。', '4 登记', '5 发放', '窗口人员必须告知。'], '第5章'],
  ['no sentence for a chapter', ['4 名窗口人员必须告知。', '必须登记。'], '第3章'],
])('names %s where no heading is marked as one', (_name, lines, place) => {
  const text = ['1 范围', '规定了要求。', '3 术语和定义', '没有。', ...lines];
  const found = findingsOf(modalVerbs, { kind: 'standard', text }).find(({ reason }) => reason === 'must');
  expect(found?.message).toContain(place);
});
