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
  {
    name: 'what a name is told by',
    document: {
      text: ['见附件:值班表', ' 附 件 1: 培训计划表', '附件:回执'],
      attachments: [listed('1.、培训计划表。；'), { name: '培训计划表.docx' }, { name: '值班表.docx' }],
    },
    reasons: ['end-mark', 'colon'],
    told: [
      [
        '附件名称“1.、培训计划表”后面不加标点。',
        'attachmentsNote',
        '1',
        '去掉标点：1.、培训计划表。； → 1.、培训计划表',
      ],
      ['“附件”后面的冒号应当用全角“：”。', 'attachmentsNote', '2', '改成全角冒号：: → ：'],
    ],
  },
  {
    name: 'a colon in a sentence',
    document: { text: ['请填写附件:值班表'], ...note('值班表', '值班表.docx') },
    reasons: ['passed'],
  },
  {
    name: 'a mark inside a name',
    document: { attachments: [listed('表一、二'), { name: '表一、二.docx' }] },
    reasons: ['passed'],
  },
  {
    name: 'a mark on a page',
    document: { attachments: [{ name: '值班表。', how: 'listed' }, { name: '值班表.docx' }] },
    reasons: ['passed'],
  },
  {
    name: 'the text goes before the box',
    document: { ...note('回执'), attachments: [listed('值班表'), { name: '值班表.docx' }] },
    reasons: ['passed'],
  },
  { name: 'none yet', document: note(' 暂无 ', '值班表.docx'), reasons: ['none'] },
  {
    name: 'a name that begins with 无',
    document: note('无障碍改造表', '值班表.docx'),
    reasons: ['name'],
    told: [['附件里没有和附件说明同名的“无障碍改造表”，请核对。', 'attachmentsNote', '附件', '']],
  },
  { name: 'a name that ends with 没有', document: note('问题有没有', '值班表.docx'), reasons: ['name'] },
  { name: 'a heading above the names', document: note('附件：\n值班表', '值班表.docx'), reasons: ['passed'] },
  {
    name: 'a heading without a colon, empty lines',
    document: note('附件\n\n 值班表；', '值班表.docx'),
    reasons: ['passed'],
  },
  {
    name: 'names that begin with 附件',
    document: note('附件清单\n值班表', '值班表.docx', '附件清单.docx'),
    reasons: ['passed'],
  },
  {
    name: 'a name that ends with 附件',
    document: note('合同附件；值班表', '值班表.docx'),
    reasons: ['fewer'],
    told: [['附件说明列了2件而实际只有1件，缺“合同附件”。', 'attachmentsNote', '附件', '']],
  },
  {
    name: 'ten and more, far apart',
    document: note('9. 值班表   10 . 回执', '值班表.docx', '回执.docx'),
    reasons: ['passed'],
  },
  { name: 'a number and a year', document: note('值班表 2026年', '值班表2026年.docx'), reasons: ['passed'] },
  {
    name: 'fewer, all of them named',
    document: note('值班表；2026年值班表。', '值班表.docx'),
    reasons: ['fewer'],
    told: [['附件说明列了2件而实际只有1件，缺“2026年值班表”。', 'attachmentsNote', '附件', '']],
  },
  { name: 'one archive among files', document: note('值班表；回执', '值班表.docx', '回执等.zip'), reasons: ['packed'] },
  {
    name: 'a part was not read, nothing is missing',
    document: { ...note('值班表', '值班表.docx'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
    told: [['附件或正文没有读全，附件请目视核对。', '', '', '']],
  },
  {
    name: 'a part was not read, and one is missing',
    document: { ...note('值班表', '回执.docx'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
    told: [['附件或正文没有读全，附件请目视核对。', 'attachmentsNote', '附件', '']],
  },
  {
    name: 'a part was not read, no list',
    document: { ...note('值班表'), notes: [{ kind: 'unreadable' }] },
    reasons: ['unread'],
  },
  { name: 'the same file twice', document: note('值班表；回执', '值班表.docx', '值班表.docx'), reasons: ['fewer'] },
  { name: 'a name with the text of it', document: note('值班表', '值班正文.docx'), reasons: ['name'] },
  { name: 'a file without a name', document: note('值班表', '.docx'), reasons: ['name'] },
  {
    name: 'the list and its names',
    document: { attachments: [listed('值班表'), listed('回执'), { name: '值班表.docx' }] },
    reasons: ['fewer'],
  },
]);

it('names what is not there', () => {
  const [finding] = findingsOf(attachmentsMatch, note('1.培训计划表 2.参训人员回执', '培训计划表.docx'));
  expect(finding?.message).toBe('附件说明列了2件而实际只有1件，缺“参训人员回执”。');
  expect(documentFrom(note('甲', '乙.docx')).attachments[0]?.how).toBe('attached');
});
