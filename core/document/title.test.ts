import { describe, expect, it } from 'vitest';
import type { Block } from '../base/block.ts';
import {
  endOfTitle,
  firstLineTitle,
  isNoTitle,
  isOfficialTitle,
  titleBehindForm,
  titleOfText,
  withoutSite,
} from './title.ts';

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
    [['源县人民政府令', '第12号', '关于修改《窗口规定》的决定', '现予公布。'], '源县人民政府令'],
    [['中华人民共和国主席令', '第十二号', '现予公布。'], '中华人民共和国主席令'],
    [['青禾镇人民政府', '公　　告', '（第3号）', '现予公布。'], '青禾镇人民政府公告'],
    [['窗口', '公告', '现予公布。'], ''],
    [['青禾镇人民政府公告', '自4月1日起迁至新址办公。'], '青禾镇人民政府公告'],
    [['青禾镇镇长办公会议纪要', '第3期', '会议议定：'], '青禾镇镇长办公会议纪要'],
    [['青禾镇镇长办公会议纪要', '第3期', '关于窗口建设的会议纪要'], '关于窗口建设的会议纪要'],
    [['源县人民政府令', '关于修改《窗口规定》的决定'], '关于修改《窗口规定》的决定'],
    [['司令', '第3号', '正文。'], ''],
    [['会议纪要', '正文。'], '会议纪要'],
    [['根据县政府公告，迁至新址。'], ''],
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
    [['目 录', '窗口岗位职责', '第一章 总则'], '窗口岗位职责'],
    [['停水通知书', '用户名称：'], '停水通知书'],
    [['窗口对投诉和', '举报的应对指引', '一、受理'], '窗口对投诉和举报的应对指引'],
    [['中华人民共和国消防法', '目 录'], '中华人民共和国消防法'],
    [['窗口服务管理制度', '制度修订记录表', '修订人'], '窗口服务管理制度'],
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

it.each([
  ['怎样申请补贴-青禾县民政局网站', '怎样申请补贴'],
  ['怎样申请补贴 - 青禾县人民政府门户网站', '怎样申请补贴'],
  ['标准-2024版', '标准-2024版'],
])('a page %s without its site', (title, own) => {
  expect(withoutSite(title)).toBe(own);
});

describe('titleBehindForm', () => {
  const page = (...lines: string[]): Block[] => text(...lines).map((block) => ({ ...block, region: 'form' }));

  it.each([
    [['公文审签：关于印发《窗口“首问负责”办法》的通知'], '关于印发《窗口“首问负责”办法》的通知'],
    [['用印申请:窗口服务协议用印申请'], '窗口服务协议用印申请'],
    [['发文稿纸：关于窗口轮岗的通知', '发文稿纸：关于窗口轮岗的通知'], '关于窗口轮岗的通知'],
    [['待办：关于窗口轮岗的通知'], ''],
    [['用印申请：窗口服务协议用印申请', '请假申请：病假申请及说明报告'], ''],
    [['用印申请：请先阅读说明，再提交申请'], ''],
    [['审批：3'], ''],
  ])('%j → %s', (lines, title) => {
    expect(titleBehindForm(page(...lines))).toBe(title);
  });

  it('leaves the text of a document alone', () => {
    expect(titleBehindForm(text('用印申请：窗口服务协议用印申请'))).toBe('');
  });
});

it.each([
  ['关于窗口轮岗的通知', true],
  ['石大川', false],
  ['同意印发关于窗口轮岗的通知，石大川', false],
])('%s is a title of its own: %s', (line, is) => {
  expect(isOfficialTitle(line)).toBe(is);
});
