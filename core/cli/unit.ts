import { basename } from 'node:path';
import { printable } from '../base/printable.ts';
import { ProblemError } from '../base/problems.ts';
import { fillSlots, withoutEnding } from '../base/text.ts';
import { jsonText } from '../exports/json.ts';
import { unitWorkbook } from '../exports/tables/unit-xlsx.ts';
import { openSheets } from '../files/sheets/open.ts';
import { tellRemark } from '../tables/remarks.ts';
import { parseUnit } from '../unit/parse.ts';
import type { UnitProfile } from '../unit/profile.ts';
import { takeTables } from '../unit/take-tables.ts';
import type { Command } from './command.ts';
import { readBytes, readText } from './disk.ts';
import { UsageError } from './usage.ts';
import { WORDS } from './words.ts';

const isJson = (file: string): boolean => /\.json$/i.test(file);

/** The profile in a file, and what is said of the rows of one that is a workbook. @throws ProblemError as the readers do */
async function readProfile(file: string): Promise<{ profile: UnitProfile; remarks: string[] }> {
  const name = basename(file);
  if (isJson(file)) return { profile: parseUnit(readText(file), name), remarks: [] };
  const { tables, others, profile } = takeTables(await openSheets({ name, bytes: readBytes(file) }), undefined);
  if (tables.length === 0) throw new ProblemError('unit-no-tables', { name });
  const remarks = tables.flatMap(({ remarks: all, unknown, name: table }) => [
    ...all.filter(({ what }) => what !== 'skipped').map(tellRemark),
    ...(unknown.length === 0 ? [] : [fillSlots(WORDS.unitUnknown, { table, heads: unknown.join('、') })]),
  ]);
  if (others.length > 0) remarks.push(fillSlots(WORDS.unitOthers, { sheets: others.join('、') }));
  // A table of services does not tell whose they are.
  return { profile: parseUnit({ ...profile, name: profile.name || withoutEnding(name) }, name), remarks };
}

/**
 * `unit import FILE` checks a profile, or makes one of an office's tables, and prints it as the product understands it; where
 * it is kept is the extension's matter. `unit template --out FILE` writes the workbook in which one is filled in.
 */
export const unit: Command = {
  options: {},
  async run({ words: [verb, file, ...more], format, today }) {
    if (verb === 'template') {
      if (file !== undefined) throw new UsageError('one-file', { command: 'unit template' });
      return { output: await unitWorkbook(`${today}T00:00:00.000Z`), code: 0 };
    }
    if (verb !== 'import')
      throw new UsageError('unknown-subcommand', { command: 'unit', commands: 'import、template' });
    if (file === undefined || more.length > 0) throw new UsageError('one-file', { command: 'unit import' });
    const { profile, remarks } = await readProfile(file);
    if (format === 'json') return { output: jsonText(profile), code: 0 };
    const counts = {
      name: profile.name,
      people: profile.people.length,
      services: profile.services.length,
      standards: profile.standards.length,
      windows: profile.windows?.length ?? 0,
    };
    const lines = [fillSlots(WORDS.unitGood, counts), ...remarks];
    return { output: `${lines.map(printable).join('\n')}\n`, code: 0 };
  },
};
