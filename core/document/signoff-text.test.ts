import { describe, expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import { listedAttachments, startOfAnnexes } from './attachments.ts';
import { requestIdOf } from './identity.ts';
import { directionOf, kindOf, wordOfTitle } from './kind.ts';
import { pairsOfLines, pairsOfText } from './signoff-text.ts';
import { titleOfText } from './title.ts';

function text(...lines: string[]): Block[] {
  return lines.map((line, index) => ({
    kind: 'paragraph',
    text: line,
    region: 'body',
    source: { from: 'file', name: 'a.docx', sha256: '', place: { paragraph: index + 1 } },
  }));
}

const told = (blocks: Block[]): string[] => pairsOfText(blocks).map(({ label, value }) => `${label}=${value}`);

describe('pairsOfText', () => {
  it.each([
    ['编制：王芳　审核：李明　批准：赵国强', ['编制=王芳', '审核=李明', '批准=赵国强']],
    ['编制：王芳 2022-09-01　审核：李明 2022-09-02', ['编制=王芳 2022-09-01', '审核=李明 2022-09-02']],
    ['编制： 审核：李明 批准：', ['编制=', '审核=李明', '批准=']],
    ['编 制：王芳　　审 核：______　　批 准：×××', ['编 制=王芳', '审 核=______', '批 准=×××']],
    ['签发人：赵国强', ['签发人=赵国强']],
    ['签发人：', []],
    ['审核：由办公室主任对材料的真实性负责。', []],
    ['5.2 审核', []],
    ['抄送：县政务服务管理局。', ['抄送=县政务服务管理局。']],
  ])('%s', (line, expected) => {
    expect(told(text(line))).toEqual(expected);
  });

  it('joins sign-off lines that stand one below the other', () => {
    expect(told(text('编制：王芳', '审核：', '批准：赵国强'))).toEqual(['编制=王芳', '审核=', '批准=赵国强']);
  });

  it('leaves empty forms of annexes alone', () => {
    expect(told(text('源潭镇便民服务中心', '编制：王芳', '附件1', '编制：　审核：　批准：'))).toEqual(['编制=王芳']);
    expect(startOfAnnexes(text('标题', '附件：1.回执', '附录A（资料性）…… 5', '附录 A（资料性）'))).toBe(3);
    expect(startOfAnnexes(text('标题', '附录1 …… 5', '附录', '附录 2', '申请表'))).toBe(3);
  });
});

const NOTICE = text(
  '源潭镇人民政府文件',
  '源政〔2026〕5号',
  '源潭镇人民政府关于开展标准化培训的通知',
  '各村（社区），镇直各单位：',
  '为做好标准化工作，现将有关事项通知如下。',
  '附件：1.培训计划',
  '2.回执',
  '源潭镇人民政府',
  '2026年3月18日',
  '源潭镇人民政府办公室　2026年3月19日印发',
);

/** A paragraph of a text. */
const LONG = '为了做好窗口服务工作，提高窗口人员的能力，经镇政府同意，现将有关事项通知如下：';

describe('a text without labels', () => {
  it('tells title, number, recipients and dates by their place', () => {
    expect(titleOfText(NOTICE)).toBe('源潭镇人民政府关于开展标准化培训的通知');
    const lines = pairsOfLines(NOTICE, titleOfText(NOTICE)).map(({ label, value }) => `${label}=${value}`);
    expect(lines).toEqual([
      '发文机关=源潭镇人民政府',
      '发文字号=源政〔2026〕5号',
      '主送机关=各村（社区），镇直各单位：',
      '印发日期=2026年3月19日',
      '发文机关=源潭镇人民政府',
      '成文日期=2026年3月18日',
    ]);
  });

  it.each([
    [
      ['青政发〔2024〕　号', '关于培训的通知', '各窗口：', '请参加。'],
      ['发文字号=青政发〔2024〕 号', '主送机关=各窗口：'],
    ],
    [['青政发〔2024〕__号　签发人：钱立', '关于培训的请示', '请批准。'], ['发文字号=青政发〔2024〕__号']],
    [
      ['青政发〔2024〕号', '[此处输入标题]', '各窗口：', '请参加。'],
      ['发文字号=青政发〔2024〕号', '主送机关=各窗口：'],
    ],
    [['你镇《请示》（青政发〔2024〕号）收悉。'], []],
    [
      ['青政发〔2024〕号', '• 发文日期：', '各窗口：'],
      ['发文字号=青政发〔2024〕号', '主送机关=各窗口：'],
    ],
    [['关于培训的通知', '为了办好培训，现将有关事项通知如下：'], []],
    [['关于培训的通知', '培训需同时满足以下条件：'], []],
    [['窗口培训推荐表', '中心名称：'], []],
    [['窗口培训方案', '第一组（前台）：'], []],
    [['致窗口人员的函', '窗口名称：'], []],
    [
      ['关于培训的通知', '分享到', '打印', '青政发〔2024〕5号', '关于培训的通知', '各村（社区），镇直各单位：', LONG],
      ['发文字号=青政发〔2024〕5号', '主送机关=各村（社区），镇直各单位：'],
    ],
    [['关于培训的通知', '第一条', '第二条', '第三条', '一、各村应当按以下规定办理：', LONG], []],
    [['关于培训的通知', '分享到', '打印', '字号', '信息来源：', LONG], []],
    [
      ['关于培训的通知', `${'青禾县财政局、'.repeat(20)}青禾县审计局：`],
      [`主送机关=${'青禾县财政局、'.repeat(20)}青禾县审计局：`],
    ],
    [['关于培训的通知', `根据${'窗口工作的要求，'.repeat(12)}各窗口应当做到：`], []],
    [
      ['便民服务规范', 'MZ/T 039—2013', '青 禾 县 民 政 协 会 发 布'],
      ['发文字号=MZ/T 039—2013', '发文机关=青禾县民政协会'],
    ],
  ])('reads a number that is still to be given: %j', (lines, expected) => {
    const blocks = text(...lines);
    expect(pairsOfLines(blocks, titleOfText(blocks)).map(({ label, value }) => `${label}=${value}`)).toEqual(expected);
  });

  const signed = (...lines: string[]): string[] => {
    const blocks = text('关于开展窗口培训的通知', ...lines);
    return pairsOfLines(blocks, titleOfText(blocks)).map(({ label, value }) => `${label}=${value}`);
  };
  it.each([
    [
      ['请参加。', '特此通知。', '青禾镇便民服务中心', '2024年3月6日'],
      ['发文机关=青禾镇便民服务中心', '成文日期=2024年3月6日'],
    ],
    [
      ['请参加。', '特此通知。', '青禾镇便民服务中心　　2024年3月6日'],
      ['发文机关=青禾镇便民服务中心', '成文日期=2024年3月6日'],
    ],
    [
      ['请参加。', '特此通知。', '青禾村村民委员会（盖章）', '二〇二四年三月六日'],
      ['发文机关=青禾村村民委员会', '成文日期=二〇二四年三月六日'],
    ],
    [
      ['请参加。', '青禾县财政局', '青禾县审计局', '2024年3月6日'],
      ['发文机关=青禾县财政局、青禾县审计局', '成文日期=2024年3月6日'],
    ],
    [['请参加。', '特此通知。', '2024年3月'], ['成文日期=2024年3月']],
    [['请参加。', '特此通知', '2024年3月6日'], ['成文日期=2024年3月6日']],
    [['请青禾镇便民服务中心于2024年3月6日前报送。'], []],
    [['请参加。', '联系单位：青禾镇便民服务中心', '2024年3月6日'], ['成文日期=2024年3月6日']],
  ])('reads the signature %j', (lines, expected) => {
    expect(signed(...lines)).toEqual(expected);
  });

  it.each([
    [['窗口叫号系统', '共性需求说明', '青禾镇便民服务中心', '2024年3月', '1 引言', '本说明书讲系统要做什么。']],
    [['窗口服务手册', '（第一版）', '青禾镇', '二〇二四年三月', '前言', '为方便群众，编制本手册。']],
    [['窗口服务手册', '（第一版）', '青禾镇', '青禾镇便民服务中心 2024年3月', '为方便群众，编制本手册。']],
  ])('takes no month of a cover for the day of a signature: %j', (lines) => {
    expect(pairsOfLines(text(...lines), '')).toEqual([]);
  });

  it('tells the number of a standard whose cover shows none by the head of its pages', () => {
    const [head, ...rest] = text('DB34 / T 101—2022', '前 言', '窗口服务规范');
    const lines = pairsOfLines([{ ...(head as Block), kind: 'header', region: 'form' }, ...rest], '');
    expect(lines.map(({ label, value }) => `${label}=${value}`)).toEqual(['发文字号=DB34 / T 101—2022']);
  });

  it.each([
    [['附件：', '1.窗口台账样表', '2.填写说明', '青禾镇便民服务中心', '2024年3月6日']],
    [['附件：', '窗口台账样表', '青禾镇便民服务中心', '2024年3月6日']],
  ])('reads the signature under the list %j', (lines) => {
    expect(signed('请参加。', ...lines)).toEqual(['发文机关=青禾镇便民服务中心', '成文日期=2024年3月6日']);
  });

  it('takes 附件： over a form for the start of the annexes', () => {
    const blocks = text('关于培训的通知', '请参加。', '附件：', '窗口培训规定', '为了办好培训。', '2024年3月6日');
    expect(startOfAnnexes(blocks)).toBe(2);
  });

  it('tells the dates of a cover', () => {
    const lines = pairsOfLines(text('Q/YTBM 101—2022', '窗口服务规范', '2022-09-20 发布　2022-10-01 实施'), '');
    expect(lines.map(({ label, value }) => `${label}=${value}`)).toEqual([
      '发文字号=Q/YTBM 101—2022',
      '发布日期=2022-09-20',
      '实施日期=2022-10-01',
    ]);
  });

  it('takes the day of a standard that it names for none of its own', () => {
    expect(pairsOfLines(text('窗口建设标准', '9）《窗口防雷规范》DB34/T 57—2010（2011年10月1日实施）'), '')).toEqual(
      [],
    );
  });

  it('lists its annexes', () => {
    expect(listedAttachments(NOTICE).map(({ name }) => name)).toEqual(['培训计划', '回执']);
    expect(listedAttachments(text('标题', '附件：标准化工作方案'))[0]?.name).toBe('标准化工作方案');
    expect(listedAttachments(text('标题', '正文'))).toEqual([]);
  });

  it.each([
    [['附件：1.窗口台账样表', '2.填写说明。', '青禾镇人民政府'], ['附件=1.窗口台账样表 2.填写说明。']],
    [['附件：1．窗口台账样表\n　　　2．填写说明'], ['附件=1．窗口台账样表 2．填写说明']],
    [['附 件：1、台账', '2、说明', '3、回执'], ['附件=1、台账 2、说明 3、回执']],
    [['附件：窗口台账样表', '青禾镇人民政府'], ['附件=窗口台账样表']],
    [['附件1', '窗口台账样表'], []],
  ])('reads all lines of %j', (lines, expected) => {
    expect(told(text('标题', ...lines))).toEqual(expected);
  });
});

describe('kindOf', () => {
  const none = { title: '', docNumber: '', kindWord: '', labels: [], blocks: [] };
  it.each([
    [{ title: '关于印发《窗口服务规范》的通知' }, 'official'],
    [{ title: '标准明细表' }, 'table'],
    [{ title: '临时救助办事指南' }, 'guide'],
    [{ title: '标准化培训记录表' }, 'record'],
    [{ labels: ['办件编号', '受理人', '承诺办结时间'] }, 'case'],
    [{ labels: ['事项名称', '法定时限', '承诺时限', '申请材料'] }, 'guide'],
    [{ labels: ['标准编号', '编制人', '批准人'] }, 'standard'],
    [{ labels: ['拟稿人', '签发人'] }, 'official'],
    [{ docNumber: '源政〔2026〕5号' }, 'official'],
    [{ docNumber: 'Q/YTBM 101—2022' }, 'standard'],
    [{ blocks: text('1 范围', '2 规范性引用文件', '3 术语和定义') }, 'standard'],
    [{}, 'unknown'],
  ])('%j → %s', (evidence, kind) => {
    expect(kindOf({ ...none, ...evidence })).toMatchObject({ kind });
  });

  it('tells the word of a title and its direction', () => {
    expect(wordOfTitle('关于调整窗口的请示')).toBe('请示');
    expect(wordOfTitle('关于印发办法的通知（试行）')).toBe('通知');
    expect(wordOfTitle('窗口服务规范')).toBe('');
    expect(directionOf('请示')).toBe('up');
    expect(directionOf('意见')).toBe('unknown');
  });
});

it.each([
  ['http://oa.test/workflow/request/ViewRequest.jsp?requestid=12&_rdm=1', 'requestid=12'],
  ['http://oa.test/spa/index.html#/main/workflow/req?requestid=12&_key=x', 'requestid=12'],
  ['http://oa.test/km/view?method=view&fdId=17ab34cd56', 'fdid=17ab34cd56'],
  ['http://oa.test/red/documents/d3', '/documents/d3'],
  ['http://oa.test/spa/index.html?iscreate=1&workflowid=8', undefined],
  ['http://oa.test/', undefined],
])('own id in %s', (uri, expected) => {
  expect(requestIdOf(uri)).toBe(expected);
});
