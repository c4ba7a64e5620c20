import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS, STAGES } from '../../core/document/vocabulary.ts';
import { whoCanAct } from './words.ts';

const ACTORS = ['author', 'reviewer', 'approver', 'office', 'administrator'] as const;

describe('who can act', () => {
  it('depends on how far the document is', () => {
    expect(whoCanAct('author', { kind: 'official', stage: 'drafting' })).toContain('现在就能改');
    expect(whoCanAct('author', { kind: 'official', stage: 'approval' })).toContain('退回拟稿人');
    expect(whoCanAct('author', { kind: 'official', stage: 'issued' })).toContain('党政办');
    expect(whoCanAct('reviewer', { kind: 'official', stage: 'approval' })).toContain('退回');
  });

  it('never sends anybody to a drafter where nobody drafts', () => {
    for (const kind of ['guide', 'record', 'case', 'table'] as const)
      for (const stage of STAGES) expect(whoCanAct('author', { kind, stage })).not.toContain('拟稿人');
  });

  it('is said for every actor, kind and stage, in one short sentence', () => {
    for (const actor of ACTORS)
      for (const kind of DOCUMENT_KINDS)
        for (const stage of STAGES) expect(whoCanAct(actor, { kind, stage })).toMatch(/^[^。]{5,24}$/);
  });
});
