import { describe, expect, it } from 'vitest';
import type { Finding } from '../check/run.ts';
import type { LedgerRecord } from '../ledger/entry.ts';
import { fitsVersion } from '../ledger/kind.ts';
import { KINDS, versionNow } from '../ledger/kinds/index.ts';
import { drafterRequired } from '../rules/signoff/drafter-required.ts';
import { documentFrom, runOf } from '../rules/testing.ts';
import { type Decided, decisionDraft, type VerdictsByDocument, withDecision } from './decision.ts';

const BY = { actor: '综合窗口1', capturedAt: '2026-03-02T02:00:00.000Z' };
const document = documentFrom({ key: 'k', title: '关于值班的通知', fields: { drafter: '' } });
const findingOf = (): Finding => {
  const [finding] = runOf([drafterRequired], document).findings;
  if (finding === undefined) throw new Error('no finding');
  return finding;
};
const decided = (verdict: Decided['verdict'], rest: Partial<Decided> = {}): Decided => ({
  ...{ verdict, reason: '', who: '', until: '' },
  ...rest,
});
/** A draft as it comes out of the ledger again. */
const recordOf = (verdict: Decided['verdict'], rest: Partial<Decided> = {}): LedgerRecord => {
  const { payload, ...draft } = decisionDraft(document, findingOf(), decided(verdict, rest), BY);
  return { entry: { ...draft, kindVersion: 1 } as LedgerRecord['entry'], payload };
};

describe('decisionDraft', () => {
  it('says what was decided about what, in the shape of its kind', () => {
    const draft = decisionDraft(document, findingOf(), decided('to-do', { who: '周文', until: '2026-03-09' }), BY);
    expect(draft).toMatchObject({
      kind: 'decision',
      subject: '待办：有拟稿人，关于值班的通知',
      actor: '综合窗口1',
      payload: { finding: findingOf().id, rule: 'drafter-required', message: '拟稿人是空的。', who: '周文' },
    });
    expect(fitsVersion(KINDS.decision, versionNow('decision'), draft.payload)).toBe(true);
    expect(decisionDraft(document, findingOf(), decided(null), BY).subject).toBe(
      '取消处理意见：有拟稿人，关于值班的通知',
    );
  });

  it('keeps nothing of a document about which a person has to be asked first', () => {
    const asks = documentFrom({
      askBeforeKeeping: { why: 'internal', mark: '内部', source: findingOf().sources[0] as never },
    });
    expect(() => decisionDraft(asks, findingOf(), decided('fixed'), BY)).toThrow('ledger-asks-first');
  });
});

describe('withDecision', () => {
  const known = (...records: LedgerRecord[]): VerdictsByDocument => records.reduce(withDecision, {});
  const { id } = findingOf();

  it('knows the newest verdict on a finding, and none that was taken back', () => {
    expect(known(recordOf('fixed'), recordOf('not-applicable', { reason: '不用' }))).toEqual({
      k: {
        [id]: {
          finding: id,
          verdict: 'not-applicable',
          reason: '不用',
          who: '',
          until: '',
          message: '拟稿人是空的。',
          uri: 'test.docx',
        },
      },
    });
    expect(known(recordOf('fixed'), recordOf(null))).toEqual({});
  });

  it('lets other records change nothing', () => {
    const before = known(recordOf('fixed'));
    const other = { entry: { kind: 'note', kindVersion: 1 } as LedgerRecord['entry'], payload: { text: '一' } };
    expect(withDecision(before, other)).toBe(before);
  });
});
