import { beforeEach, expect, it, vi } from 'vitest';
import { SAMPLE_UNIT } from '../../core/unit/sample.ts';
import { browser } from '../browser.ts';
import { fake } from '../testing.ts';
import { followPolicy } from './policy.ts';
import { importUnit, loadSettings, removeUnit } from './settings.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());
beforeEach(() => fake.reset());

const ours = JSON.stringify(SAMPLE_UNIT);
const theirs = { ...SAMPLE_UNIT, name: '源潭镇便民服务中心' };
async function handOut(unit: unknown): Promise<void> {
  await browser.storage.managed.set({ unit });
  await new Promise<void>((done) => followPolicy(done));
}

it('has no profile, then the one that was imported, and none again', async () => {
  expect(await loadSettings()).not.toHaveProperty('unit');
  await importUnit('a.json', ours);
  expect(await loadSettings()).toMatchObject({ unit: SAMPLE_UNIT, unitFrom: 'import' });
  await removeUnit();
  expect(await loadSettings()).not.toHaveProperty('unitFrom');
});

it('uses the profile that policy hands out in the stead of an imported one, and lets nobody change it', async () => {
  await importUnit('a.json', ours);
  await handOut(JSON.stringify(theirs));
  expect(await loadSettings()).toMatchObject({ unit: theirs, unitFrom: 'policy' });
  await expect(importUnit('b.json', ours)).rejects.toThrow('由管理员统一下发');
  await expect(removeUnit()).rejects.toThrow('由管理员统一下发');
});

it('leaves out what policy hands out where it is no profile', async () => {
  await importUnit('a.json', ours);
  await handOut('{');
  expect(await loadSettings()).toMatchObject({ unit: SAMPLE_UNIT, unitFrom: 'import' });
  await expect(importUnit('b.json', JSON.stringify(theirs))).resolves.toEqual(theirs);
});
