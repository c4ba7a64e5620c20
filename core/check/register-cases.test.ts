import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { expectGolden } from '../../fixtures/golden.ts';
import { openPage } from '../files/html/saved-page.ts';
import { capture } from '../page/capture.ts';
import { elementAt } from '../page/paths.ts';
import { type ReadRegister, readRegister } from '../readers/register/register.ts';
import { catalogueFrom, TODAY } from '../rules/testing.ts';
import { type CheckedRegister, tallyOfRegister } from './checked-register.ts';
import { collectRegister } from './register.ts';

/** List pages written for the tests: what is read of them row by row and found in them, a golden. */
const CASES = new URL('../../fixtures/cases/', import.meta.url).pathname;
const names = readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'page.html')));

async function readCase(name: string): Promise<{ read: ReadRegister | undefined; document: Document }> {
  const page = await openPage('page.html', readFileSync(join(CASES, name, 'page.html')), () => undefined);
  return { read: readRegister(await capture(page.document)), document: page.document };
}

const check = ({ register }: ReadRegister): CheckedRegister =>
  collectRegister(register, undefined, { today: TODAY, catalogue: catalogueFrom([]), runId: 'test', at: TODAY });

/** As a person would go over it: the columns with their roles, the rows, and under each what was found. */
function told({ kind, name, columns, rows, total, pages, page, read, ...checked }: CheckedRegister): unknown {
  return {
    ...{ kind, name, columns: columns.map(({ label, role = '' }) => `${label} ${role}`.trim()) },
    ...{ total, pages, page, read, tally: tallyOfRegister({ rows, read }) },
    ...(checked.askBeforeKeeping && { ask: checked.askBeforeKeeping.why }),
    rows: rows.map(({ serial, number, title, stage, cells, findings }) => ({
      row: [serial, number, title, stage].join(' | '),
      cells: cells.join(' | '),
      ...(findings.length > 0 && {
        findings: findings.map(({ rule, reason, severity, message, sources }) =>
          [rule, reason, severity, message, sources.length].join(' | '),
        ),
      }),
    })),
  };
}

describe.each(names.filter((name) => name.startsWith('register-')))('%s', { timeout: 60_000 }, (name) => {
  let read: ReadRegister;
  let document: Document;

  beforeAll(async () => {
    const found = await readCase(name);
    expect(found.read).toBeDefined();
    read = found.read as ReadRegister;
    document = found.document;
  }, 60_000);

  it('is read and checked as written down', () => {
    expectGolden({ name, file: join(CASES, name, 'register.json') }, JSON.parse(JSON.stringify(told(check(read)))));
  });

  it('points at rows and cells that are there', () => {
    for (const { source, places, cells } of read.register.rows) {
      expect(elementAt(document, source.path)?.localName).toBe('tr');
      expect(places).toHaveLength(cells.length);
      for (const place of places) expect(elementAt(document, place.path)?.localName).toMatch(/^t[dh]$/);
    }
  });

  it('is silent where its name says that it is clean', () => {
    if (/clean|several-offices/.test(name)) expect(check(read).rows.flatMap(({ findings }) => findings)).toEqual([]);
    else expect(tallyOfRegister(check(read)).must).toBeGreaterThan(0);
  });
});

it.each(names.filter((name) => name.startsWith('silent-')))('finds nothing on %s', async (name) => {
  const { read } = await readCase(name);
  expect(read ? check(read).rows.flatMap(({ findings }) => findings) : []).toEqual([]);
});

it.each([
  'silent-todo-with-number',
  'silent-published-list',
  'silent-portal-lists',
  'silent-empty-register',
  'silent-news',
])('takes %s for no register', async (name) => {
  expect((await readCase(name)).read).toBeUndefined();
});
