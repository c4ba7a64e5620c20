import { beforeEach, expect, it } from 'vitest';
import { evidenceDraft } from '../../core/evidence/evidence.ts';
import { blocksFrom, type DocumentSketch, documentFrom } from '../../core/rules/testing.ts';
import type { ServiceItem } from '../../core/unit/profile.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import { emptyStorage } from '../storage/testing.ts';
import { citing } from './citing.ts';

const BY = { actor: '综合窗口1', capturedAt: '2026-11-23T02:00:00.000Z' };
const NUMBER = 'Q/MMZ 101—2024';
const SERVICE: ServiceItem = { name: '临时救助申请', standards: [] };

beforeEach(emptyStorage);

const opening = () => {
  const opened = openDatabase();
  const writer = createLedgerWriter(
    () => opened,
    undefined,
    () => new Date(BY.capturedAt),
  );
  const keep = (sketch: DocumentSketch, services: string[] = []) =>
    writer.append(evidenceDraft(documentFrom(sketch), undefined, { ...BY, indicators: [], services }));
  return { writer, keep, reader: createLedgerReader(() => opened) };
};

it('finds what names a standard and what is about a service, newest first, and nothing that was taken back', async () => {
  const { writer, keep, reader } = opening();
  await keep({ title: '关于宣贯的通知', blocks: blocksFrom(['请学习Q/MMZ101-2024。']) });
  await keep({ title: '关于值班的通知', blocks: blocksFrom(['请学习Q/MMZ 1012—2024。']) });
  await keep({ title: '临时救助申请办事指南', kind: 'guide' }, ['临时救助申请']);
  const wrong = await keep({ title: '关于检查的通知', blocks: blocksFrom([NUMBER]) });
  await writer.append({
    ...{ kind: 'correction', factOn: '', subject: '撤回', indicators: [], ...BY },
    payload: { sequence: wrong.sequence, withdrawn: true, reason: '误存' },
  });
  const asked = { designations: [NUMBER], service: SERVICE, services: [SERVICE] };
  const { found, more } = await citing(reader, asked);
  expect(found.map(({ place, cites, about }) => [place.sequence, cites, about])).toEqual([
    [3, [], true],
    [1, [NUMBER], false],
  ]);
  expect(more).toBe(false);
  expect(await citing(reader, { designations: [] })).toEqual({ found: [], more: false });
});

it('lists no more than a person looks through, and says that there is more', async () => {
  const { keep, reader } = opening();
  for (let number = 0; number < 120; number += 1) await keep({ title: '通知', blocks: blocksFrom([NUMBER]) });
  const { found, more } = await citing(reader, { designations: [NUMBER] });
  expect([found.length, found[0]?.place.sequence, more]).toEqual([100, 120, true]);
});
