import { expect, test } from 'vitest';
import { ProblemError } from '../base/problems.ts';
import { BUILT_IN_CATALOGUE } from './pack.ts';
import { parseCatalogue, readCatalogue } from './parse.ts';

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

test('a broken row is named and the good ones are there', () => {
  const pack = plain();
  const good = pack.rows.length;
  pack.rows.splice(
    2,
    0,
    { ...pack.rows[0] },
    { ...pack.rows[0], designation: 'GB/T1.1-2020' },
    { ...pack.rows[0], designation: 'GB/T 900—2020', publishedOn: '2020-02-01', effectiveOn: '2020-01-01' },
    { ...pack.rows[0], designation: 'GB/T 901—2020', effectiveOn: '2022-02-01', withdrawnOn: '2022-01-01' },
    { ...pack.rows[0], designation: 'GB/T 902—2020', replacedBy: ['GB/T 902—2020'] },
    { ...pack.rows[0], designation: 'GB/T 903—2020', title: '' },
  );
  (pack.rows as unknown[]).push(null, '一行字');
  const { pack: read, faults } = readCatalogue(pack);
  expect(read.rows).toEqual(BUILT_IN_CATALOGUE.rows);
  expect(faults.map(({ row, designation, member, why }) => [row, designation, member, why])).toEqual([
    [3, 'GB/T 1.1—2020', 'designation', 'GB/T 1.1—2020 写了两次'],
    [4, 'GB/T1.1-2020', 'designation', '应该是写成 GB/T 1.1—2020 这样的标准号'],
    [5, 'GB/T 900—2020', 'effectiveOn', '实施日期早于发布日期'],
    [6, 'GB/T 901—2020', 'withdrawnOn', '废止日期早于实施日期'],
    [7, 'GB/T 902—2020', 'replacedBy', '不能由自己代替'],
    [8, 'GB/T 903—2020', 'title', '不能是空的'],
    [good + 7, '', '最外层', '应该是一组内容'],
    [good + 8, '', '最外层', '应该是一组内容'],
  ]);
});

test('a pack of a later version is called that', () => {
  const read = () => readCatalogue({ ...plain(), schema: 'duibiao/catalogue@2' });
  expect(read).toThrow('更新的格式（duibiao/catalogue@2）');
  expect(() => readCatalogue({ ...plain(), schema: 'duibiao/catalogue@zwei' })).toThrow('“schema”');
});
