import { describe, expect, test } from 'vitest';
import type { Block } from '../base/block.ts';
import { adviseOn } from './advice.ts';
import type { CataloguePack, CatalogueRow } from './catalogue.ts';
import { findCitations } from './citations.ts';
import { BUILT_IN_CATALOGUE } from './pack.ts';
import { statusOn } from './status.ts';
import { cataloguePack, catalogueRow as row } from './testing.ts';

const ended = (by: string[], more: Partial<CatalogueRow> = {}) => ({
  replacedBy: by,
  withdrawnOn: '2020-01-01',
  ...more,
});
const PACK = cataloguePack([
  row('GB/T 900—2010', ended(['GB/T 900—2015'])),
  row('GB/T 900—2015', { effectiveOn: '2015-01-01', replacedBy: ['GB/T 900—2020'], withdrawnOn: '2020-01-01' }),
  row('GB/T 900—2020', { effectiveOn: '2020-01-01' }),
  row('GB/T 901—2010', ended(['GB/T 902.1—2020', 'GB/T 902.2—2020'])),
  row('GB/T 902.1—2020', { effectiveOn: '2020-01-01' }),
  row('GB/T 902.2—2020', { effectiveOn: '2020-01-01' }),
  row('GB/T 903—2010', { withdrawnOn: '2020-01-01' }),
  row('GB/T 904—2026', { effectiveOn: '2026-12-01' }),
  row('GB/T 905—2010', ended(['GB/T 900—2020'], { verified: false })),
  row('GB/T 910—2010', { withdrawnOn: '2020-01-01', verified: false }),
  row('GB/T 906—2010', { verified: false }),
  row('GB/T 907—2010', { status: 'unknown' }),
  row('GB/T 908—2010', ended(['GB/T 999—2020'])),
]);
const paragraph = (text: string): Block => ({
  kind: 'paragraph',
  text,
  region: 'body',
  source: { from: 'file', name: 'a.docx', sha256: '0'.repeat(64), place: { paragraph: 1 } },
});
const advised = (text: string, pack = PACK, on = '2026-11-23') =>
  findCitations([paragraph(text)]).map((cited) => adviseOn(statusOn(pack, cited.designation, on), cited));
const reasons = (text: string, on?: string) =>
  advised(text, PACK, on).map(({ outcome, reason }) => `${outcome} ${reason}`);

describe('three outcomes for a reference', () => {
  test.each([
    ['GB/T 900—2020', 'keep current'],
    ['GB/T 900', 'keep current'],
    ['GB/T 906—2010', 'keep current-unconfirmed'],
    ['应符合GB/T 900—2010的要求。', 'undate new-edition'],
    ['应符合GB/T 900—2010中5.2的要求。', 'look clause'],
    ['应符合GB/T 900—2010《某规范》第6章的要求。', 'look clause'],
    ['应符合GB/T 900—2010，附录A。', 'look clause'],
    ['GB/T 901—2010', 'look other-number'],
    ['GB/T 908—2010', 'look replaced'],
    ['GB/T 903—2010', 'look withdrawn'],
    ['GB/T 904—2026', 'look upcoming'],
    ['GB/T 905—2010', 'look replaced-unconfirmed'],
    ['GB/T 910—2010', 'look unconfirmed'],
    ['GB/T 907—2010', 'look unknown'],
    ['GB/T 1000—2010', 'look not-in-catalogue'],
    ['GB/T 900—2020《某规定》', 'look title'],
    ['GB/T 906—2010《某规定》', 'look title-unconfirmed'],
    ['GB/T 900（所有部分）《另一个名称》', 'keep current'],
  ])('%s: %s', (text, expected) => {
    expect(reasons(text)).toEqual([expected]);
  });

  test('where nobody knows whether a clause is meant, a person looks', () => {
    const advise = (designation: string) =>
      adviseOn(statusOn(PACK, designation, '2026-11-23'), { title: '', clause: 'unseen' });
    expect(advise('GB/T 900—2010')).toMatchObject({ outcome: 'look', reason: 'clause-unseen' });
    expect(advise('GB/T 900').reason).toBe('current');
    expect(advise('GB/T 903—2010').reason).toBe('withdrawn');
  });

  test('on a day on which it was in force it stays, and after the pack has lapsed nobody knows', () => {
    expect(reasons('GB/T 900—2010', '2019-12-31')).toEqual(['keep current']);
    expect(reasons('GB/T 900—2010', '2027-01-01')).toEqual(['look unknown']);
  });

  test('says which is the newest of a chain and what a standard was split into, and since when', () => {
    expect(advised('GB/T 900—2010、GB/T 901—2010').map(({ message }) => message)).toEqual([
      'GB/T 900—2010已被GB/T 900—2020代替（2020-01-01起）。不涉及具体条款，可以改为不注日期引用GB/T 900。',
      'GB/T 901—2010已被GB/T 902.1—2020、GB/T 902.2—2020代替（2020-01-01起），编号变了，请核对内容是否对应。',
    ]);
  });
});

/** The list of standards in the sixth part of the training handout, as it is pasted. */
const HANDOUT = `六、与政务服务标准化相关的国家标准和地方标准

6.1政务服务标准化工作基本原则

依法依规，科学严谨，总体规范，有效实施，突出特色，注重实效，广泛参与、持续完善。32个字概括

6.2标准化的文件的编制规则

 GB/T1.1-2020标准化工作导则 第1部分标准化文件结构和起草规则

6.3政务服务标准化工作指南

--GB/T32170.1-2015 政务服务中心标准化工作指南-第1部分：基本要求

--GB/T32170.2-2015 政务服务中心标准化工作指南-第2部分：标准体系

--DB34/T1162.1-2010行政服务标准体系建设指南 第1部分 基本要求，安徽省地方标准

--DB34/T3229-2018市县（区）、乡镇、村（社区）政务服务体系建设指南，安徽省地方标准

6.4政务服务运行规范

--GB/T32169.1-2015政务服务中心运行规范

第1部分：基本要求

--GB/T32169.2-2015政务服务中心运行规范

第2部分：进驻要求

--GB/T32169.3-2015政务服务中心运行规范

第3部分：窗口服务提供要求

--GB/T32169.4-2015政务服务中心运行规范

第4部分：窗口服务评价要求

6.5政务服务现场管理规范

---GB/T36112-2018政务服务中心服务现场管理规范
`;

test('says of a successor that nobody has confirmed it', () => {
  const answer = statusOn(BUILT_IN_CATALOGUE, 'GB/T 24421.2—2009', '2026-11-23');
  expect(adviseOn(answer, { title: '' }).message).toContain('已被GB/T 24421.2—2023（未经核对）代替（2023-03-17起）');
});

test('a series of a year is told of as a whole', () => {
  expect(adviseOn(statusOn(BUILT_IN_CATALOGUE, 'GB/T 33476—2016', '2026-11-23'), { title: '' }).reason).toBe(
    'current-unconfirmed',
  );
  expect(adviseOn(statusOn(BUILT_IN_CATALOGUE, 'GB/T 24421—2009', '2026-11-23'), { title: '' }).reason).toBe(
    'replaced-unconfirmed',
  );
  const both = pack9([true, true]);
  expect(adviseOn(statusOn(both, 'GB/T 909—2010', '2026-11-23'), { title: '' })).toMatchObject({
    reason: 'new-edition',
    message: 'GB/T 909—2010已被GB/T 909.1—2020、GB/T 909.2—2020代替。不涉及具体条款，可以改为不注日期引用GB/T 909。',
  });
});

/** Two parts, each with an edition and its successor. */
const pack9 = (verified: readonly boolean[]): CataloguePack => ({
  ...PACK,
  rows: verified.flatMap((sure, index) => [
    row(`GB/T 909.${index + 1}—2010`, ended([`GB/T 909.${index + 1}—2020`], { verified: sure })),
    row(`GB/T 909.${index + 1}—2020`, { effectiveOn: '2020-01-01' }),
  ]),
});

test('the handout’s own list: each number is found, each wrong title is told with the difference, nothing is invented', () => {
  const onePiece = [paragraph(HANDOUT)];
  const inParagraphs = HANDOUT.split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph);
  for (const blocks of [onePiece, inParagraphs]) {
    const all = findCitations(blocks).map((cited) => {
      const answer = statusOn(BUILT_IN_CATALOGUE, cited.designation, '2022-09-14');
      return { answer, ...adviseOn(answer, cited) };
    });
    expect(all.map(({ answer }) => answer.designation)).toEqual([
      'GB/T 1.1—2020',
      'GB/T 32170.1—2015',
      'GB/T 32170.2—2015',
      'DB34/T 1162.1—2010',
      'DB34/T 3229—2018',
      'GB/T 32169.1—2015',
      'GB/T 32169.2—2015',
      'GB/T 32169.3—2015',
      'GB/T 32169.4—2015',
      'GB/T 36112—2018',
    ]);
    const titled = all.filter(({ differences }) => differences.length > 0);
    expect(titled.map(({ answer, differences }) => [answer.designation, differences])).toEqual([
      ['GB/T 1.1—2020', [{ found: '', right: '的' }]],
      ['DB34/T 1162.1—2010', [{ found: '', right: '中心' }]],
    ]);
    expect(titled.map(({ message }) => message)).toEqual([
      'GB/T 1.1—2020的名称是“标准化工作导则　第1部分：标准化文件的结构和起草规则”，写的是“标准化工作导则 第1部分标准化文件结构和起草规则”（少了“的”）。请核对编号和名称。',
      '目录里DB34/T 1162.1—2010的名称是“行政服务中心标准体系建设指南　第1部分：基本要求”（未经核对），写的是“行政服务标准体系建设指南 第1部分 基本要求”（少了“中心”）。请核对编号和名称。',
    ]);
    // Whether the local one is in force nobody has confirmed: it is not said to be.
    expect(all.find(({ answer }) => answer.designation === 'DB34/T 3229—2018')).toMatchObject({ reason: 'unknown' });
    expect(all.filter(({ outcome }) => outcome === 'keep')).toHaveLength(7);
  }
});
