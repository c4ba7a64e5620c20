import { describe, expect, it } from 'vitest';
import { fitsVersion } from '../ledger/kind.ts';
import { KINDS, versionNow } from '../ledger/kinds/index.ts';
import { drafterRequired } from '../rules/signoff/drafter-required.ts';
import { documentFrom, runOf } from '../rules/testing.ts';
import { mayKeepWaiver, waitingWaiver, waiverDraft } from './waiver.ts';

const ANSWER = { reason: '领导已口头同意', once: 'a1', actor: '综合窗口1', capturedAt: '2026-03-02T02:00:00.000Z' };
const document = documentFrom({ key: 'k', title: '关于值班的通知', fields: { drafter: '' } });
const { findings } = runOf([drafterRequired], document);

describe('a waiver', () => {
  it('says what was submitted in spite of what, in the shape of its kind', () => {
    const draft = waiverDraft(waitingWaiver(document, findings), ANSWER);
    expect(draft).toMatchObject({
      kind: 'waiver',
      subject: '仍要提交：1处必须改，关于值班的通知',
      actor: '综合窗口1',
      indicators: [],
      payload: {
        document: { key: 'k' },
        findings: [{ rule: 'drafter-required', message: '拟稿人是空的。' }],
        reason: '领导已口头同意',
        once: 'a1',
      },
    });
    expect(fitsVersion(KINDS.waiver, versionNow('waiver'), draft.payload)).toBe(true);
  });

  it('hides in the reason the names that are hidden in the document', () => {
    const waiting = { ...waitingWaiver(document, findings), names: ['马晓梅'] };
    expect(JSON.stringify(waiverDraft(waiting, { ...ANSWER, reason: '马晓梅来电催办' }))).not.toContain('马晓梅');
  });

  it('keeps nothing of a document about which a person has to be asked first', () => {
    const mark = { why: 'internal' as const, mark: '内部', source: findings[0]?.sources[0] as never };
    const asks = documentFrom({ askBeforeKeeping: mark });
    expect(mayKeepWaiver(document)).toBe(true);
    expect(mayKeepWaiver(asks)).toBe(false);
    expect(() => waitingWaiver(asks, findings)).toThrow('ledger-asks-first');
  });
});
