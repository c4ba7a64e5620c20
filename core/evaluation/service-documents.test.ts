import { expect, it } from 'vitest';
import type { EntryDraft } from '../ledger/entry.ts';
import { sampleLedger, sampleNote } from '../ledger/testing.ts';
import { serviceDocuments } from './service-documents.ts';

/** Evidence of a document, as it is written now. */
function evidence(
  title: string,
  more: { kind?: string; key?: string; service?: string; sample?: true } = {},
): EntryDraft {
  const { kind = 'guide', key = title, service, sample } = more;
  const document = { uri: 'a', sha256: '', key, kind, kindWord: '', stage: '', title, reader: '' };
  const fields =
    service === undefined
      ? []
      : [{ role: 'serviceName', state: 'present', value: service, label: '事项名称', written: service }];
  const payload = { document, fields, trail: [], attachments: [], notRead: [], ...(sample && { sample }) };
  return { ...sampleNote(1), kind: 'evidence', payload };
}
const withdrawn = (sequence: number): EntryDraft => ({
  ...sampleNote(1),
  kind: 'correction',
  payload: { sequence, reason: '留错了', withdrawn: true },
});

it('are the guides and standards that stand, each as it was kept last', async () => {
  const ledger = await sampleLedger(0, [
    evidence('临时救助办事指南', { key: 'a', service: '临时救助' }),
    evidence('窗口服务规范', { kind: 'standard' }),
    evidence('临时救助办件', { kind: 'case' }),
    evidence('试一试', { sample: true }),
    evidence('临时救助办事指南（新）', { key: 'a' }),
    evidence('留错的指南'),
    withdrawn(6),
  ]);
  const found = await serviceDocuments(ledger.records());
  expect(found.map(({ name, at }) => [name, at?.sequence])).toEqual([
    ['窗口服务规范', 2],
    ['临时救助办事指南（新）', 5],
  ]);
  // The newer one was taken back: the earlier one stands again.
  const back = await sampleLedger(0, [
    evidence('临时救助办事指南', { key: 'a', service: '临时救助' }),
    evidence('临时救助办事指南（新）', { key: 'a' }),
    withdrawn(2),
  ]);
  expect(await serviceDocuments(back.records())).toMatchObject([
    { title: '临时救助办事指南', fields: [{ role: 'serviceName', value: '临时救助' }], at: { sequence: 1 } },
  ]);
});
