import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../base/canonical.ts';
import { fc } from '../base/testing.ts';
import { doubtsOf, isInstant } from './doubts.ts';
import type { LedgerEntry } from './entry.ts';
import { LIMITS } from './limits.ts';
import { sampleLedger } from './testing.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
async function doubts(change: Partial<LedgerEntry>, payload?: Uint8Array): Promise<string[]> {
  const [record] = (await sampleLedger(1)).records();
  if (record === undefined) throw new Error('no entry');
  return doubtsOf({ ...record.entry, ...change }, payload ?? bytes(canonicalJson(record.payload))).map(
    ({ code }) => code,
  );
}

describe('doubtsOf', () => {
  it('has none about what the ledger writes', async () => {
    expect(await doubts({})).toEqual([]);
    expect(await doubts({ factOn: '' })).toEqual([]);
  });

  it('says nothing of the shape of what is not there', async () => {
    const [record] = (await sampleLedger(1)).records();
    expect(record && doubtsOf(record.entry, undefined)).toEqual([]);
  });

  it.each([
    ['with a space', '{"text": "甲"}'],
    ['with a name twice', '{"text":"甲","text":"乙"}'],
    ['with an escape that was not needed', '{"text":"\\u7532"}'],
    ['that is no JSON', '{'],
    ['that is null', 'null'],
    ['nested without end', '['.repeat(100_000)],
  ])('doubts a payload %s', async (_name, text) => {
    expect(await doubts({}, bytes(text))).toEqual(['payload-shape']);
  });

  it('doubts what is no text, and does not look at what is too large', async () => {
    expect(await doubts({}, new Uint8Array([0x7b, 0xff, 0x7d]))).toEqual(['payload-shape']);
    expect(await doubts({}, new Uint8Array(LIMITS.shape + 1))).toEqual(['payload-large']);
  });

  it('takes names that are numbers in whatever order they are canonical', async () => {
    const summary = { '10': 1, '9': 2, a: 3 };
    expect(JSON.stringify(summary)).not.toBe(canonicalJson(summary));
    const check = {
      ...{ at: '', fingerprints: { catalogue: '', document: '', unit: '' }, rulePack: '', runId: '', today: '' },
      ...{ catalogue: { issuedOn: '', version: '' }, findings: [], summary },
    };
    const document = { uri: '', sha256: '', key: '', kind: '', kindWord: '', stage: '', title: '', reader: '' };
    expect(await doubts({ kind: 'check', kindVersion: 1 }, bytes(canonicalJson({ check, document })))).toEqual([]);
  });

  it('names each time that is none, and a version', async () => {
    const change = { factOn: '2026-00-10', capturedAt: '2026-03-02', registeredAt: '2026-03-02T25:00:00.000Z' };
    expect(await doubts({ ...change, kindVersion: 7 })).toEqual([
      'fact-day',
      'captured-time',
      'registered-time',
      'version-unknown',
    ]);
  });
});

it('isInstant takes every moment as it is written here', () => {
  const time = fc.date({
    min: new Date('0100-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(fc.property(time, (date) => isInstant(date.toISOString())));
  for (const text of ['', '2026-02-30T00:00:00.000Z', '2026-03-02T01:00:00Z', '2026-03-02T01:00:00.000+08:00'])
    expect(isInstant(text)).toBe(false);
});
