import { describe, expect, it } from 'vitest';
import { type DocumentSketch, reasonsOf } from '../testing.ts';
import { drafterRequired } from './drafter-required.ts';

describe('drafter-required', () => {
  it.each<[string, DocumentSketch]>([
    ['blank', { fields: { drafter: '' } }],
    ['passed', { fields: { drafter: ['王芳'] } }],
  ])('%s', (reason, sketch) => {
    expect(reasonsOf(drafterRequired, sketch)).toEqual([reason]);
  });
});
