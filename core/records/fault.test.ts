import { expect, it } from 'vitest';
import { tellsFault } from './fault.ts';

it.each<[string, boolean | undefined]>([
  ['', false],
  ['无', false],
  ['未发现问题。', false],
  ['没有发现任何不合格项', false],
  ['整洁，规范；正常', false],
  ['仪容整洁，用语规范', undefined],
  ['95.5分', false],
  ['各项符合', false],
  ['一名工作人员未佩戴工作牌', true],
  ['仪容整洁，物品摆放杂乱', true],
  ['未发现脱岗，材料已归档', undefined],
  ['没有脱岗的问题，材料已归档', undefined],
  ['无着装异常，材料已归档', undefined],
  ['未发现脱岗，材料不全', true],
  ['没有脱岗的问题，材料不全', true],
  ['无着装异常，材料不全', true],
  ['材料已归档', undefined],
  [`${'材料已归档'.repeat(99)}甲乙丙丁戊不全`, undefined],
  [`${'材料已归档'.repeat(99)}甲乙丙不全`, true],
])('%s', (text, fault) => expect(tellsFault(text)).toBe(fault));
