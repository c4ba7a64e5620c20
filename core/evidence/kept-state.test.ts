import { describe, expect, it } from 'vitest';
import { fc } from '../base/testing.ts';
import type { CheckRun, Finding } from '../check/run.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import { maskText } from '../privacy/mask.ts';
import { documentFrom, runOf } from '../rules/testing.ts';
import { evidenceDraft } from './evidence.ts';
import { readSubject, stateOfPayload, stateOfRun, stateWords, withState } from './kept-state.ts';

const state = fc.record({ must: fc.nat(300), unread: fc.nat(300) });

describe('the state at the end of a subject', () => {
  it.each([
    [{ must: 0, unread: 0 }, ''],
    [{ must: 4, unread: 0 }, '有 4 处必须改'],
    [{ must: 0, unread: 1 }, '有 1 处没读到'],
    [{ must: 4, unread: 2 }, '有 4 处必须改，2 处没读到'],
  ])('%j is said %j', (given, words) => {
    expect(stateWords(given)).toBe(words);
    expect(withState('通知', given)).toBe(words === '' ? '通知' : `通知（${words}）`);
  });

  it('is read again as it was written, stays when it is masked, and is never cut off', () => {
    const about = fc.string({ unit: fc.constantFrom(...'通知（有 4 处必须改，）'), maxLength: 260 });
    fc.assert(
      fc.property(about, state, (text, given) => {
        const subject = withState(text, given);
        expect(Array.from(subject).length).toBeLessThanOrEqual(200);
        expect(maskText(subject)).toBe(subject);
        if (given.must + given.unread === 0) return;
        expect(readSubject(subject).state).toEqual(given);
        if (text.length < 150) expect(readSubject(subject).about).toBe(text);
      }),
    );
  });

  it('is none in a subject without it', () => {
    for (const subject of ['', '通知', '通知（有 处必须改）', '（有 4 处必须改）通知'])
      expect(readSubject(subject)).toEqual({ about: subject, state: { must: 0, unread: 0 } });
  });
});

it('is the same counted from the run as from what is kept of it, and as a subject tells', () => {
  const finding = (outcome: Finding['outcome'], severity: Finding['severity'], index: number): Finding => ({
    ...{ id: `${index}`, rule: 'a', reason: 'b', outcome, severity, title: '', message: '一句' },
    ...{ fields: [], sources: [], basis: [], indicators: [], actor: 'author' },
    ...(index % 5 === 4 ? { quiet: true as const } : {}),
  });
  const outcome = fc.constantFrom('passed', 'failed', 'pending', 'cannot-tell', 'not-applicable', 'errored' as const);
  const findings = fc.array(fc.tuple(outcome, fc.constantFrom('error', 'warning', 'info' as const)), { maxLength: 30 });
  fc.assert(
    fc.property(findings, fc.nat(3), (sketch, notes) => {
      const document = documentFrom({
        title: '通知',
        notes: Array.from({ length: notes }, (_, index) => ({ kind: 'unreadable' as const, text: `第${index}页` })),
      });
      const run: CheckRun = {
        ...runOf([], document),
        findings: sketch.map(([one, severity], index) =>
          finding(one as Finding['outcome'], severity as 'error', index),
        ),
      };
      const draft = evidenceDraft(document, run, { actor: '窗口', capturedAt: '' });
      expect(stateOfPayload(draft.payload as EvidencePayload)).toEqual(stateOfRun(run, document));
      expect(readSubject(draft.subject)).toEqual({ about: '通知', state: stateOfRun(run, document) });
    }),
  );
});
