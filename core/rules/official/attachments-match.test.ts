import { expect, it } from 'vitest';
import { blocksFrom, type DocumentSketch, describeRule, documentFrom, findingsOf } from '../testing.ts';
import { attachmentsMatch } from './attachments-match.ts';

const file = blocksFrom(['附件'])[0]?.source;
const listed = (name: string) => ({ name, how: 'listed' as const, ...(file ? { source: file } : {}) });
const note = (attachmentsNote: string, ...names: string[]): DocumentSketch => ({
  fields: { attachmentsNote },
  attachments: names.map((name) => ({ name })),
});

describeRule(attachmentsMatch, [
  { name: 'one named, one there', document: note('培训计划表', '培训计划表.docx'), reasons: ['passed'] },
  {
    name: 'two in one line',
    document: note('1.培训计划表 2.参训人员回执', '附件1：培训计划表.docx', '附件2 参训人员回执.doc'),
    reasons: ['passed'],
  },
  {
    name: 'two in lines',
    document: note('1. 培训计划表\n2. 参训人员回执', '参训人员回执.pdf', '培训计划表.pdf'),
    reasons: ['passed'],
  },
  {
    name: 'named in brackets',
    document: note('《窗口服务规范》', '源潭镇便民服务中心窗口服务规范.docx'),
    reasons: ['passed'],
  },
  { name: 'size behind the name', document: note('培训计划表', '培训计划表.docx 18 KB'), reasons: ['passed'] },
  { name: 'more there than named', document: note('培训计划表', '培训计划表.docx', '会签单.pdf'), reasons: ['passed'] },
  {
    name: 'one of two is not there',
    document: note('1.培训计划表 2.参训人员回执', '培训计划表.docx'),
    reasons: ['fewer'],
  },
  {
    name: 'the text itself is no annex',
    document: note('1.培训计划表 2.回执', '正文.docx', '培训计划表.docx'),
    reasons: ['fewer'],
  },
  { name: 'another name', document: note('培训计划表', '值班安排.docx'), reasons: ['name'] },
  { name: 'one archive', document: note('1.培训计划表 2.参训人员回执', '附件.zip'), reasons: ['packed'] },
  {
    name: 'several in one file',
    document: note('1.培训计划表 2.参训人员回执', '附件1-2.pdf'),
    reasons: ['packed'],
    told: [['附件是打包或合并的文件，件数没有判断。', 'attachmentsNote', '附件', '']],
  },
  {
    name: 'the list of files was not found',
    document: note('1.培训计划表 2.参训人员回执'),
    reasons: ['no-list'],
    told: [['没有读到附件列表，附件件数没有判断。', 'attachmentsNote', '附件', '']],
  },
  {
    name: 'a part of the page was not read',
    document: { ...note('1.培训计划表 2.参训人员回执', '培训计划表.docx'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
    told: [['附件或正文没有读全，附件请目视核对。', 'attachmentsNote', '附件', '']],
  },
  {
    name: 'the note gives no text',
    document: { fields: { attachmentsNote: { state: 'unreadable' } } },
    reasons: ['unread'],
  },
  { name: 'none', document: note('无'), reasons: ['none'] },
  { name: 'no box', document: {}, reasons: ['none'], told: [['没有附件说明。', 'attachmentsNote', '', '']] },
  {
    name: 'the box is the list of files itself',
    document: note('培训计划表.docx 18 KB', '会签单.pdf'),
    reasons: ['none'],
  },
  {
    name: 'a mark behind a name in the text',
    document: { attachments: [listed('培训计划表。'), { name: '培训计划表.docx' }] },
    reasons: ['end-mark'],
  },
  {
    name: 'a box may write marks as it likes',
    document: note('1.培训计划表；2.参训人员回执。', '培训计划表.docx', '参训人员回执.docx'),
    reasons: ['passed'],
  },
  {
    name: 'a half-width colon in the text',
    document: { text: ['附件:培训计划表'], attachments: [listed('培训计划表'), { name: '培训计划表.docx' }] },
    reasons: ['colon'],
  },
  {
    name: 'the text as it should be',
    document: {
      text: ['附件：1.培训计划表', '2.参训人员回执'],
      attachments: [
        listed('培训计划表'),
        listed('参训人员回执'),
        { name: '1培训计划表.docx' },
        { name: '2参训人员回执.docx' },
      ],
    },
    reasons: ['passed'],
  },
]);

it('names what is not there', () => {
  const [finding] = findingsOf(attachmentsMatch, note('1.培训计划表 2.参训人员回执', '培训计划表.docx'));
  expect(finding?.message).toBe('附件说明列了2件而实际只有1件，缺“参训人员回执”。');
  expect(documentFrom(note('甲', '乙.docx')).attachments[0]?.how).toBe('attached');
});
