import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../../fixtures/golden.ts';
import { canonicalJson } from '../base/canonical.ts';
import type { DocumentModel } from '../document/model.ts';
import { openPage } from '../files/saved-page.ts';
import { capture } from '../page/capture.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { claimOf, FAMILIES, familyOf, readPage } from './index.ts';
import { CLAIM, type Family } from './reader.ts';
import { surveyPage } from './survey.ts';

/** Pages written for the tests: `page.html` and what is read from it, a golden. */
const CASES = new URL('../../fixtures/cases/', import.meta.url).pathname;
const names = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'page.html')));

async function snapshotOf(html: string, name = 'page.html'): Promise<PageSnapshot> {
  const page = await openPage(name, new TextEncoder().encode(html), () => undefined);
  const snapshot = await capture(page.document);
  page.close();
  return snapshot;
}

const pageOf = (name: string): string => readFileSync(join(CASES, name, 'page.html'), 'utf8');

/** A model as a person would go over it: no hashes, no element paths, no role that was not found. */
function told(model: DocumentModel): unknown {
  const { sha256: _, key: __, pairs: ___, fields, ...rest } = model;
  const found = fields.filter((field) => field.state !== 'absent' || field.pending);
  return JSON.parse(JSON.stringify({ ...rest, fields: found }, (key, value) => (key === 'path' ? undefined : value)));
}

describe.each(names)('%s', { timeout: 60_000 }, (name) => {
  it('reads as written down', async () => {
    expectGolden({ name, file: join(CASES, name, 'model.json') }, told(readPage(await snapshotOf(pageOf(name)))));
  });

  it('gives the same bytes twice', async () => {
    const [first, second] = [await snapshotOf(pageOf(name)), await snapshotOf(pageOf(name))];
    expect(canonicalJson(readPage(first))).toBe(canonicalJson(readPage(second)));
  });

  it('is a document unless its name says that it must stay silent', async () => {
    expect(readPage(await snapshotOf(pageOf(name))).isDocument).toBe(!name.startsWith('silent-'));
  });

  it('is claimed by its own family alone', async () => {
    const snapshot = await snapshotOf(pageOf(name));
    const survey = surveyPage(snapshot);
    const claiming = FAMILIES.filter((family) => claimOf(family, snapshot, survey) >= CLAIM).map((family) => family.id);
    expect(claiming).toEqual(name.startsWith('family-') ? [name.replace('family-', '')] : []);
    expect(familyOf(snapshot, survey)?.id).toBe(claiming[0]);
  });
});

it('has silent cases and a case for each family', () => {
  expect(names.filter((name) => name.startsWith('silent-')).length).toBeGreaterThanOrEqual(10);
  expect(names).toEqual(expect.arrayContaining(FAMILIES.map((family) => `family-${family.id}`)));
});

it('lists every family of the folder', async () => {
  const folders = readdirSync(new URL('./families/', import.meta.url));
  expect(FAMILIES.map((family) => family.id)).toEqual(folders.sort());
  for (const family of FAMILIES) {
    const module = (await import(`./families/${family.id}/family.ts`)) as Record<string, Family>;
    expect(module[family.id]).toBe(family);
    expect(family.signs.reduce((sum, sign) => sum + sign.weight, 0)).toBeGreaterThanOrEqual(CLAIM);
  }
});
