import { describe, expect, it } from 'vitest';
import { digestPayload } from '../chain.ts';
import { sampleLedger } from '../testing.ts';
import { parseFirstFormat } from './format-1.ts';
import { verifyBundle } from './read.ts';
import { bytesOf, collectChain, writeFirstFormat } from './testing.ts';

const ABOUT = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
const bundleText = async (count: number): Promise<string> =>
  writeFirstFormat([await collectChain('chain-1', (await sampleLedger(count)).stored())], ABOUT);

describe('parseFirstFormat', () => {
  it.each([
    ['no JSON', '{', 'bundle-invalid'],
    ['another JSON', '{"a":1}', 'bundle-invalid'],
    ['null', 'null', 'bundle-invalid'],
    ['a newer format', '{"format":"duibiao/ledger@4","new":true}', 'bundle-newer'],
    ['endless nesting', `{"format":"duibiao/ledger@1","chains":${'['.repeat(200_000)}`, 'bundle-invalid'],
  ])('refuses %s', (_name, text, code) => {
    expect(() => parseFirstFormat(text, 'a.json')).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ code }) }),
    );
  });

  it('refuses nesting inside a payload that no ledger has, however it is quoted and escaped', async () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}"]\\"["${']'.repeat(levels)}`;
    const text = await bundleText(1);
    const refused = text.replace('"内容1"', nested(100_000));
    expect(() => parseFirstFormat(refused, 'a.json')).toThrow('嵌套层数太多');
    expect(() => parseFirstFormat(text.replace('"内容1"', nested(20)), 'a.json')).not.toThrow();
    expect(() => parseFirstFormat(text.replace('内容1', '['.repeat(1_000)), 'a.json')).not.toThrow();
  });
});

it('a payload that nothing names is named', async () => {
  const { chains, exportedAt, unit } = parseFirstFormat(await bundleText(3), 'a.json');
  Object.assign(chains[0]?.payloads ?? {}, { [digestPayload('x')]: 'x' });
  const report = await verifyBundle(bytesOf(writeFirstFormat(chains, { exportedAt, unit })), 'a.json');
  expect(report).toMatchObject({ ok: false, fault: { code: 'payload-stray', sequence: 0 } });
});

it('is told from lines by its beginning, wherever the pieces of the file end', async () => {
  const text = await bundleText(3);
  for (const size of [1, 7, 100_000]) {
    expect(await verifyBundle(bytesOf(text, size), 'a.json')).toMatchObject({ ok: true, chains: [{ count: 3 }] });
    expect(await verifyBundle(bytesOf(`${text}\n`, size), 'a.json')).toMatchObject({ ok: true });
    expect((await verifyBundle(bytesOf(text.replace(',', ',\n'), size), 'a.json')).fault?.code).toBe('file-changed');
  }
});
