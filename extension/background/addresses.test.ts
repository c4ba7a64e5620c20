import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { fake } from '../testing.ts';
import { addressesOff, modeOf, setOff } from './addresses.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());
beforeEach(() => fake.reset());

describe('an address', () => {
  it('is switched off by its origin, and taken back', async () => {
    await setOff('http://oa.example:8080/form?id=1', true);
    await setOff('http://oa.example:8080/', true);
    expect(await addressesOff()).toEqual(['http://oa.example:8080']);
    expect(await modeOf('http://oa.example:8080/other')).toBe('off');
    expect(await modeOf('http://oa.example/form')).toBe('click');
    await setOff('http://oa.example:8080', false);
    expect(await modeOf('http://oa.example:8080/other')).toBe('click');
  });

  it('that policy grants is read always, and not at all when a person switched it off', async () => {
    fake.browser.permissions.getAll = async () => ({ origins: ['http://oa.example/*'] });
    expect(await modeOf('http://oa.example/form')).toBe('always');
    await setOff('http://oa.example/form', true);
    expect(await modeOf('http://oa.example/form')).toBe('off');
  });

  it('is refused where it is none, and where the list is full none is dropped silently', async () => {
    await expect(setOff('chrome://version', true)).rejects.toMatchObject({ problem: { code: 'message-invalid' } });
    const many = Array.from({ length: 500 }, (_, index) => `http://oa${index}.example`);
    await fake.browser.storage.local.set({ addressesOff: many });
    await expect(setOff('http://oa.example', true)).rejects.toMatchObject({ problem: { code: 'too-many-addresses' } });
    expect(await addressesOff()).toHaveLength(500);
  });

  it('counts nothing as switched off that is no list of origins', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (stored) => {
        await fake.browser.storage.local.set({ addressesOff: stored });
        expect(await addressesOff()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
