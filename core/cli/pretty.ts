import type { Source } from '../base/source.ts';
import { fillSlots } from '../base/text.ts';
import type { Finding } from '../check/run.ts';
import { type GroupId, groupsOf } from '../check/summary.ts';
import { KIND_WORDS } from '../document/words.ts';
import { READABLE } from '../files/formats.ts';
import { placeWords } from '../files/words.ts';
import { maskText } from '../privacy/mask.ts';
import type { CheckedFile, FileResult } from './check-file.ts';
import { type FileReport, problemsOf } from './json.ts';
import { printable } from './usage.ts';
import { ACTOR_WORDS, OUTCOME_WORDS, WORDS } from './words.ts';

/** The result of `check` for a person: the files' own texts, what was passed over, a total. */
export function checkText(files: readonly FileReport[], skipped: readonly string[]): string {
  const parts = files.map((file) => file.text);
  if (skipped.length > 0)
    parts.push(
      [fillSlots(WORDS.skipped, { count: skipped.length }), ...skipped.map((uri) => `    ${printable(uri)}`)].join(
        '\n',
      ),
    );
  parts.push(totalText(files));
  return `${parts.join('\n\n')}\n`;
}

function totalText(files: readonly FileReport[]): string {
  if (files.length === 0) return fillSlots(WORDS.noneFound, { formats: READABLE });
  const count = (id: GroupId): number => files.reduce((sum, { groups }) => sum + (groups[id] ?? 0), 0);
  const total = fillSlots(WORDS.total, {
    documents: files.length,
    error: count('must'),
    look: count('look'),
    pending: count('later'),
    cannotTell: count('unread'),
  });
  const unread = files.filter((file) => file.unread).length;
  return unread === 0 ? total : `${total}${fillSlots(WORDS.unread, { count: unread })}`;
}

const shown = (text: string): string => printable(maskText(text));
const head = (uri: string, word: string): string => `${printable(uri)}  ${word}`;

/** One file for a person. Everything that came from the document is masked and made printable. */
export function fileText(result: FileResult, all: boolean): string {
  return 'run' in result
    ? checkedText(result, all)
    : `${head(result.uri, WORDS.kindUnread)}\n    ${shown(result.problem.message)}`;
}

function checkedText({ uri, model, run, lines }: CheckedFile, all: boolean): string {
  if (!model.isDocument) return `${head(uri, WORDS.notDocument)}`;
  const word = run.stopped ? WORDS.stopped : model.kindWord || KIND_WORDS[model.kind];
  const text = [head(uri, `${word}${model.title === '' ? '' : `《${shown(model.title)}》`}`)];
  const groups = groupsOf(run, model);
  for (const group of groups) {
    text.push(`  ${group.word} ${group.items.length}`);
    for (const { finding, text: sentence } of group.items) {
      text.push(`    - ${shown(sentence)}`);
      if (finding) text.push(...aboutText(finding).map((line) => `      ${shown(line)}`));
    }
  }
  const told = new Set(groups.flatMap((group) => group.items.map((item) => item.text)));
  for (const { message } of problemsOf(model)) if (!told.has(message)) text.push(`    - ${shown(message)}`);
  if (groups.length === 0) text.push(...lines.map((line) => `  ${line.word} ${line.text}`));
  if (all)
    for (const { outcome, rule, message } of run.findings)
      if (outcome === 'passed' || outcome === 'not-applicable')
        text.push(`    ${OUTCOME_WORDS[outcome]} ${rule}：${shown(message)}`);
  return text.join('\n');
}

function aboutText(finding: Finding): string[] {
  const where = [...new Set(finding.sources.map(placeOf))].filter((place) => place !== '').slice(0, 5);
  const basis = finding.basis.map(({ document, clause }) => `${document}${clause === '' ? '' : ` ${clause}`}`);
  return [
    ...(where.length > 0 ? [fillSlots(WORDS.where, { where: where.join('、') })] : []),
    `${fillSlots(WORDS.actor, { actor: ACTOR_WORDS[finding.actor] })}；${fillSlots(WORDS.basis, { basis: basis.join('；') })}（${finding.rule}）`,
  ];
}

function placeOf(source: Source): string {
  if (source.from === 'file') return placeWords(source.place);
  return source.from === 'page' ? source.label : '';
}
