import { describe, expect, it } from 'vitest';
import { readLimit, readValue, splitRecipients } from './values.ts';
import type { Role } from './vocabulary.ts';

describe('readValue', () => {
  it.each<[Role, string, unknown]>([
    ['docNumber', '青政发〔{YYYY}〕{#}号', { state: 'blank' }],
    ['docNumber', '{DEPT}稿{YYYY}-{###}', { state: 'blank' }],
    ['docNumber', '青政发{2026}12号', { state: 'present', value: '青政发{2026}12号' }],
    ['drafter', '王芳', { state: 'present', value: ['王芳'] }],
    ['drafter', '张建国/029-00000000', { state: 'present', value: ['张建国'] }],
    ['drafter', '党政办', { state: 'present', value: ['党政办'] }],
    ['drafter', '1083', { state: 'unreadable' }],
    ['drafter', '', { state: 'blank' }],
    ['drafter', '×××', { state: 'blank' }],
    ['drafter', '待定', { state: 'blank' }],
    ['drafter', '签字：　　年　月　日', { state: 'blank' }],
    ['approver', '委托单位（章）\n代 表 人\n日 期', { state: 'blank' }],
    ['approver', '监理机构（章）\n总监理工程师 周明\n日 期', { state: 'present', value: ['周明'] }],
    ['approver', '赵国强（签章）', { state: 'present', value: ['赵国强'] }],
    ['approver', '核减（增）', { state: 'unreadable' }],
    ['approver', '同意。赵国强 2026-03-18', { state: 'present', value: ['赵国强'] }],
    ['approver', '同意印发。赵国强 2026年3月18日', { state: 'present', value: ['赵国强'] }],
    ['approver', '同意', { state: 'unreadable' }],
    ['approver', '附件二缺日程，请补充。', { state: 'unreadable' }],
    ['approver', '2026-03-18', { state: 'unreadable' }],
    ['attachmentsNote', '只能上传不超过 10MB 的文件', { state: 'blank' }],
    ['attachmentsNote', '将文件拖到此处，或点击上传', { state: 'blank' }],
    ['attachmentsNote', '支持扩展名：.doc .pdf', { state: 'blank' }],
    ['attachmentsNote', '单个文件不超过20M\n检查表.xlsx', { state: 'present', value: '检查表.xlsx' }],
    ['attachmentsNote', '数据上传说明.docx', { state: 'present', value: '数据上传说明.docx' }],
    ['attachmentsNote', '(2)', { state: 'unreadable' }],
    ['attachmentsNote', '2024年度工作计划', { state: 'present', value: '2024年度工作计划' }],
    ['approvedOn', '2026年3月18日', { state: 'present', value: '2026-03-18' }],
    ['approvedOn', '2026-03-18 09:30', { state: 'present', value: '2026-03-18T09:30:00' }],
    ['approvedOn', '9月14日', { state: 'present', value: '9月14日' }],
    ['approvedOn', '年 月 日', { state: 'blank' }],
    ['approvedOn', '见批示', { state: 'unreadable' }],
    ['secrecy', '无', { state: 'present', value: '无' }],
    ['phone', '无', { state: 'blank' }],
    ['phone', 'E-mail地址：', { state: 'blank' }],
    ['phone', '　年　月　日（章）', { state: 'blank' }],
    ['phone', '见公告栏', { state: 'present', value: '见公告栏' }],
    ['phone', '38620000）', { state: 'present', value: '38620000' }],
    ['phone', '（0550）3862000。', { state: 'present', value: '（0550）3862000' }],
    ['reviewer', '李明 开票人：王芳', { state: 'present', value: ['李明'] }],
    ['docNumber', '青政发〔2024〕号', { state: 'blank' }],
    ['docNumber', '青政发〔2024〕　　号', { state: 'blank' }],
    ['docNumber', '〔2024〕号', { state: 'blank' }],
    ['docNumber', '青政办发[2024]第__号', { state: 'blank' }],
    ['docNumber', '青政发〔20  〕 号', { state: 'blank' }],
    ['docNumber', '青政发〔2024〕5号', { state: 'present', value: '青政发〔2024〕5号' }],
    ['docNumber', '第5号', { state: 'present', value: '第5号' }],
    ['urgency', '请选择', { state: 'blank' }],
    ['promisedLimit', '5个工作日', { state: 'present', value: { amount: 5, unit: 'working-day' } }],
    ['promisedLimit', '按规定', { state: 'present', value: '按规定' }],
  ])('%s %s', (role, text, expected) => {
    expect(readValue(role, text)).toEqual(expected);
  });
});

describe('readLimit', () => {
  it.each([
    ['即办', { amount: 0, unit: 'immediate' }],
    ['当场办结', { amount: 0, unit: 'immediate' }],
    ['十五个工作日', { amount: 15, unit: 'working-day' }],
    ['60（工作日）', { amount: 60, unit: 'working-day' }],
    ['二十日', { amount: 20, unit: 'day' }],
    ['3个月', { amount: 3, unit: 'month' }],
    ['1年', { amount: 12, unit: 'month' }],
    ['24小时', { amount: 24, unit: 'hour' }],
    ['15', undefined],
    ['受理5个工作日，办结10个工作日', undefined],
  ])('%s', (text, expected) => {
    expect(readLimit(text)).toEqual(expected);
  });
});

it.each([
  ['各村（社区），镇直各单位：', ['各村（社区）', '镇直各单位']],
  ['各乡、镇、街道办事处，县直各部门、各直属单位：', ['各乡、镇、街道办事处', '县直各部门、各直属单位']],
  ['各乡、镇、街道办事处：', ['各乡、镇、街道办事处']],
  ['各乡镇、街道办事处；县直各单位', ['各乡镇、街道办事处', '县直各单位']],
  ['各区、县人民政府，市财政局、市审计局', ['各区、县人民政府', '市财政局', '市审计局']],
  ['各村（社区、居委会），各窗口', ['各村（社区、居委会）', '各窗口']],
  ['县财政局、县审计局：', ['县财政局', '县审计局']],
  ['各村民委员会、各社区居民委员会', ['各村民委员会', '各社区居民委员会']],
  ['各村、镇直单位', ['各村', '镇直单位']],
  ['各村民委员会：', ['各村民委员会']],
  ['各村（社区、镇直各单位，各窗口', ['各村（社区、镇直各单位', '各窗口']],
])('splits %s', (text, names) => {
  expect(splitRecipients(text)).toEqual(names);
});

// Read in quadratic time these texts would take many minutes.
it('reads endless digits and crosses', () => {
  expect(readLimit('1'.repeat(100_000))).toBeUndefined();
  expect(readValue('draftedOn', `共${'×'.repeat(100_000)}`).state).toBe('unreadable');
  expect(readValue('draftedOn', '××年×月×日').state).toBe('blank');
});
