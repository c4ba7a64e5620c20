import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from '../browser.ts';
import { fake } from '../testing.ts';
import { rulePacks } from './packs.ts';
import { followPolicy } from './policy.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());
beforeEach(() => fake.reset());

const pack = (id: string, title = '有联系人') => ({
  ...{ schema: 'duibiao/rules@1', id, name: id, version: '1' },
  rules: [{ id: 'a', type: 'required-role', title, kinds: ['official'], severity: 'info', role: '联系人' }],
});
const importOf = (id: string, title?: string) => rulePacks.keep(`${id}.json`, JSON.stringify(pack(id, title)));
const inUse = async () => (await rulePacks.all()).map(({ item: { id, rules }, from }) => [id, from, rules[0]?.title]);

describe('packs of own rules', () => {
  it('are kept, taken in the stead of an earlier one, and taken away', async () => {
    await importOf('a');
    await importOf('b');
    await importOf('a', '写明联系人');
    expect(await inUse()).toEqual([
      ['b', 'import', '有联系人'],
      ['a', 'import', '写明联系人'],
    ]);
    await rulePacks.remove('b');
    expect(await inUse()).toEqual([['a', 'import', '写明联系人']]);
  });

  it('a wrong one changes nothing', async () => {
    await importOf('a');
    await expect(rulePacks.keep('x.json', '{"schema":1}')).rejects.toMatchObject({
      problem: { code: 'rules-invalid' },
    });
    expect(await inUse()).toHaveLength(1);
  });

  it('are no more than can be run', async () => {
    for (let number = 0; number < 20; number += 1) await importOf(`p${number}`);
    await expect(importOf('more')).rejects.toMatchObject({ problem: { code: 'rules-too-many' } });
    await importOf('p3', '换掉');
    expect(await inUse()).toHaveLength(20);
  });

  it('that policy hands out go before imported ones, and what is no pack is left out', async () => {
    await importOf('a');
    await browser.storage.managed.set({ rulePacks: [JSON.stringify(pack('a', '统一的')), '{', pack('c'), 5] });
    const changed = vi.fn();
    followPolicy(changed);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    expect(await inUse()).toEqual([
      ['a', 'policy', '统一的'],
      ['c', 'policy', '有联系人'],
    ]);
    await browser.storage.local.set({ rulePacks: 'x' });
    expect(await inUse()).toHaveLength(2);
  });

  it('that policy hands out are there at once at the next start, before the browser tells, and follow what it tells', async () => {
    const changed = vi.fn();
    followPolicy(changed);
    await browser.storage.managed.set({ rulePacks: [pack('a')] });
    await vi.waitFor(() => expect(changed).toHaveBeenCalledOnce());
    vi.spyOn(browser.storage.managed, 'get').mockReturnValueOnce(new Promise(() => undefined));
    followPolicy(changed);
    expect(await inUse()).toEqual([['a', 'policy', '有联系人']]);
    await browser.storage.managed.set({ rulePacks: [] });
    await vi.waitFor(async () => expect(await inUse()).toEqual([]));
  });
});
