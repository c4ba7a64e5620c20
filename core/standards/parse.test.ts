import { expect, test } from 'vitest';
import { ProblemError } from '../base/problems.ts';
import { BUILT_IN_CATALOGUE } from './pack.ts';
import { parseCatalogue } from './parse.ts';

const plain = () =>
  structuredClone(BUILT_IN_CATALOGUE) as unknown as { rows: Record<string, unknown>[] } & Record<string, unknown>;
function complaint(change: (pack: ReturnType<typeof plain>) => void): string {
  const pack = plain();
  change(pack);
  try {
    parseCatalogue(pack);
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code === 'catalogue-invalid') return error.problem.message;
    throw error;
  }
  return '';
}

test('the built-in catalogue is a good one', () => {
  expect(parseCatalogue(plain())).toEqual(BUILT_IN_CATALOGUE);
  expect(BUILT_IN_CATALOGUE.rows.length).toBeGreaterThan(90);
});

test('each row that takes another one’s place is there', () => {
  const known = new Set(BUILT_IN_CATALOGUE.rows.map(({ designation }) => designation));
  expect(
    BUILT_IN_CATALOGUE.rows.flatMap(({ replacedBy }) => replacedBy ?? []).filter((one) => !known.has(one)),
  ).toEqual([]);
});

test.each<[string, (pack: ReturnType<typeof plain>) => void]>([
  ['rows', (pack) => Object.assign(pack, { rows: {} })],
  ['lapsesOn', (pack) => Object.assign(pack, { lapsesOn: '2027-02-30' })],
  ['schema', (pack) => Object.assign(pack, { schema: 'duibiao/unit@1' })],
  ['rows.0.designation', (pack) => Object.assign(pack.rows[0] ?? {}, { designation: 'GB/T1.1-2020' })],
  ['rows.0.designation', (pack) => Object.assign(pack.rows[0] ?? {}, { designation: 'GB/T 1.1' })],
  ['rows.1.verified', (pack) => Object.assign(pack.rows[1] ?? {}, { verified: 'yes' })],
  ['rows.1.designation', (pack) => Object.assign(pack.rows[1] ?? {}, { designation: pack.rows[0]?.designation })],
  ['rows.2.title', (pack) => delete pack.rows[2]?.title],
])('a wrong %s is named', (path, change) => {
  expect(complaint(change)).toContain(`“${path}”`);
});

test('something else altogether', () => {
  for (const value of [null, 1, 'x', [], {}]) expect(() => parseCatalogue(value)).toThrow(ProblemError);
});
