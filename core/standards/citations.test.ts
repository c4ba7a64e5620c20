import { expect, test } from 'vitest';
import type { Block } from '../base/block.ts';
import { citedOnce, findCitations, placesOnPage } from './citations.ts';

const source = { from: 'file', name: 'a.docx', sha256: '0'.repeat(64), place: { paragraph: 1 } } as const;
const paragraph = (text: string): Block => ({ kind: 'paragraph', text, region: 'body', source });
const found = (...texts: string[]) =>
  findCitations(texts.map(paragraph)).map(({ designation, title }) => [designation, title]);

test('the lines of the training handout', () => {
  expect(
    found(
      '标准体系图、标准明细表、标准汇总表，符合GB/T24421、GB/T32170等国家标准要求，或者与本单位的事项和流程相适应。',
      '文本格式满足GB/T1.1.文字表达清晰',
      ' GB/T1.1-2020标准化工作导则 第1部分标准化文件结构和起草规则',
      '--GB/T32170.1-2015 政务服务中心标准化工作指南-第1部分：基本要求',
      '--DB34/T1162.1-2010行政服务标准体系建设指南 第1部分 基本要求，安徽省地方标准',
      '--DB34/T3229-2018市县（区）、乡镇、村（社区）政务服务体系建设指南，安徽省地方标准',
      '--GB/T32169.1-2015政务服务中心运行规范',
      '第1部分：基本要求',
      '---GB/T36112-2018政务服务中心服务现场管理规范',
    ),
  ).toEqual([
    ['GB/T 24421', ''],
    ['GB/T 32170', ''],
    ['GB/T 1.1', ''],
    ['GB/T 1.1—2020', '标准化工作导则 第1部分标准化文件结构和起草规则'],
    ['GB/T 32170.1—2015', '政务服务中心标准化工作指南-第1部分：基本要求'],
    ['DB34/T 1162.1—2010', '行政服务标准体系建设指南 第1部分 基本要求'],
    ['DB34/T 3229—2018', '市县（区）、乡镇、村（社区）政务服务体系建设指南'],
    ['GB/T 32169.1—2015', '政务服务中心运行规范 第1部分：基本要求'],
    ['GB/T 36112—2018', '政务服务中心服务现场管理规范'],
  ]);
});

test('titles in 《》, behind and in front', () => {
  expect(
    found(
      '本文件按照GB/T 1.1—2020《标准化工作导则　第1部分：标准化文件的结构和起草规则》的规定起草。',
      '按《政务服务评价工作指南》（GB/T 39735—2020）执行。',
      'GB/T 24421（所有部分）　服务业组织标准化工作指南',
    ),
  ).toEqual([
    ['GB/T 1.1—2020', '标准化工作导则 第1部分：标准化文件的结构和起草规则'],
    ['GB/T 39735—2020', '政务服务评价工作指南'],
    ['GB/T 24421', '服务业组织标准化工作指南'],
  ]);
});

test('a sentence that begins with a designation has no title', () => {
  expect(found('GB/T 1.1—2020规定了标准化文件的结构。', 'GB/T 1.1—2020和GB/T 20001.5—2017适用于本文件。')).toEqual([
    ['GB/T 1.1—2020', ''],
    ['GB/T 1.1—2020', ''],
    ['GB/T 20001.5—2017', ''],
  ]);
});

test('a table gives the title of the column that says so', () => {
  const rows = [
    ['序号', '标准号', '标准名称', '实施日期'],
    ['1', 'GB/T 36112-2018', '政务服务中心服务现场管理规范', '2018-07-01'],
    ['2', 'Q/YTBM 101—2022', '窗口服务规范', '2022-10-01'],
  ];
  const table: Block = {
    kind: 'table',
    text: rows.map((row) => row.join('\t')).join('\n'),
    rows,
    region: 'body',
    source,
  };
  expect(findCitations([paragraph('标准明细表'), table])).toMatchObject([
    { designation: 'GB/T 36112—2018', title: '政务服务中心服务现场管理规范', year: 2018, block: 1 },
    { designation: 'Q/YTBM 101—2022', title: '窗口服务规范', year: 2022, block: 1 },
  ]);
});

test('a form has its own number and a label 标准名称 in one row, and no column of titles', () => {
  const rows = [
    ['标准编号', 'Q/YTBM 211—2024', '标准名称', '大厅分区规范'],
    ['依据', 'GB/T 36112—2018', '编制人', '王芳'],
  ];
  const text = rows.map((row) => row.join('\t')).join('\n');
  expect(findCitations([{ kind: 'table', text, rows, region: 'body', source }])).toMatchObject([
    { designation: 'Q/YTBM 211—2024', title: '' },
    { designation: 'GB/T 36112—2018', title: '' },
  ]);
});

test('a number that goes over the end of a line keeps its title; several that are written together have none', () => {
  expect(
    found(
      'GB/T\n36112—2018　政务服务中心服务现场管理规范',
      '应符合GB/T 36112—\n2018《政务服务中心服务现场管理规范》的要求。',
      'GB/T 32169.1～2—2015　政务服务中心运行规范',
      'GB/T 1.1、1.2《标准化工作导则》',
    ),
  ).toEqual([
    ['GB/T 36112—2018', '政务服务中心服务现场管理规范'],
    ['GB/T 36112—2018', '政务服务中心服务现场管理规范'],
    ['GB/T 32169.1—2015', ''],
    ['GB/T 32169.2—2015', ''],
    ['GB/T 1.1', ''],
    ['GB/T 1.2', ''],
  ]);
});

test('a line without an end is read in time that grows with it', () => {
  const text = 'GB/T 36112—2018甲、'.repeat(20_000);
  expect(findCitations([paragraph(text)])).toHaveLength(20_000);
});

test('each standard once, with its title where one is written, and of a clause where one is named', () => {
  const all = findCitations(
    [
      '按GB/T 1.1—2020起草。',
      '见GB/T 1.1—2020《标准化工作导则》。',
      '应符合GB/T 1.1—2020中5.2的规定，GB/T 24421适用。',
    ].map(paragraph),
  );
  expect(citedOnce(all)).toMatchObject([
    { designation: 'GB/T 1.1—2020', title: '标准化工作导则', clause: true, block: 1 },
    { designation: 'GB/T 24421', title: '' },
  ]);
});

test('where on a page a standard is named: each place once, with the words as they stand there', () => {
  const at = (path: string) => ({ from: 'page', frame: '', label: '', path }) as const;
  const on = (path: string, text: string): Block => ({ ...paragraph(text), source: at(path) });
  const citations = findCitations([
    on('#a', '按照GB/T 24421.2-2009执行，GB/T 24421.2-2009另有规定的除外。'),
    on('#b', 'GB/T24421.2—2009'),
    on('#b', 'GB/T 24421.2'),
    paragraph('GB/T 24421.2—2009'),
  ]);
  expect(placesOnPage(citations, 'GB/T 24421.2—2009')).toEqual([
    { source: at('#a'), words: 'GB/T 24421.2-2009', times: 2 },
    { source: at('#b'), words: 'GB/T24421.2—2009', times: 1 },
  ]);
  expect(placesOnPage(citations, 'GB/T 1.1—2020')).toEqual([]);
  const many = Array.from({ length: 60 }, (_, index) => on(`#p${index}`, 'GB/T 1.1—2020'));
  expect(placesOnPage(findCitations(many), 'GB/T 1.1—2020')).toHaveLength(50);
});
