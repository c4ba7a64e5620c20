import { chinaDay } from '../../core/base/dates.ts';
import { fillSlots } from '../../core/base/text.ts';
import type { CitingAsked } from '../../core/evaluation/citing.ts';
import { coverageWorkbook } from '../../core/exports/coverage-xlsx.ts';
import { structureSvg } from '../../core/exports/structure-svg.ts';
import { structureWorkbook } from '../../core/exports/structure-xlsx.ts';
import { unitWorkbook } from '../../core/exports/tables/unit-xlsx.ts';
import { openSheets } from '../../core/files/sheets/open.ts';
import { type StandardChain, standardChain } from '../../core/unit/chain.ts';
import { type Coverage, coverageOf } from '../../core/unit/coverage.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { type SystemView, systemViewOf } from '../../core/unit/system-view.ts';
import { type TakenTables, takeTables } from '../../core/unit/take-tables.ts';
import { catalogueInUse } from '../storage/catalogues.ts';
import type { LedgerReader } from '../storage/ledger-reader.ts';
import { wholeFile, workbookBlob } from './bytes.ts';
import { type CitingFound, citing } from './citing.ts';

/** The work over the tables of a unit's profile. */
export interface UnitWork {
  /** Reads a workbook beside the profile that there is; keeps nothing. Rejects with what `openSheets` throws. */
  readUnitTables(content: Blob, name: string, before?: UnitProfile): Promise<TakenTables>;
  /** The workbook in which a profile is filled in; with one it stands there. */
  unitTables(profile?: UnitProfile): Promise<{ name: string; content: Blob }>;
  /** What applies to what on an ISO day, by the catalogue that is in use. */
  coverage(unit: UnitProfile, on: string): Promise<Coverage>;
  /** The workbook of it. */
  coverageTable(unit: UnitProfile, on: string): Promise<{ name: string; content: Blob }>;
  /** The system of standards on an ISO day, and 体系图 as an SVG image. */
  system(unit: UnitProfile, on: string): Promise<{ view: SystemView; drawing: string }>;
  /** The workbook of it: 体系图, 标准明细表, 标准汇总表. */
  systemTable(unit: UnitProfile, on: string): Promise<{ name: string; content: Blob }>;
  /** A standard and all that hangs on it on an ISO day. */
  standard(unit: UnitProfile, designation: string, on: string): Promise<StandardChain>;
  /** What the ledger has that names standards, or is about a service. */
  citing(asked: CitingAsked): Promise<CitingFound>;
}

const WORDS = {
  template: '单位资料模板.xlsx',
  filled: '单位资料-{day}.xlsx',
  coverage: '事项与标准-{day}.xlsx',
  system: '标准体系-{day}.xlsx',
} as const;

export const createUnitWork = (reader: LedgerReader, now: () => Date = () => new Date()): UnitWork => ({
  readUnitTables: async (content, name, before) => {
    return takeTables(await openSheets(await wholeFile(content, name)), before);
  },
  unitTables: async (profile) => {
    const at = now().toISOString();
    const bytes = await unitWorkbook(at, profile);
    const name = profile === undefined ? WORDS.template : fillSlots(WORDS.filled, { day: chinaDay(at) });
    return { name, content: workbookBlob(bytes) };
  },
  coverage: async (unit, on) => coverageOf(unit, await catalogueInUse(), on),
  coverageTable: async (unit, on) => {
    const about = { unit: unit.name, day: on, createdAt: now().toISOString() };
    const bytes = await coverageWorkbook(coverageOf(unit, await catalogueInUse(), on), about);
    return { name: fillSlots(WORDS.coverage, { day: on }), content: workbookBlob(bytes) };
  },
  system: async (unit, on) => {
    const view = systemViewOf(unit, await catalogueInUse(), on);
    return { view, drawing: structureSvg(view.system, { unit: unit.name, day: on }) };
  },
  systemTable: async (unit, on) => {
    const about = { unit: unit.name, day: on, createdAt: now().toISOString() };
    const bytes = await structureWorkbook(systemViewOf(unit, await catalogueInUse(), on), about);
    return { name: fillSlots(WORDS.system, { day: on }), content: workbookBlob(bytes) };
  },
  standard: async (unit, designation, on) => standardChain(unit, await catalogueInUse(), designation, on),
  citing: (asked) => citing(reader, asked),
});
