import { describe, expect, it } from 'vitest';
import { stageWord } from './words.ts';

describe('the stage', () => {
  it('is named as each kind of document is', () => {
    expect(stageWord('guide', 'issued')).toBe('已发布');
    expect(stageWord('record', 'issued')).toBe('已完成');
    expect(stageWord('case', 'issued')).toBe('已办结');
    expect(stageWord('standard', 'issued')).toBe('已批准');
    expect(stageWord('official', 'issued')).toBe('已签发');
  });

  it('has words for a kind that a later version may know', () => {
    expect(stageWord('letter', 'archived')).toBe('已归档');
    expect(stageWord('official', 'unknown')).toBe('');
  });
});
