import { describe, expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import { endOfTitle, firstLineTitle, isNoTitle, titleOfText } from './title.ts';

const text = (...lines: string[]): Block[] =>
  lines.map((line, index) => ({
    kind: 'paragraph',
    text: line,
    region: 'body',
    source: { from: 'file', name: '甲.docx', sha256: '', place: { paragraph: index + 1 } },
  }));

describe('titleOfText', () => {
  it.each([
    [['附件1', '窗口检查项目立项申请书', '申请时间：2024年3月6日'], '窗口检查项目立项申请书'],
    [['附件2：', '一次性告知单'], '一次性告知单'],
    [['附件3　窗口人员花名册', '序号'], '窗口人员花名册'],
    [['附件2-1：', '窗口工作推进表（第一组）'], '窗口工作推进表（第一组）'],
    [['附 表 一', '窗口人员情况'], '窗口人员情况'],
    [['附件', '标准体系明细'], '标准体系明细'],
    [['关于开展窗口', '培训的通知'], '关于开展窗口培训的通知'],
    [['附件1：窗口台账，请各单位报送。'], ''],
    [['附件4', '青禾镇人民政府', '窗口评优实施细则', '为了评优。'], '青禾镇人民政府窗口评优实施细则'],
    [['附件4', '青禾镇人民政府', '为了评优，制定本细则。'], '青禾镇人民政府'],
    [['废止时间: 2028-01-23 名称: 关于印发窗口规则的通知', '关于印发窗口规则的通知'], '关于印发窗口规则的通知'],
    [['附件管理办法', '第一条 为了管理附件。'], ''],
    [['青禾镇人民政府文件', '青政发〔2024〕号', '[此处输入标题]', '现将有关事项通知如下。'], ''],
    [['关于窗口', '现将有关事项说明如下。'], ''],
  ])('%j → %s', (lines, title) => {
    expect(titleOfText(text(...lines))).toBe(title);
  });
});

it('takes no heading of a part for the title', () => {
  const [first, ...rest] = text('一、项目名称：', '窗口叫号系统', '二、内容及要求');
  const blocks: Block[] = [{ ...(first as Block), kind: 'heading', level: 1 }, ...rest];
  expect(titleOfText(blocks)).toBe('');
  expect(titleOfText([...blocks, { ...(text('窗口叫号项目')[0] as Block), kind: 'heading', level: 1 }])).toBe(
    '窗口叫号项目',
  );
});

describe('firstLineTitle', () => {
  it.each([
    [['窗口叫号系统', '共性需求说明', '2024年3月', '文档修订记录'], '窗口叫号系统共性需求说明'],
    [['窗口叫号系统', '概要设计', '版本历史', '修订记录'], undefined],
    [['窗口评价平台', '使用手册', '变更记录'], '窗口评价平台使用手册'],
    [['文件修订记录'], '文件修订记录'],
    [['青禾镇便民服务中心', '文件修订记录'], '文件修订记录'],
    [['窗口咨询服务规范 修订记录'], '窗口咨询服务规范 修订记录'],
    [['青禾镇便民服务中心', '培训记录表'], '培训记录表'],
    [['说明', '正文。'], undefined],
    [['窗口设备租赁合同', '甲方：'], '窗口设备租赁合同'],
    [['租 赁 协 议', '甲方：'], '租 赁 协 议'],
    [['青禾镇人民政府工作规则', '第一章 总则'], '青禾镇人民政府工作规则'],
    [['窗口工作推进表（第一组）'], '窗口工作推进表（第一组）'],
    [['根据有关规定', '一、有关规定', '正文。'], undefined],
    [['首页 > 政务公开 > 规章制度', '一次性告知制度'], '一次性告知制度'],
  ])('%j → %s', (lines, title) => {
    expect(firstLineTitle(text(...lines))).toBe(title);
  });
});

it.each([
  ['〔2020〕号', true],
  ['青政发〔2024〕 号', true],
  ['青政发（2024）5号', true],
  ['【请输入标题】', true],
  ['青禾镇人民政府文件', true],
  ['关于开展窗口培训的通知', false],
  ['首页 > 政务公开 > 规章制度', true],
  ['关于印发<窗口规则>的通知', false],
  ['窗口咨询服务规范', false],
])('%s is no title: %s', (line, is) => {
  expect(isNoTitle(line)).toBe(is);
});

it('ends the title at the line that is nothing but it', () => {
  const lines = text('名称: 关于印发窗口规则的通知 来源: 网站', '关于印发窗口规则的通知', '各村：');
  expect(endOfTitle(lines, '关于印发窗口规则的通知')).toBe(1);
});

it('finds no title in a line of half a million colons', () => {
  expect(titleOfText(text('字：'.repeat(250_000), '关于窗口的通知'))).toBe('关于窗口的通知');
});
