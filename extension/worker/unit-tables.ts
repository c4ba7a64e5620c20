import { chinaDay } from '../../core/base/dates.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { fillSlots } from '../../core/base/text.ts';
import { coverageWorkbook } from '../../core/exports/coverage-xlsx.ts';
import { unitWorkbook } from '../../core/exports/tables/unit-xlsx.ts';
import { XLSX_TYPE } from '../../core/exports/xlsx.ts';
import { LIMITS } from '../../core/files/limits.ts';
import { openSheets } from '../../core/files/sheets/open.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { coverageOf } from '../../core/unit/coverage.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { type TakenTables, takeTables } from '../../core/unit/take-tables.ts';

/** The work over the tables of a unit's profile. */
export interface UnitWork {
  /** Reads a workbook beside the profile that there is; keeps nothing. Rejects with what `openSheets` throws. */
  readUnitTables(content: Blob, name: string, before?: UnitProfile): Promise<TakenTables>;
  /** The workbook in which a profile is filled in; with one it stands there. */
  unitTables(profile?: UnitProfile): Promise<{ name: string; content: Blob }>;
  /** The workbook of what applies to what on an ISO day. */
  coverageTable(unit: UnitProfile, on: string): Promise<{ name: string; content: Blob }>;
}

const WORDS = {
  template: '单位资料模板.xlsx',
  filled: '单位资料-{day}.xlsx',
  coverage: '事项与标准-{day}.xlsx',
} as const;

const blobOf = (bytes: Uint8Array): Blob => new Blob([Uint8Array.from(bytes)], { type: XLSX_TYPE });

export const createUnitWork = (now: () => Date = () => new Date()): UnitWork => ({
  readUnitTables: async (content, name, before) => {
    const limit = LIMITS.file.size / 1e6;
    if (content.size > LIMITS.file.size)
      throw new ProblemError('file-too-large', { name, size: Math.ceil(content.size / 1e6), limit });
    const bytes = new Uint8Array(await content.arrayBuffer());
    return takeTables(await openSheets({ name: name.toWellFormed(), bytes }), before);
  },
  unitTables: async (profile) => {
    const at = now().toISOString();
    const bytes = await unitWorkbook(at, profile);
    const name = profile === undefined ? WORDS.template : fillSlots(WORDS.filled, { day: chinaDay(at) });
    return { name, content: blobOf(bytes) };
  },
  coverageTable: async (unit, on) => {
    const about = { unit: unit.name, day: on, createdAt: now().toISOString() };
    const bytes = await coverageWorkbook(coverageOf(unit, BUILT_IN_CATALOGUE, on), about);
    return { name: fillSlots(WORDS.coverage, { day: on }), content: blobOf(bytes) };
  },
});
