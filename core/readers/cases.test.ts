import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../../fixtures/golden.ts';
import { canonicalJson } from '../base/canonical.ts';
import { exportName } from '../base/module-list.ts';
import type { DocumentModel } from '../document/model.ts';
import { openPage } from '../files/html/saved-page.ts';
import { capture } from '../page/capture.ts';
import { SIGNS } from '../page/marks/index.ts';
import { elementAt } from '../page/paths.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { claimsOn, winningClaim } from './claims.ts';
import { FAMILIES } from './families/index.ts';
import { readPage } from './index.ts';
import { CLAIM, type Family } from './reader.ts';
import { surveyPage } from './survey/survey.ts';

/** Pages written for the tests: `page.html` and what is read from it, a golden. */
const CASES = new URL('../../fixtures/cases/', import.meta.url).pathname;
const names = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'page.html')));

/** A model as a person would go over it: no hashes, no element paths, no role that was not found. */
function told(model: DocumentModel): unknown {
  const { sha256: _, key: __, pairs: ___, fields, ...rest } = model;
  const found = fields.filter((field) => field.state !== 'absent' || field.pending);
  return JSON.parse(JSON.stringify({ ...rest, fields: found }, (key, value) => (key === 'path' ? undefined : value)));
}

/** The family whose page a case is: `family-ecology`, and `family-ecology-view` for a further one; [] for any other. */
function ownersOf(name: string): string[] {
  return FAMILIES.map(({ id }) => id).filter((id) => name === `family-${id}` || name.startsWith(`family-${id}-`));
}

describe.each(names)('%s', { timeout: 60_000 }, (name) => {
  let snapshot: PageSnapshot;
  let again: PageSnapshot;
  let model: DocumentModel;

  beforeAll(async () => {
    const page = await openPage('page.html', readFileSync(join(CASES, name, 'page.html')), () => undefined);
    snapshot = await capture(page.document);
    again = await capture(page.document);
    page.close();
    model = readPage(snapshot);
  }, 60_000);

  it('reads as written down', () => {
    expectGolden({ name, file: join(CASES, name, 'model.json') }, told(model));
  });

  it('gives the same bytes twice', () => {
    expect(canonicalJson(readPage(again))).toBe(canonicalJson(model));
  });

  it('is a document unless its name says that it must stay silent', () => {
    expect(model.isDocument).toBe(!/^(?:silent|register)-/.test(name));
  });

  it('is claimed by its own family alone', () => {
    const survey = surveyPage(snapshot);
    const claiming = claimsOn(snapshot, survey).flatMap(({ family, weight }) => (weight >= CLAIM ? [family.id] : []));
    expect(claiming).toEqual(ownersOf(name));
    const claim = winningClaim(snapshot, survey);
    expect(claim?.family.id).toBe(claiming[0]);
    expect(claim === undefined || claim.reasons.length > 0).toBe(true);
  });

  it('points at elements that are there', async () => {
    const page = await openPage('page.html', readFileSync(join(CASES, name, 'page.html')), () => undefined);
    for (const { source } of [...model.pairs, ...model.blocks, ...model.trail])
      if (source.from === 'page' && source.frame === '')
        expect(elementAt(page.document, source.path), source.path).not.toBeNull();
    page.close();
  });
});

it('has silent cases and a case for each family', () => {
  expect(names.filter((name) => name.startsWith('silent-')).length).toBeGreaterThanOrEqual(10);
  expect(names).toEqual(expect.arrayContaining(FAMILIES.map((family) => `family-${family.id}`)));
});

it('lists every family of the folder', async () => {
  const folders = readdirSync(new URL('./families/', import.meta.url)).filter((name) => !name.includes('.'));
  expect(FAMILIES.map((family) => family.id)).toEqual(folders.sort());
  for (const family of FAMILIES) {
    const module = (await import(`./families/${family.id}/family.ts`)) as Record<string, Family>;
    expect(module[exportName(family.id)]).toBe(family);
    for (const { mark } of family.signs) expect(mark === undefined || SIGNS.has(mark), mark).toBe(true);
    expect(family.signs.reduce((sum, sign) => sum + sign.weight, 0)).toBeGreaterThanOrEqual(CLAIM);
  }
});
