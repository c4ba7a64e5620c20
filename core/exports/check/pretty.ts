import { printable } from '../../base/printable.ts';
import { fillSlots } from '../../base/text.ts';
import { KIND_WORDS } from '../../document/words.ts';
import { READABLE } from '../../files/formats.ts';
import {
  basisWords,
  type CheckResult,
  countIn,
  type FileReport,
  openGroups,
  otherProblems,
  placesOf,
  settledFindings,
  type ToldFinding,
} from './report.ts';
import { ACTOR_WORDS, OUTCOME_WORDS, REPORT_WORDS, STANDING_WORDS } from './words.ts';

/** The result for a person at a terminal: file by file, what was passed over, a total. */
export function prettyText({ files, skipped, standing }: CheckResult): string {
  const parts = files.map(fileText);
  if (skipped.length > 0) parts.push(listText(fillSlots(REPORT_WORDS.skipped, { count: skipped.length }), skipped));
  if (standing && standing.gone.length > 0)
    parts.push(
      listText(
        fillSlots(REPORT_WORDS.gone, { count: standing.gone.length }),
        standing.gone.map(({ uri, rule, standing: as }) =>
          fillSlots(REPORT_WORDS.goneLine, { uri, rule, standing: STANDING_WORDS[as] }),
        ),
      ),
    );
  parts.push(totalText(files, standing));
  return `${parts.join('\n\n')}\n`;
}

const listText = (head: string, lines: readonly string[]): string =>
  [head, ...lines.map((line) => `    ${printable(line)}`)].join('\n');

function totalText(files: readonly FileReport[], standing: CheckResult['standing']): string {
  if (files.length === 0) return fillSlots(REPORT_WORDS.noneFound, { formats: READABLE });
  const total = fillSlots(REPORT_WORDS.total, {
    documents: files.length,
    error: countIn(files, 'must'),
    look: countIn(files, 'look'),
    pending: countIn(files, 'later'),
    cannotTell: countIn(files, 'unread'),
  });
  const before = standing ? fillSlots(REPORT_WORDS.standing, { ...standing.counts }) : '';
  const unread = files.filter((file) => file.unread).length;
  return `${total}${before}${unread === 0 ? '' : fillSlots(REPORT_WORDS.unread, { count: unread })}`;
}

const headOf = (uri: string, word: string): string => `${printable(uri)}  ${word}`;

/** One file. What the document says is shown as it says it, made printable. */
function fileText(file: FileReport): string {
  const { uri, rulePack, problems } = file;
  if (rulePack === undefined)
    return [headOf(uri, REPORT_WORDS.kindUnread), ...problems.map(({ message }) => `    ${printable(message)}`)].join(
      '\n',
    );
  if (!file.isDocument) return headOf(uri, REPORT_WORDS.notDocument);
  const groups = openGroups(file);
  const settled = settledFindings(file);
  const title = file.title === '' ? '' : `《${printable(file.title)}》`;
  const word = file.stopped ? REPORT_WORDS.stopped : file.kindWord || KIND_WORDS[file.kind];
  return [
    headOf(uri, `${word}${title}`),
    ...groups.flatMap((group) => [
      `  ${group.word} ${group.items.length}`,
      ...group.items.flatMap(({ text, finding }) => [
        `    - ${printable(text)}`,
        ...(finding ? aboutText(finding).map((line) => `      ${printable(line)}`) : []),
      ]),
    ]),
    ...otherProblems(file, groups).map((message) => `    - ${printable(message)}`),
    ...settledText(settled),
    ...(groups.length === 0 && settled.length === 0 ? file.lines.map((line) => `  ${line.word} ${line.text}`) : []),
    ...file.findings.flatMap(({ outcome, rule, message }) =>
      outcome === 'passed' || outcome === 'not-applicable'
        ? [`    ${OUTCOME_WORDS[outcome]} ${rule}：${printable(message)}`]
        : [],
    ),
  ].join('\n');
}

function settledText(findings: readonly ToldFinding[]): string[] {
  return (['known', 'accepted'] as const).flatMap((standing) => {
    const such = findings.filter(({ stands }) => stands?.standing === standing);
    if (such.length === 0) return [];
    const lines = such.map(
      ({ message, rule, stands }) => `    - ${printable(`${message}${stands?.note ?? ''}（${rule}）`)}`,
    );
    return [`  ${STANDING_WORDS[standing]} ${such.length}`, ...lines];
  });
}

/** More places than this are not named. */
const MOST_PLACES = 5;

function aboutText(finding: ToldFinding): string[] {
  const where = placesOf(finding).slice(0, MOST_PLACES);
  const actor = fillSlots(REPORT_WORDS.actor, { actor: ACTOR_WORDS[finding.actor] });
  const basis = fillSlots(REPORT_WORDS.basis, { basis: basisWords(finding).join('；') });
  const note = finding.stands?.note ?? '';
  return [
    ...(where.length > 0 ? [fillSlots(REPORT_WORDS.where, { where: where.join('、') })] : []),
    `${actor}；${basis}（${finding.rule}）`,
    ...(note === '' ? [] : [note]),
  ];
}
