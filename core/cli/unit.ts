import { basename } from 'node:path';
import { printable } from '../base/printable.ts';
import { ProblemError } from '../base/problems.ts';
import { fillSlots, withoutEnding } from '../base/text.ts';
import { jsonText } from '../exports/json.ts';
import { unitWorkbook } from '../exports/tables/unit-xlsx.ts';
import { tasksWorkbook } from '../exports/tasks-xlsx.ts';
import { openSheets } from '../files/sheets/open.ts';
import { tellRemark } from '../tables/remarks.ts';
import { PLACES, tellServiceChange } from '../unit/change-words.ts';
import { parseUnit } from '../unit/parse.ts';
import type { UnitProfile } from '../unit/profile.ts';
import { type ServiceChange, serviceChanges, withListedServices } from '../unit/service-changes.ts';
import { takeTables } from '../unit/take-tables.ts';
import { type Task, tasksOfServiceChanges } from '../unit/tasks.ts';
import type { Command, Outcome } from './command.ts';
import { readBytes, readText } from './disk.ts';
import type { CommandLine } from './options.ts';
import { tellStructure } from './structure.ts';
import { UsageError } from './usage.ts';
import { WORDS } from './words.ts';

const isJson = (file: string): boolean => /\.json$/i.test(file);

/** The profile in a file, and what is said of the rows of one that is a workbook. @throws ProblemError as the readers do */
async function readProfile(file: string): Promise<{ profile: UnitProfile; remarks: string[] }> {
  const name = basename(file);
  if (isJson(file)) return { profile: parseUnit(readText(file), name), remarks: [] };
  const { tables, claims, others, profile } = takeTables(await openSheets({ name, bytes: readBytes(file) }), undefined);
  if (tables.length === 0) throw new ProblemError('unit-no-tables', { name });
  const remarks = tables.flatMap(({ remarks: all, unknown, name: table }) => [
    ...all.filter(({ what }) => what !== 'skipped').map(tellRemark),
    ...(unknown.length === 0 ? [] : [fillSlots(WORDS.unitUnknown, { table, heads: unknown.join('、') })]),
  ]);
  for (const { sheet, agreed, differing, remarks: all } of claims)
    remarks.push(
      fillSlots(WORDS.unitClaim, { sheet, agreed, differing }),
      ...all.filter(({ what }) => what !== 'skipped').map(tellRemark),
    );
  if (others.length > 0) remarks.push(fillSlots(WORDS.unitOthers, { sheets: others.join('、') }));
  // A table of services does not tell whose they are.
  return { profile: parseUnit({ ...profile, name: profile.name || withoutEnding(name) }, name), remarks };
}

/** What a later list of services, or a later profile, says otherwise than a profile, and the work that it makes. */
async function changesIn(
  before: UnitProfile,
  file: string,
  today: string,
): Promise<{ changes: ServiceChange[]; tasks: Task[] }> {
  const name = basename(file);
  const after = isJson(file)
    ? parseUnit(readText(file), name)
    : withListedServices(takeTables(await openSheets({ name, bytes: readBytes(file) }), before));
  if (after === undefined) throw new ProblemError('unit-no-tables', { name });
  const changes = serviceChanges(before, after);
  return { changes, tasks: tasksOfServiceChanges(changes, after, [], { source: name, madeOn: today }).flat() };
}

/** `unit changes OLD NEW`. Exit 1 where there is work. */
async function tellServiceChanges(words: readonly string[], { format, today }: CommandLine): Promise<Outcome> {
  const [old, file, ...more] = words;
  if (old === undefined || file === undefined || more.length > 0)
    throw new UsageError('two-profiles', { command: 'unit changes' });
  const { profile: before } = await readProfile(old);
  const { changes, tasks } = await changesIn(before, file, today);
  const code = tasks.length > 0 ? 1 : 0;
  if (format === 'xlsx')
    return {
      output: await tasksWorkbook(tasks, { unit: before.name, day: today, createdAt: `${today}T00:00:00.000Z` }),
      code,
    };
  if (format === 'json') {
    const told = changes.map((change) => ({
      ...{ kind: change.kind, service: (change.item ?? change.was)?.name, member: change.member },
      ...{ before: change.before, after: change.after, message: tellServiceChange(change) },
    }));
    const work = tasks.map(({ id, place, name, about, message }) => ({ id, place, name, about, message }));
    return { output: jsonText({ schema: 'duibiao/unit-changes@1', on: today, changes: told, work }), code };
  }
  const lines = [
    fillSlots(changes.length > 0 ? WORDS.unitChanges : WORDS.unitNoChanges, { count: changes.length }),
    ...changes.map((change) => `  ${tellServiceChange(change)}`),
    ...(tasks.length > 0 ? [fillSlots(WORDS.unitWork, { count: tasks.length })] : []),
    ...tasks.map(
      ({ place, name, message }) => `  ${fillSlots(WORDS.unitTask, { place: PLACES[place], name, message })}`,
    ),
  ];
  return { output: `${lines.map(printable).join('\n')}\n`, code };
}

/**
 * `unit import FILE` checks a profile, or makes one of an office's tables, and prints it as the product understands it; where
 * it is kept is the extension's matter. `unit template --out FILE` writes the workbook in which one is filled in. `unit changes
 * OLD NEW` tells what a later list of services changes. `unit structure FILE` counts and draws the system of standards.
 */
export const unit: Command = {
  options: {},
  formats: ['pretty', 'json', 'xlsx', 'svg'],
  async run(line) {
    const { words, format, today } = line;
    const [verb, file, ...more] = words;
    if (verb === 'changes') return tellServiceChanges(words.slice(1), line);
    if (verb === 'structure') {
      if (file === undefined || more.length > 0) throw new UsageError('one-file', { command: 'unit structure' });
      return tellStructure((await readProfile(file)).profile, line);
    }
    if (format === 'svg')
      throw new UsageError('only-for-changes', { format: '--format svg', command: 'unit structure' });
    if (verb === 'template') {
      if (file !== undefined) throw new UsageError('one-file', { command: 'unit template' });
      return { output: await unitWorkbook(`${today}T00:00:00.000Z`), code: 0 };
    }
    if (format === 'xlsx')
      throw new UsageError('only-for-changes', { format: '--format xlsx', command: 'unit changes' });
    if (verb !== 'import')
      throw new UsageError('unknown-subcommand', { command: 'unit', commands: 'import、template、changes、structure' });
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
