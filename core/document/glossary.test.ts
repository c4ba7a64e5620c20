import { describe, expect, it } from 'vitest';
import { labelKey } from '../base/text.ts';
import { isKnownLabel, labelOfRole, roleOfLabel, roleOfStep } from './glossary.ts';
import { OTHERS, PEOPLE } from './terms.ts';
import { ROLES } from './vocabulary.ts';

describe('terms', () => {
  it('are written as labels are compared', () => {
    const words = [...PEOPLE, ...OTHERS].flatMap(({ label: _label, role: _role, ...texts }) =>
      Object.values(texts).flatMap((text) => text.split(' ')),
    );
    expect(words.length).toBeGreaterThan(300);
    expect(words.filter((word) => labelKey(word) !== word)).toEqual([]);
  });
});

describe('roleOfLabel', () => {
  it.each([
    ['拟稿人', 'drafter', 'exact'],
    ['* 拟 稿 人：', 'drafter', 'exact'],
    ['拟\u200b稿\u3000人：', 'drafter', 'exact'],
    ['＊拟办人', 'drafter', 'synonym'],
    ['发文拟稿人', 'drafter', 'synonym'],
    ['拟稿人及联系电话', 'drafter', 'synonym'],
    ['拟稿人/及联系电话', 'drafter', 'synonym'],
    ['起草人员', 'drafter', 'synonym'],
    ['核稿', 'reviewer', 'exact'],
    ['审核人（签字）', 'reviewer', 'synonym'],
    ['审核意见', 'reviewer', 'synonym'],
    ['部门负责人意见', 'reviewer', 'synonym'],
    ['签发人签名', 'approver', 'synonym'],
    ['签发领导', 'approver', 'synonym'],
    ['审核领导', 'reviewer', 'synonym'],
    ['部长核稿意见', 'reviewer', 'synonym'],
    ['分管副主任签批', 'approver', 'synonym'],
    ['文字审稿', 'reviewer', 'synonym'],
    ['拟制人', 'drafter', 'synonym'],
    ['签发人批示', 'approver', 'guessed'],
    ['厅领导阅批', 'approver', 'guessed'],
    ['分管领导意见', 'approver', 'guessed'],
    ['主要领导意见', 'approver', 'synonym'],
    ['会签意见', 'countersigner', 'synonym'],
    ['拟稿日期', 'draftedOn', 'exact'],
    ['审核时间', 'reviewedOn', 'exact'],
    ['批准日期', 'approvedOn', 'exact'],
    ['成文日期', 'writtenOn', 'exact'],
    ['施行日期', 'effectiveOn', 'exact'],
    ['印发日期', 'printedOn', 'exact'],
    ['承诺办结时间', 'dueOn', 'exact'],
    ['来文字号', 'docNumber', 'exact'],
    ['收文编号', 'receiptNumber', 'exact'],
    ['法定办结时限', 'statutoryLimit', 'exact'],
    ['办结时限', 'dueOn', 'synonym'],
    ['请示事项', 'title', 'synonym'],
    ['监督投诉电话', 'complaintPhone', 'exact'],
    ['nigaoren', 'drafter', 'guessed'],
  ])('%s → %s (%s)', (label, role, confidence) => {
    expect(roleOfLabel(label)).toEqual({ role, confidence });
    expect(isKnownLabel(label)).toBe(true);
  });

  it.each([
    '拟稿部门',
    '拟稿人部门',
    '拟办意见',
    '审核状态',
    '审批流程',
    '当前审批人',
    '审批方式',
    '下一步处理人',
    '是否公开',
  ])('%s is a label without a role', (label) => {
    expect(roleOfLabel(label)).toBeUndefined();
    expect(isKnownLabel(label)).toBe(true);
  });

  it.each(['审批中心', '发起流程', '李明', '同意', '2026-03-18', '关于开展标准化培训的通知', '请各村于月底前报送'])(
    '%s is no role',
    (text) => {
      expect(roleOfLabel(text)).toBeUndefined();
    },
  );

  it('tells a drafter from a handler by the form', () => {
    expect(roleOfLabel('经办人', 'sending')?.role).toBe('drafter');
    expect(roleOfLabel('经办人', 'service')?.role).toBe('handler');
  });

  it('has a Chinese word for every role', () => {
    for (const role of ROLES) expect(labelOfRole(role)).toMatch(/^\p{Script=Han}+$/u);
  });

  it('knows every word by which it calls a role', () => {
    for (const role of ROLES) expect(roleOfLabel(labelOfRole(role))?.role).toBe(role);
  });
});

describe('roleOfStep', () => {
  it.each([
    ['上级复搞', 'reviewer'],
    ['主要领导会签', 'countersigner'],
    ['领导签发', 'approver'],
    ['部门负责人审批', 'reviewer'],
    ['发起', 'drafter'],
    ['归档', undefined],
  ])('%s → %s', (step, role) => {
    expect(roleOfStep(step)).toBe(role);
  });
});

// Read in quadratic time this text would take many minutes.
it('reads a step of a hundred thousand characters', () => {
  expect(roleOfStep('办公室'.repeat(30_000))).toBeUndefined();
  expect(roleOfStep('党政办公室负责人审批')).toBe('reviewer');
});
