import { readWorkbook } from '../../core/exports/xlsx.ts';
import { openSheets } from '../../core/files/sheets/open.ts';
import type { CataloguePack } from '../../core/standards/catalogue.ts';
import { packChanges } from '../../core/standards/changes.ts';
import { impactOf } from '../../core/standards/impact.ts';
import { readCatalogueFile, tableAbout } from '../../core/unit/catalogue-file.ts';
import { coverageOf } from '../../core/unit/coverage.ts';
import { catalogueOf, catalogueTable, csvOf, laterThan, workbookOf } from '../../fixtures/scale/catalogue.ts';
import { documentsOf, usesOf } from '../../fixtures/scale/documents.ts';
import { unitOf } from '../../fixtures/scale/unit.ts';
import { atMost, type BenchRow, median } from './row.ts';

const [ROWS, DOCUMENTS] = [100_000, 5_000];
const [WARM_UP, ROUNDS] = [1, 10];
/** So many times as long as the plain reading beside it, in which nothing is looked at: within seconds where that takes a tenth of one. */
const GOAL = { json: 25, csv: 80, xlsx: 5, changes: 30, coverage: 8 } as const;
const [BEFORE, AFTER] = ['2026-11-28', '2027-11-28'];

type Work = () => unknown;

/** Medians of ours and of the reference in milliseconds of the processor, in turn. */
async function inTurn(ours: Work, reference: Work): Promise<[ours: number, reference: number]> {
  const taken: [number[], number[]] = [[], []];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const [which, work] of [ours, reference].entries()) {
      const start = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(start);
      if (round >= WARM_UP) taken[which]?.push((user + system) / 1_000);
    }
  }
  return [median(taken[0]), median(taken[1])];
}

async function importRow(
  kind: 'json' | 'csv' | 'xlsx',
  bytes: Uint8Array,
  [told, reference]: [string, Work],
): Promise<BenchRow> {
  const name = `目录.${kind}`;
  const ours = async (): Promise<void> => {
    const { pack, lost } = await readCatalogueFile({ name, bytes }, tableAbout(name, BEFORE), openSheets);
    if (pack.rows.length !== ROWS || lost > 0) throw new Error('a row is missing');
  };
  const [value, referenceValue] = await inTurn(ours, reference);
  const id = `import-100k-${kind}`;
  return atMost(GOAL[kind], { id, value, unit: 'ms', reference: `${told}, processor time`, referenceValue });
}

/** A pack that nobody has asked yet: what was worked out of it once is kept with it. */
const fresh = (pack: CataloguePack): CataloguePack => ({ ...pack });

/**
 * A catalogue of a hundred thousand rows read from each kind of file, compared with a later one and with what five thousand
 * documents cite, and beside 150 services and a register of 649; in processor time, since others use the machine too.
 */
export async function scaleBench(): Promise<BenchRow[]> {
  const pack = catalogueOf(ROWS);
  const later = laterThan(pack);
  const text = JSON.stringify(pack);
  const table = catalogueTable(pack);
  const [csv, xlsx] = [csvOf(table), workbookOf(table)];
  const uses = usesOf(documentsOf(pack, DOCUMENTS));
  const unit = unitOf(pack);
  const parse: [string, Work] = ['JSON.parse of the same rows', () => JSON.parse(text)];
  const rows = [
    await importRow('json', new TextEncoder().encode(text), parse),
    await importRow('csv', csv, parse),
    await importRow('xlsx', xlsx, ['the library’s plain reading of the cells', () => readWorkbook(xlsx)]),
  ];
  const [changed, parsed] = await inTurn(() => {
    const [before, after] = [fresh(pack), fresh(later)];
    const work = impactOf(before, after, uses, AFTER).length + packChanges(before, after, AFTER).length;
    if (work === 0) throw new Error('nothing was touched');
  }, parse[1]);
  const [covered, again] = await inTurn(() => coverageOf({ ...unit }, fresh(pack), BEFORE), parse[1]);
  const reference = `${parse[0]} (${ROWS} rows), processor time`;
  return [
    ...rows,
    atMost(GOAL.changes, { id: 'impact-5000', value: changed, unit: 'ms', reference, referenceValue: parsed }),
    atMost(GOAL.coverage, { id: 'coverage-150x649', value: covered, unit: 'ms', reference, referenceValue: again }),
  ];
}
