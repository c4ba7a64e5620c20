import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { finished } from 'node:stream/promises';
import { printable, printableJson } from '../base/printable.ts';
import { ProblemError } from '../base/problems.ts';
import { fillSlots } from '../base/text.ts';
import { jsonText } from '../exports/json.ts';
import { mergeLines } from '../exports/merge-words.ts';
import { BUNDLE_PAGES } from '../ledger/bundle/pages.ts';
import { readBundle } from '../ledger/bundle/read.ts';
import { writeBundle } from '../ledger/bundle/write.ts';
import { type Merge, mergeSources } from '../ledger/merge/merge.ts';
import type { Witness } from '../ledger/merge/questions.ts';
import { type SourceSurvey, surveyBundle } from '../ledger/merge/survey.ts';
import { tellQuestion } from '../ledger/merge/tell.ts';
import { aboutUnion, type OpenSource, strandSources } from '../ledger/merge/write.ts';
import type { Outcome } from './command.ts';
import { streamBytes } from './disk.ts';
import type { CommandLine } from './options.ts';
import { textsOf } from './options.ts';
import { UsageError } from './usage.ts';
import { READ_FAULTS, WORDS } from './words.ts';

/** `120:HASH` as it stands on a signed sheet, or the hash alone. */
function readWitness(text: string): Witness {
  const [, number, hash] = /^(?:(\d{1,9}):)?([0-9a-f]{64})$/.exec(text) ?? [];
  if (hash === undefined) throw new UsageError('bad-witness', { value: text });
  return { hash, ...(number === undefined ? {} : { sequence: Number(number) }) };
}

/** The moment of now; of a day that is named its last one, so that the same day gives the same file. */
function momentOf(today: string): string {
  const now = new Date().toISOString();
  return now.startsWith(today) ? now : `${today}T23:59:59.999Z`;
}

/**
 * `ledger merge FILES --out FILE`: writes one bundle of all and tells how they stand to each other; exit 0. Nothing is written
 * and the exit is 1 where one is not in order, or where something has to be asked first (--accept: it was).
 */
export async function mergeBundles(files: readonly string[], line: CommandLine): Promise<Outcome> {
  const { out, today, own, format } = line;
  if (files.length === 0) throw new UsageError('no-bundles', { command: 'ledger merge' });
  if (out === undefined) throw new UsageError('merge-needs-out');
  const witnesses = textsOf(own, 'witness').map(readWitness);
  const now = momentOf(today);
  const open: OpenSource = (source) => {
    const file = files[source] ?? '';
    return readBundle(streamBytes(file), basename(file), { now });
  };
  const sources: SourceSurvey[] = [];
  for (const [source, file] of files.entries()) sources.push(await surveyBundle(open(source), basename(file)));
  const faulty = sources.filter(({ report }) => report.fault !== undefined);
  if (faulty.length > 0) {
    const lines = faulty.map(({ name, report }) => fillSlots(WORDS.mergeFaulty, { name, message: report.message }));
    return { output: told(lines), code: 1, printed: true };
  }
  const merge = await mergeSources({ sources, open, now, witnesses });
  const { questions } = merge.log;
  const refused = questions.length > 0 && own.accept !== true;
  if (!refused) await writeMerged(out, merge, sources, open, now);
  const lines = [
    ...mergeLines(merge.log),
    refused ? WORDS.mergeAsks : fillSlots(WORDS.merged, { file: basename(out), entries: merge.log.entries }),
  ];
  const agreed = refused ? [] : questions.map(tellQuestion);
  const output = format === 'json' ? printableJson(jsonText({ ...merge.log, written: !refused, agreed })) : told(lines);
  return { output, code: refused ? 1 : 0, printed: true };
}

/** All of it may hold what somebody else wrote into a bundle. */
const told = (lines: readonly string[]): string => lines.map((line) => `${printable(line)}\n`).join('');

/** Writes beside the file first: one that is there stays until the new one is whole. */
async function writeMerged(
  out: string,
  { strands }: Merge,
  sources: readonly SourceSurvey[],
  open: OpenSource,
  now: string,
): Promise<void> {
  const beside = `${out}.part`;
  try {
    const stream = createWriteStream(beside);
    const done = finished(stream);
    // It is waited for at the end; until then it is no failure of its own.
    done.catch(() => undefined);
    await writeBundle(
      strandSources(strands, sources, open),
      aboutUnion(sources, now),
      async (bytes) => {
        if (!stream.write(bytes))
          await Promise.race([new Promise<void>((resolve) => stream.once('drain', () => resolve())), done]);
      },
      BUNDLE_PAGES,
    );
    stream.end();
    await done;
    renameSync(beside, out);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error instanceof ProblemError ? error : new ProblemError('export-failed', { why: READ_FAULTS.other }, error);
  }
}
