import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '../document/vocabulary.ts';
import { type DocumentSketch, documentFrom } from '../rules/testing.ts';
import { aboutDocument } from './subject.ts';

const at = (value: string) => ({ state: 'present', value, label: '', written: value }) as const;
const about = (sketch: DocumentSketch): string => aboutDocument(documentFrom(sketch));

describe('what an entry is about', () => {
  it.each(['official', 'standard', 'table', 'unknown'] as const)('%s: its title and its number', (kind) => {
    const fields = { docNumber: at('青政发〔2026〕3号') };
    expect(about({ kind, title: '关于印发计划的通知', fields })).toBe('关于印发计划的通知 青政发〔2026〕3号');
    expect(about({ kind, title: '关于印发计划的通知' })).toBe('关于印发计划的通知');
    expect(about({ kind, title: '', fields })).toBe('青政发〔2026〕3号');
  });

  it('of a case: the service and the number, not the form and not who applied', () => {
    const fields: DocumentSketch['fields'] = {
      drafter: { state: 'present', value: ['赵小红'], label: '申请人', written: '赵小红' },
      serviceName: at('最低生活保障申请'),
      receiptNumber: at('YT20260302-0001'),
    };
    expect(about({ kind: 'case', title: '赵小红办件登记表', fields })).toBe('最低生活保障申请 YT20260302-0001');
    expect(about({ kind: 'case', title: '办件登记表', fields: { docNumber: at('B-7') } })).toBe('办件登记表 B-7');
  });

  it('of a guide: its title, or the service where the title does not name it', () => {
    const fields = { serviceName: at('老年优待证办理') };
    expect(about({ kind: 'guide', title: '老年优待证办理服务指南', fields })).toBe('老年优待证办理服务指南');
    expect(about({ kind: 'guide', title: '事项详情', fields })).toBe('老年优待证办理 办事指南');
    expect(about({ kind: 'guide', title: '事项详情' })).toBe('事项详情');
  });

  it.each([
    ['标准宣贯培训记录', { 培训内容: '一次性告知', 培训主题: '窗口服务规范' }, '标准宣贯培训记录 窗口服务规范'],
    ['标准宣贯培训记录', { '主要内容：': '一次性告知', 培训主题: '' }, '标准宣贯培训记录 一次性告知'],
    ['标准发放登记表', { 标准名称: '窗口服务规范', 接收人: '王芳' }, '标准发放登记表 窗口服务规范'],
    ['窗口服务日常检查表', { 检查情况: '着装整齐' }, '窗口服务日常检查表 着装整齐'],
    ['奖惩记录表', { 奖惩对象: '王芳', 奖惩事由: '群众表扬' }, '奖惩记录表 群众表扬'],
    ['首问责任培训记录', { 培训主题: '首问责任' }, '首问责任培训记录'],
    ['值班表', { 值班人: '王芳' }, '值班表'],
  ])('of a record: the title and what its box says: %s %j', (title, pairs, told) => {
    expect(about({ kind: 'record', title, pairs })).toBe(told);
  });

  it('takes of a long box only its beginning', () => {
    const pairs = { 培训内容: '学'.repeat(500) };
    expect(about({ kind: 'record', title: '培训记录', pairs })).toBe(`培训记录 ${'学'.repeat(59)}…`);
  });

  it('is empty, and no word of ours, where nothing is known', () => {
    for (const kind of DOCUMENT_KINDS) expect(about({ kind, title: '' })).toBe('');
  });
});
