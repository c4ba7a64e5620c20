import { beforeEach, expect, it, vi } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import type { SettledView } from '../messages/view.ts';
import { fake } from '../testing.ts';
import { createViews, readStored } from './views.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());
beforeEach(() => fake.reset());

const stopped: SettledView = { tabId: 1, url: 'http://oa.example', state: 'stopped', standing: false, reasons: ['停'] };

it('gives a view back, and none of a tab that has none', async () => {
  const views = createViews();
  await views.keep(stopped);
  expect(await views.read(1)).toEqual(stopped);
  expect(await views.read(2)).toBeUndefined();
  await views.forget(1);
  expect(await views.read(1)).toBeUndefined();
});

it('drops what another version of the extension kept', async () => {
  await createViews().keep(stopped);
  fake.browser.runtime.getManifest = () => ({ version: '1.2.4' });
  expect(await createViews().read(1)).toBeUndefined();
});

it('keeps nothing where the storage is full, and nothing old either', async () => {
  const views = createViews();
  await views.keep(stopped);
  fake.browser.storage.session.set = async () => {
    throw new Error('Session storage quota bytes exceeded.');
  };
  await views.keep({ ...stopped, reasons: [] });
  expect(await views.read(1)).toBeUndefined();
});

it('takes a view only in the form of its state', () => {
  const version = '1.2.3';
  const read = (view: object) => readStored({ version, view }, version);
  const tab = { tabId: 1, url: '' };
  expect(read(stopped)).toEqual(stopped);
  expect(read({ ...tab, state: 'not-allowed' })).toBeDefined();
  for (const view of [
    { ...tab, state: 'reading' },
    { ...tab, state: 'ready', standing: true },
    { ...tab, state: 'problem' },
    { ...tab, state: 'problem', problem: 'page-gone' },
    { ...stopped, document: { title: '题' } },
    { ...stopped, reasons: [1] },
  ])
    expect(read(view)).toBeUndefined();
  fc.assert(fc.property(fc.anything(), (value) => readStored(value, version) === undefined));
});
