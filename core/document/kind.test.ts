import { expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import type { FileSource } from '../base/source.ts';
import { RECORD_TYPES } from '../records/index.ts';
import { KIND_LABELS, kindOf } from './kind.ts';

it.each(RECORD_TYPES.map(({ example }) => example))('%s is a record by its title alone', (title) => {
  expect(kindOf({ title, docNumber: '', kindWord: '', labels: [], blocks: [] }).kind).toBe('record');
});

it.each([
  '源县人民政府令',
  '中华人民共和国国务院令',
  '中华人民共和国主席令',
  '财政部令',
  '源县公安局公告',
  '青禾镇人民代表大会公报',
  '青禾镇镇长办公会议纪要',
  '青禾水务有限公司通告',
  '关于开展培训的通知。',
])('%s is a 公文 by its title alone', (title) => {
  expect(kindOf({ title, docNumber: '', kindWord: '', labels: [], blocks: [] }).kind).toBe('official');
});

it.each(['指令', '窗口责令', '会议公告栏', '使用部门意见栏', '公告栏'])('%s is none', (title) => {
  expect(kindOf({ title, docNumber: '', kindWord: '', labels: [], blocks: [] }).kind).toBe('unknown');
});

it('tells a record by words of its types and by no others', () => {
  const known = new Set(
    RECORD_TYPES.flatMap(({ boxes }) => boxes.flatMap(({ name, words = '' }) => [name, ...words.split(' ')])),
  );
  const [, , telling = new Set<string>()] = KIND_LABELS.find(([kind]) => kind === 'record') ?? [];
  expect(telling.size).toBeGreaterThan(40);
  expect([...telling].filter((word) => !known.has(word))).toEqual([]);
});

const source: FileSource = { from: 'file', name: 'a.docx', sha256: '', place: { whole: true } };
/** Paragraphs, and rows of one table where a line begins with |. */
function blocksOf(lines: readonly string[]): Block[] {
  const rows = lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').slice(1, -1));
  const text = lines.filter((line) => !line.startsWith('|'));
  return [
    ...text.map((line): Block => ({ kind: 'paragraph', text: line, region: 'body', source })),
    ...(rows.length > 0 ? [{ kind: 'table' as const, text: '', rows, region: 'body' as const, source }] : []),
  ];
}
const kindOfText = (title: string, ...lines: string[]): string =>
  kindOf({ title, docNumber: '', kindWord: '', labels: [], blocks: blocksOf(lines) }).kind;

const GUIDE_LINES = [
  '一、事项名称',
  '二、受理条件',
  '三、申请材料',
  '四、办理流程：申请、受理',
  '五、承诺时限',
  '六、咨询电话：12345',
];
const COPIES = ['|序号|文件编号|文件名称|份数|接收部门|接收人（签名）|发放日期|', '|1|Q/AB 1|甲|1|乙|丙|2026-01-02|'];
const CASES = ['|办件编号|事项名称|申请人|受理人|受理时间|', '|1|甲|乙|丙|2026-01-02|'];

it.each([
  ['guide', '残疾人两项补贴', GUIDE_LINES],
  ['guide', '临时救助申领指南', []],
  // What other texts say of services is no guide.
  ['unknown', '窗口服务管理制度', GUIDE_LINES],
  ['official', '关于开展高龄津贴申请的通知', GUIDE_LINES],
  ['unknown', '政策解读', ['一、申请条件', '二、申请材料', '三、办理流程', '四、联系方式']],
  ['record', '', COPIES],
  ['record', '', ['源潭镇便民服务中心', ...COPIES]],
  ['record', '', ['|表一||||||', ...COPIES]],
  ['case', '', CASES],
  // A form inside a longer text, and one of half the columns.
  [
    'unknown',
    '文件管理制度',
    [
      ...COPIES,
      '第一条 为规范文件的发放和回收，保证各窗口使用现行有效的文件，依照上级的规定并结合本中心的实际情况，制定本制度，请各窗口遵照执行并抓好落实。',
    ],
  ],
  ['unknown', '', ['|序号|文件名称|份数|', '|1|甲|1|']],
  ['unknown', '', ['|姓名|部门|电话|', '|甲|乙|1|']],
  ['table', '政务服务事项与标准对照表', []],
  ['record', '试点评估申请表', []],
])('%s: %s', (kind, title, lines) => {
  expect(kindOfText(title, ...lines)).toBe(kind);
});

it.each([
  [['1 范围', '本文件规定了窗口服务的要求。', '2 术语和定义'], 'standard'],
  [['1 范围', '规定了窗口服务的要求。', '2 规范性引用文件', '3 术语和定义'], 'standard'],
  [['1 范围', '这篇文章讲窗口怎样服务。', '2 术语和定义'], 'unknown'],
  [['质量手册', '1 范围', '本文件讲体系。', '2 规范性引用文件', '3 术语和定义'], 'unknown'],
  [['（依据ISO9001:2015）', '1 范围', '2 规范性引用文件', '3 术语和定义'], 'unknown'],
])('tells a standard by its chapters: %j', (lines, kind) => {
  expect(kindOfText('', ...lines)).toBe(kind);
});

it.each(['MZ/T 039—2013', 'DL/T 645-2007'])('%s is the number of a standard', (docNumber) => {
  expect(kindOf({ title: '', docNumber, kindWord: '', labels: [], blocks: [] }).kind).toBe('standard');
});

it.each([
  ['补贴申领', 'guide'],
  ['补贴申领详解', 'unknown'],
])('%s with boxes of a guide', (title, kind) => {
  const labels = ['法定办结时限', '承诺办结时限', '咨询电话', '申请条件'];
  expect(kindOf({ title, docNumber: '', kindWord: '', labels, blocks: [] }).kind).toBe(kind);
});
