import { basename } from 'node:path';
import { printable } from '../base/printable.ts';
import { type Problem, ProblemError, problem } from '../base/problems.ts';
import { fillSlots } from '../base/text.ts';
import { CHANGES_WORDS, tellCatalogueRemark, tellChange, tellDraft, tellWork } from '../exports/changes-words.ts';
import { changesWorkbook } from '../exports/changes-xlsx.ts';
import { jsonText } from '../exports/json.ts';
import type { CataloguePack, CatalogueRow, StatusAnswer } from '../standards/catalogue.ts';
import { packChanges } from '../standards/changes.ts';
import { impactOf, type StandardUse } from '../standards/impact.ts';
import { usesOfUnit } from '../unit/uses.ts';
import { readPack } from './catalogue.ts';
import { ignoring } from './check/ignore.ts';
import { walk } from './check/walk.ts';
import type { Outcome } from './command.ts';
import { writeResult } from './disk.ts';
import { readDocumentFile } from './document-file.ts';
import { type CommandLine, textOf } from './options.ts';
import { progressOn } from './progress.ts';
import { readUnit } from './unit-file.ts';
import { UsageError } from './usage.ts';
import { WORDS } from './words.ts';

/**
 * `standards import FILE [--out FILE]`: how a catalogue from outside would go in; with --out its good rows are written. Exit
 * 1 where a row is not taken.
 */
export async function importPack(files: readonly string[], { out, format, today }: CommandLine): Promise<Outcome> {
  const [file, ...more] = files;
  if (file === undefined || more.length > 0) throw new UsageError('one-file', { command: 'standards import' });
  const { pack, lost, remarks } = await readPack(file, today);
  if (out !== undefined) writeResult(out, jsonText(pack));
  const facts = { id: pack.id, version: pack.version, rows: pack.rows.length, lost };
  const output =
    format === 'json'
      ? jsonText({ schema: 'duibiao/standards-import@1', ...facts, faults: remarks })
      : told([tellDraft(pack.id, pack.rows.length, lost), ...remarks.map(tellCatalogueRemark)]);
  return { output, code: lost > 0 ? 1 : 0, printed: true };
}

/** What came from a file is shown without anything that a terminal would obey. */
const told = (lines: readonly string[]): string => lines.map((line) => `${printable(line)}\n`).join('');

/**
 * `standards changes PACK [FILES, FOLDERS…] [--unit FILE]`: what a newer catalogue says otherwise than the one in use, and which of the
 * files, services and rows of the register that touches. Exit 1 where there is work,
 * 2 where there is none but a file was not read.
 */
export async function tellChanges(words: readonly string[], line: CommandLine): Promise<Outcome> {
  const [file, ...files] = words;
  if (file === undefined) throw new UsageError('no-pack', { command: 'standards changes' });
  const { catalogue: before, today: on, format, own } = line;
  const { pack: after, lost, remarks } = await readPack(file, on);
  const { uses: cited, unread } = await usesInFiles(files);
  const uses = [...cited, ...(await usesInUnit(textOf(own, 'unit'), on))];
  const changes = packChanges(before, after, on, progressOn('rows', WORDS.comparing));
  const work = impactOf(before, after, uses, on);
  const code = work.length > 0 ? 1 : unread.length > 0 ? 2 : 0;
  const about = { before: before.version, after: after.version, on };
  // A workbook of changes has no place for what was not read.
  if (format === 'xlsx') process.stderr.write(told(unread.map(({ message }) => message)));
  if (format === 'xlsx') return { output: await changesWorkbook(changes, work, about), code };
  if (format === 'json') {
    const told = changes.map((change) => ({
      ...change,
      before: answerOf(change.before),
      after: answerOf(change.after),
    }));
    const items = work.map(({ use: { in: place, name, designation, title }, before: then, after: now, advice }) => ({
      in: place,
      name,
      designation,
      title,
      before: answerOf(then),
      after: answerOf(now),
      advice: { outcome: advice.outcome, reason: advice.reason, message: advice.message },
    }));
    const packs = { before: packOf(before), after: packOf(after) };
    return {
      output: jsonText({
        schema: 'duibiao/standards-changes@1',
        on,
        ...packs,
        faults: remarks,
        unread,
        changes: told,
        work: items,
      }),
      code,
    };
  }
  const head = (sentence: string, count: number): string => fillSlots(sentence, { ...about, count });
  const lines = [
    ...unread.map(({ message }) => message),
    ...(lost > 0 ? [tellDraft(after.id, after.rows.length, lost), ...remarks.map(tellCatalogueRemark)] : []),
    head(changes.length > 0 ? CHANGES_WORDS.changes : CHANGES_WORDS.noChanges, changes.length),
    ...changes.map((change) => `  ${tellChange(change)}`),
    ...(uses.length === 0 ? [] : [head(work.length > 0 ? CHANGES_WORDS.work : CHANGES_WORDS.noWork, work.length)]),
    ...work.map((item) => `  ${tellWork(item)}`),
  ];
  return { output: told(lines), code };
}

const packOf = ({ id, version, issuedOn }: CataloguePack) => ({ id, version, issuedOn });

const answerOf = (answer: StatusAnswer | undefined) =>
  answer && {
    status: answer.status,
    ...(answer.row && { edition: answer.row.designation }),
    replacedBy: answer.replacedBy.map(({ designation }: CatalogueRow) => designation),
  };

/** What documents name, and which of them cannot be read: one among many does not stop the rest. */
async function usesInFiles(words: readonly string[]): Promise<{ uses: StandardUse[]; unread: Problem[] }> {
  const { files, missing } = walk(words, ignoring([]));
  const uses: StandardUse[] = [];
  const unread = missing.map((name) => problem('file-missing', { name }));
  const told = progressOn('files', WORDS.readingFiles);
  for (const [at, path] of files.entries()) {
    try {
      const { citations } = await readDocumentFile(path);
      uses.push(...citations.map((cited): StandardUse => ({ ...cited, in: 'document', name: basename(path) })));
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      unread.push(error.problem);
    }
    told(at + 1, files.length);
  }
  return { uses, unread };
}

async function usesInUnit(path: string | undefined, on: string): Promise<StandardUse[]> {
  if (path === undefined) return [];
  return usesOfUnit(await readUnit(path), on);
}
