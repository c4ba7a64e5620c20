import { existsSync, statSync } from 'node:fs';
import type { Block } from '../base/block.ts';
import { printable } from '../base/printable.ts';
import { fillSlots } from '../base/text.ts';
import { jsonText } from '../exports/json.ts';
import { type Advice, adviseOn } from '../standards/advice.ts';
import type { CataloguePack, CatalogueRow, StatusAnswer } from '../standards/catalogue.ts';
import { type Citation, citedOnce, findCitations } from '../standards/citations.ts';
import { statusOn, successorsOf } from '../standards/status.ts';
import { STATUS_WORDS } from '../standards/words.ts';
import { listStandards } from '../unit/standards-list.ts';
import type { Command, Outcome } from './command.ts';
import { readDocumentFile } from './document-file.ts';
import { type CommandLine, textOf } from './options.ts';
import { importPack, tellChanges } from './packs.ts';
import { toolOf } from './tool.ts';
import { readUnit } from './unit-file.ts';
import { UsageError } from './usage.ts';
import { ADVICE_WORDS, WORDS } from './words.ts';

export const standards: Command = {
  options: { unit: { type: 'string' } },
  formats: ['pretty', 'json', 'xlsx'],
  async run(line) {
    const [verb = '', ...words] = line.words;
    if (verb === 'changes') return tellChanges(words, line);
    if (line.format === 'xlsx')
      throw new UsageError('only-for-changes', { format: '--format xlsx', command: 'standards changes' });
    if (verb === 'search') return search(line, words);
    if (textOf(line.own, 'unit') !== undefined)
      throw new UsageError('only-for-changes', { format: '--unit', command: 'standards search、standards changes' });
    if (verb === 'import') return importPack(words, line);
    if (verb === 'status') return status(line, words);
    throw new UsageError('unknown-subcommand', { command: 'standards', commands: 'status、search、import、changes' });
  },
};

async function status(line: CommandLine, words: readonly string[]): Promise<Outcome> {
  if (words.length === 0) throw new UsageError('no-words', { command: 'standards status' });
  const asked = await askedOf(words);
  const answers = asked.map((cited) => {
    const found = statusOn(line.catalogue, cited.designation, line.today);
    return { raw: cited.raw, advice: adviseOn(found, cited), ...found };
  });
  return answer(line, answers);
}

/**
 * Files give the designations that stand in them; all other words are read together, so that they need no quotation marks.
 * Each designation once, with its title where one is written.
 */
async function askedOf(words: readonly string[]): Promise<Citation[]> {
  const isFile = (word: string): boolean => existsSync(word) && statSync(word).isFile();
  const text = words.filter((word) => !isFile(word)).join(' ');
  const named = findCitations([typed(text)]);
  if (text !== '' && named.length === 0) throw new UsageError('no-designation', { text });
  const cited = [...named];
  for (const path of words.filter(isFile)) {
    cited.push(...(await readDocumentFile(path)).citations);
  }
  return citedOnce(cited);
}

/** What was typed, in the form in which a document's text is read. */
function typed(text: string): Block {
  const place = { paragraph: 1 };
  return { kind: 'paragraph', text, region: 'body', source: { from: 'file', name: '', sha256: '', place } };
}

/** Standards that are listed at most. */
const MOST = 20;

/** With a unit its own register is searched too, before the catalogue. */
async function search({ catalogue, today, own, ...line }: CommandLine, words: readonly string[]): Promise<Outcome> {
  const query = words.join(' ');
  if (query.trim() === '') throw new UsageError('no-words', { command: 'standards search' });
  const path = textOf(own, 'unit');
  const unit = path === undefined ? undefined : await readUnit(path);
  const { rows } = listStandards({ catalogue, unit }, { words: query, scope: 'all', on: today }, MOST);
  const answers = rows.map(
    ({ designation, answer: found, place }): Answer => ({ raw: designation, ...found, ...(place && { place }) }),
  );
  const outcome = answer({ ...line, own, catalogue, today }, answers);
  if (answers.length === 0 && line.format === 'pretty')
    return { ...outcome, output: `${fillSlots(WORDS.noMatches, { words: printable(query) })}\n` };
  return outcome;
}

/** `place`: where the unit keeps its copy. */
type Answer = StatusAnswer & { raw: string; advice?: Advice; place?: string };

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
    standards: answers.map(({ raw, designation, on, status: state, row, replacedBy, verified, advice, place }) => ({
      raw,
      designation,
      on,
      status: state,
      verified,
      ...(row && factsOf(row)),
      ...(place && { place }),
      replacedBy: replacedBy.map(factsOf),
      ...(advice && { advice: { outcome: advice.outcome, reason: advice.reason, message: advice.message } }),
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

function statusText({ designation, on, status: state, row, replacedBy, verified, advice, place }: Answer): string {
  const slots = {
    designation: row?.designation ?? designation,
    title: row?.title ?? '',
    on,
    status: STATUS_WORDS[state],
  };
  const lines = [fillSlots(row ? WORDS.status : WORDS.statusUntitled, slots)];
  const list = successorsOf({ replacedBy })
    .map(({ designation, title, verified }) =>
      fillSlots(verified ? WORDS.successor : WORDS.successorUnverified, { designation, title }),
    )
    .join('、');
  if (list !== '') lines.push(`    ${fillSlots(WORDS.replacedBy, { list })}`);
  if (place) lines.push(`    ${fillSlots(WORDS.place, { place })}`);
  if (row) lines.push(`    ${fillSlots(WORDS.source, { source: row.source })}`);
  if (row && !verified) lines.push(`    ${WORDS.unverified}`);
  if (advice && advice.outcome !== 'keep')
    lines.push(`    ${fillSlots(ADVICE_WORDS[advice.outcome], { message: advice.message })}`);
  return lines.map(printable).join('\n');
}
