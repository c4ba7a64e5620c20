import { expect, it } from 'vitest';
import type { EntryDraft } from '../ledger/entry.ts';
import { sampleLedger, sampleNote } from '../ledger/testing.ts';
import { documentUses } from './document-uses.ts';

/** Evidence of a document that names standards, as it is written now. */
function evidence(
  title: string,
  citations: string[],
  more: { kind?: string; key?: string; own?: string } = {},
): EntryDraft {
  const { kind = 'official', key = title, own } = more;
  const document = { uri: 'a', sha256: '', key, kind, kindWord: '', stage: '', title, reader: '' };
  const field = { role: 'docNumber', state: 'present', label: '标准编号' };
  const fields = own === undefined ? [] : [{ ...field, value: own, written: own }];
  const payload = { document, fields, trail: [], attachments: [], notRead: [], citations };
  return { ...sampleNote(1), kind: 'evidence', subject: title, payload };
}
const withdrawn = (sequence: number): EntryDraft => ({
  ...sampleNote(1),
  kind: 'correction',
  payload: { sequence, reason: '留错了', withdrawn: true },
});

it('are the standards that each document names as it was kept last, but for its own number', async () => {
  const ledger = await sampleLedger(0, [
    evidence('旧通知', ['GB/T 1.1—2009'], { key: 'a' }),
    evidence('窗口服务规范', ['GB/T 36112—2018', 'Q/MMZ 101—2024', 'GB/T 1.1'], {
      ...{ kind: 'standard', own: 'Q/MMZ 101—2024' },
    }),
    evidence('新通知', ['GB/T 1.1—2020'], { key: 'a' }),
    // Entered by hand: neither has a key.
    evidence('照片里的GB/T 900—2020', [], { key: '' }),
    evidence('一张纸', ['GB/T 901—2020'], { key: '' }),
    evidence('留错的', ['GB/T 902—2020']),
    withdrawn(6),
  ]);
  const uses = await documentUses(ledger.records());
  expect(uses.map(({ at, name, designation }) => [at?.sequence, name, designation])).toEqual([
    [2, '窗口服务规范', 'GB/T 36112—2018'],
    [2, '窗口服务规范', 'GB/T 1.1'],
    [3, '新通知', 'GB/T 1.1—2020'],
    [4, '照片里的GB/T 900—2020', 'GB/T 900—2020'],
    [5, '一张纸', 'GB/T 901—2020'],
  ]);
  expect(uses.every((use) => use.in === 'document' && use.clause === 'unseen')).toBe(true);
});
