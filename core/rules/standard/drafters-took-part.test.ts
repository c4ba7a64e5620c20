import type { UnitProfile } from '../../unit/profile.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { draftersTookPart } from './drafters-took-part.ts';
import { SCOPE, TERMS, TEXT_CASES } from './text-cases.ts';

const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '甲镇便民服务中心',
  people: [
    { name: '王芳', posts: [] },
    { name: '李建国', posts: [] },
  ],
  services: [],
  standards: [],
};
const BY = '本文件主要起草人：王芳、李建国。';
const drafted = (lines: string[], more: Partial<DocumentSketch> = {}): DocumentSketch => ({
  kind: 'standard',
  text: ['# 前言', ...lines, ...SCOPE, ...TERMS],
  ...more,
});
const trail = (...actors: string[][]): NonNullable<DocumentSketch['trail']> =>
  actors.map((one) => ({ step: '拟稿', actors: one }));

describeRule(draftersTookPart, [
  ...TEXT_CASES.filter(({ name }) => !/several/.test(name)),
  {
    name: 'several standards in one file',
    document: { kind: 'standard', text: [...SCOPE, ...SCOPE] },
    reasons: ['several'],
  },
  { name: 'on the roster', document: drafted([BY]), unit, reasons: ['passed'] },
  { name: 'by post', document: drafted(['主要起草人：王主任、李建国。']), unit, reasons: ['passed'] },
  {
    name: 'not on the roster',
    document: drafted(['本文件主要起草人：王芳、赵敏。']),
    unit,
    reasons: ['not-on-roster'],
  },
  { name: 'without a profile', document: drafted(['本文件主要起草人：王芳、赵敏。']), reasons: ['passed'] },
  {
    name: 'without a roster',
    document: drafted(['本文件主要起草人：王芳、赵敏。']),
    unit: { ...unit, people: [] },
    reasons: ['passed'],
  },
  {
    name: 'drafted with another body',
    document: drafted(['本文件起草单位：甲镇便民服务中心、乙县标准化研究院。', '本文件主要起草人：王芳、赵敏。']),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'drafted alone',
    document: drafted(['本文件起草单位：甲镇便民服务中心。', '本文件主要起草人：赵敏。']),
    unit,
    reasons: ['not-on-roster'],
  },
  {
    name: 'one of them in the workflow',
    document: drafted([BY], { trail: trail(['王芳'], ['周强']) }),
    reasons: ['passed'],
  },
  {
    name: 'none of them in the workflow',
    document: drafted([BY], { trail: trail(['周强'], ['赵敏']) }),
    reasons: ['none-in-trail'],
    told: [['主要起草人王芳、李建国都没有在流程里办理过，请核对。', '', '2', '']],
  },
  {
    name: 'a login in the workflow',
    document: drafted([BY], { trail: trail(['zhouqiang'], ['赵敏']) }),
    reasons: ['passed'],
  },
  {
    name: 'nobody named in the workflow',
    document: drafted([BY], { trail: trail([], ['赵敏']) }),
    reasons: ['passed'],
  },
  {
    name: 'another person on the cover',
    document: drafted([BY], { fields: { drafter: ['赵敏'] } }),
    reasons: ['cover-differs'],
    told: [['封面的编制人赵敏不在前言的主要起草人（王芳、李建国）里，请核对。', 'drafter', '拟稿人 2', '']],
  },
  {
    name: 'the same person on the cover',
    document: drafted([BY], { fields: { drafter: ['王芳'] } }),
    reasons: ['passed'],
  },
  {
    name: 'a cover that gives no text',
    document: drafted([BY], { fields: { drafter: { state: 'unreadable' } } }),
    reasons: ['unreadable'],
  },
  { name: 'no names', document: drafted(['由甲镇便民服务中心提出。']), unit, reasons: ['none'] },
]);
