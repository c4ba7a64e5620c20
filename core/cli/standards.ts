import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { sha256 } from '../base/hash.ts';
import { printable } from '../base/printable.ts';
import { fillSlots } from '../base/text.ts';
import { jsonText } from '../exports/json.ts';
import { readDocument } from '../files/read.ts';
import type { CataloguePack, CatalogueRow, StatusAnswer } from '../standards/catalogue.ts';
import { findDesignations } from '../standards/designation.ts';
import { searchStandards } from '../standards/search.ts';
import { statusOn } from '../standards/status.ts';
import type { Command, Outcome } from './command.ts';
import { besideReader, readBytes } from './disk.ts';
import type { CommandLine } from './options.ts';
import { toolOf } from './tool.ts';
import { UsageError } from './usage.ts';
import { STATUS_WORDS, WORDS } from './words.ts';

export const standards: Command = {
  options: {},
  async run(line) {
    const [verb = '', ...words] = line.words;
    if (verb === 'status') return status(line, words);
    if (verb === 'search') return search(line, words);
    throw new UsageError('unknown-subcommand', { command: 'standards', commands: 'status、search' });
  },
};

interface Asked {
  /** As written. */
  raw: string;
  designation: string;
}

async function status(line: CommandLine, words: readonly string[]): Promise<Outcome> {
  if (words.length === 0) throw new UsageError('no-words', { command: 'standards status' });
  const asked = await askedOf(words);
  const answers = asked.map(({ raw, designation }) => ({ raw, ...statusOn(line.catalogue, designation, line.today) }));
  return answer(line, answers);
}

/** Files give the designations that stand in them; all other words are read together, so that they need no quotation marks. */
async function askedOf(words: readonly string[]): Promise<Asked[]> {
  const isFile = (word: string): boolean => existsSync(word) && statSync(word).isFile();
  const text = words.filter((word) => !isFile(word)).join(' ');
  const named = findDesignations(text).map((found) => ({ raw: found.raw, designation: found.text }));
  if (text !== '' && named.length === 0) throw new UsageError('no-designation', { text });
  const cited: Asked[] = [];
  for (const path of words.filter(isFile)) {
    const bytes = readBytes(path);
    const model = await readDocument(basename(path), bytes, {
      uri: path,
      sha256: await sha256(bytes),
      beside: besideReader(path),
    });
    cited.push(...model.citations);
  }
  return [...new Map([...named, ...cited].map(({ raw, designation }) => [designation, { raw, designation }])).values()];
}

async function search(line: CommandLine, words: readonly string[]): Promise<Outcome> {
  const query = words.join(' ');
  if (query.trim() === '') throw new UsageError('no-words', { command: 'standards search' });
  const rows = searchStandards(line.catalogue, query);
  const answers = rows.map((row) => ({
    raw: row.designation,
    ...statusOn(line.catalogue, row.designation, line.today),
  }));
  const outcome = answer(line, answers);
  if (answers.length === 0 && line.format === 'pretty')
    return { ...outcome, output: `${fillSlots(WORDS.noMatches, { words: printable(query) })}\n` };
  return outcome;
}

type Answer = StatusAnswer & { raw: string };

function answer(line: CommandLine, answers: readonly Answer[]): Outcome {
  if (line.format === 'json') return { output: jsonText(report(line.catalogue, line.today, answers)), code: 0 };
  const text = answers.length === 0 ? WORDS.noCitations : answers.map(statusText).join('\n');
  return { output: `${text}\n`, code: 0 };
}

function report(catalogue: CataloguePack, today: string, answers: readonly Answer[]) {
  return {
    schema: 'duibiao/standards@1',
    tool: toolOf(catalogue),
    today,
    standards: answers.map(({ raw, designation, on, status: state, row, replacedBy, verified }) => ({
      raw,
      designation,
      on,
      status: state,
      verified,
      ...(row && factsOf(row)),
      replacedBy: replacedBy.map(factsOf),
    })),
  };
}

function factsOf({
  designation,
  title,
  publishedOn,
  effectiveOn,
  withdrawnOn,
  verified,
  source,
  checkedOn,
}: CatalogueRow) {
  return { edition: designation, title, publishedOn, effectiveOn, withdrawnOn, verified, source, checkedOn };
}

function statusText({ designation, on, status: state, row, replacedBy, verified }: Answer): string {
  const slots = {
    designation: row?.designation ?? designation,
    title: row?.title ?? '',
    on,
    status: STATUS_WORDS[state],
  };
  const lines = [fillSlots(row ? WORDS.status : WORDS.statusUntitled, slots)];
  const list = replacedBy
    .map(({ designation, title, verified }) =>
      fillSlots(verified ? WORDS.successor : WORDS.successorUnverified, { designation, title }),
    )
    .join('、');
  if (list !== '') lines.push(`    ${fillSlots(WORDS.replacedBy, { list })}`);
  if (row) lines.push(`    ${fillSlots(WORDS.source, { source: row.source })}`);
  if (row && !verified) lines.push(`    ${WORDS.unverified}`);
  return lines.map(printable).join('\n');
}
