import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Mapping } from '../../core/readers/taught/mapping.ts';
import { browser } from '../browser.ts';
import { fake } from '../testing.ts';
import { loadMappings, mappings, noteFits, removeMapping } from './mappings.ts';
import { followPolicy } from './policy.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());
beforeEach(() => fake.reset());

const mapping = (id: string): Mapping => ({
  schema: 'duibiao/mapping@1',
  id,
  name: id,
  address: '/sheet/*',
  signature: { labels: ['呈文者'], share: 0.7 },
  fields: [{ role: 'drafter', locators: [{ by: 'label', label: '呈文者', nth: 1, of: 1 }] }],
  made: { on: '2026-11-20' },
});

describe('forms that were taught', () => {
  it("of one's own go before those that policy hands out, unless they have one id", async () => {
    await mappings.keep('a.json', JSON.stringify(mapping('own')));
    await mappings.keep('b.json', mapping('shared'));
    await browser.storage.managed.set({ mappings: [JSON.stringify(mapping('shared')), '{', mapping('theirs')] });
    const changed = vi.fn();
    followPolicy(changed);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect((await loadMappings()).map(({ mapping: { id }, from }) => [id, from])).toEqual([
      ['own', 'import'],
      ['shared', 'policy'],
      ['theirs', 'policy'],
    ]);
  });

  it('a wrong one changes nothing', async () => {
    await expect(mappings.keep('x.json', '{"schema":1}')).rejects.toMatchObject({
      problem: { code: 'mapping-invalid' },
    });
    expect(await loadMappings()).toEqual([]);
  });

  it('tell when they last fitted and when their form changed, until it is whole again', async () => {
    await mappings.keep('a.json', mapping('a'));
    const fits = async (): Promise<unknown> =>
      (await loadMappings()).map(({ fittedOn, changedOn }) => [fittedOn, changedOn]);
    const reader = { kind: 'reader' as const, text: '', mapping: 'a' };
    await noteFits({ notes: [reader] }, '2026-11-20');
    expect(await fits()).toEqual([['2026-11-20', undefined]]);
    await noteFits({ notes: [reader, { kind: 'unfit', text: '', mapping: 'a' }] }, '2026-11-21');
    expect(await fits()).toEqual([['2026-11-21', '2026-11-21']]);
    await noteFits({ notes: [{ kind: 'unfit', text: '', mapping: 'a' }] }, '2026-11-22');
    expect(await fits()).toEqual([['2026-11-21', '2026-11-22']]);
    await noteFits({ notes: [{ kind: 'reader', text: '' }] }, '2026-11-23');
    await noteFits({ notes: [reader] }, '2026-11-24');
    expect(await fits()).toEqual([['2026-11-24', undefined]]);
    await removeMapping('a');
    await mappings.keep('a.json', mapping('a'));
    expect(await fits()).toEqual([[undefined, undefined]]);
    await browser.storage.local.set({ mappingFits: { a: 5 } });
    expect(await fits()).toEqual([[undefined, undefined]]);
  });
});
