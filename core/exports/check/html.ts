import { printable } from '../../base/printable.ts';
import { fillSlots } from '../../base/text.ts';
import { GROUP_WORDS } from '../../check/summary.ts';
import { KIND_WORDS } from '../../document/words.ts';
import { element, escapeMarkup, htmlPage } from '../markup.ts';
import {
  basisWords,
  type CheckResult,
  type FileReport,
  openGroups,
  placesOf,
  type Quote,
  settledFindings,
  type ToldFinding,
} from './report.ts';
import { byActor, byRule, countsOf, type Found, stateOf, unreadLines } from './sort.ts';
import { ACTOR_WORDS, REPORT_WORDS, SEVERITY_WORDS, SHEET_WORDS, STANDING_WORDS } from './words.ts';

const STYLE = `
@page { size: A4; margin: 14mm 12mm }
body { font: 15px/1.65 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "宋体", serif; color: #1d1d1f; margin: 24px auto; max-width: 900px; padding: 0 16px; overflow-wrap: anywhere }
h1, h2, h3 { font-family: "Noto Sans CJK SC", SimHei, "黑体", sans-serif; line-height: 1.4; break-after: avoid }
h1 { font-size: 25px; text-align: center; margin: 0 0 4px }
h2 { font-size: 18px; margin: 32px 0 8px; border-bottom: 2px solid #8fa3bf }
h3 { font-size: 16px; margin: 20px 0 4px }
.sub { text-align: center; margin: 0 0 16px; color: #555 }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid #999; padding: 5px 8px; text-align: left; vertical-align: top }
thead { display: table-header-group }
thead th { background: #e8eef5 }
tr { break-inside: avoid }
.number { text-align: right; white-space: nowrap }
.totals td { font: bold 22px/1.3 "Noto Sans CJK SC", SimHei, sans-serif; text-align: center }
.totals th { text-align: center }
ul { margin: 4px 0; padding-left: 1.4em }
.finding { border-left: 4px solid #999; padding: 2px 10px; margin: 8px 0; break-inside: avoid }
.error { border-color: #b3261e }
.warning { border-color: #8a6100 }
.finding p { margin: 2px 0 }
.level { font-weight: bold; font-family: "Noto Sans CJK SC", SimHei, sans-serif }
.error .level { color: #b3261e }
.warning .level { color: #6b5300 }
.about { color: #555; font-size: 13px }
blockquote { margin: 4px 0; padding: 3px 10px; background: #f5f6f8 }
mark { background: #fdeec2; color: inherit }
.foot { margin-top: 32px; border-top: 1px solid #999; padding-top: 8px; color: #555; font-size: 13px }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 11pt } a { color: inherit; text-decoration: none } mark { outline: 1px solid #8a6100 } }
`;

/** More documents than this are counted and not named in a row of the lists. */
const NAMED = 12;

/**
 * The result as one file for whoever is responsible: first the whole, then by who can mend it, by rule and document by document
 * with what is written in the place of each finding, at the end what was not read. Opens from a disk, prints on A4. Same
 * result: same text.
 */
export function reportHtml(result: CheckResult): string {
  const { files, skipped, standing, today, unit, tool } = result;
  const anchors = new Map(files.map(({ uri }, index) => [uri, `d${index + 1}`]));
  const link = (uri: string): string => element('a', written(uri), `href="#${anchors.get(uri) ?? ''}"`);
  const gone = standing?.gone ?? [];
  const body = [
    element('h1', SHEET_WORDS.title),
    paragraph(fillSlots(SHEET_WORDS.sub, { unit: unit === '' ? '' : `${unit}　`, today }), 'sub'),
    ...section(SHEET_WORDS.summary, [totalsTable(result), ...standingLines(result)]),
    ...section(SHEET_WORDS.byActor, actorParts(files, link)),
    ...section(SHEET_WORDS.byRule, ruleParts(files, link)),
    ...section(SHEET_WORDS.byDocument, documentParts(files, anchors)),
    ...section(SHEET_WORDS.notRead, unreadParts(files, link)),
    ...(skipped.length > 0 ? section(SHEET_WORDS.skipped, [list(skipped.map(written))]) : []),
    ...(gone.length > 0
      ? section(SHEET_WORDS.gone, [
          list(
            gone.map(({ uri, rule, standing: as }) =>
              written(fillSlots(REPORT_WORDS.goneLine, { uri, rule, standing: STANDING_WORDS[as] })),
            ),
          ),
        ])
      : []),
    element(
      'div',
      paragraph(fillSlots(SHEET_WORDS.versions, { ...tool, today })) + paragraph(SHEET_WORDS.honest),
      'class="foot"',
    ),
  ];
  return htmlPage({ title: SHEET_WORDS.title, style: STYLE, body });
}

/** Text of a document or a file's name: escaped, and nothing in it that turns or hides other text. */
const written = (text: string): string => escapeMarkup(text.split('\n').map(printable).join('\n'));
const paragraph = (text: string, name = ''): string =>
  element('p', written(text), name === '' ? '' : `class="${name}"`);
const list = (items: readonly string[]): string => element('ul', items.map((item) => element('li', item)).join('\n'));
const section = (title: string, parts: readonly string[]): string[] => [
  element('h2', written(title)),
  ...(parts.length === 0 ? [paragraph(SHEET_WORDS.none)] : parts),
];

function table(columns: readonly string[], rows: readonly string[], name = ''): string {
  const head = columns.map((word) => element('th', written(word), 'scope="col"')).join('');
  return element(
    'table',
    element('thead', element('tr', head)) + element('tbody', rows.map((row) => element('tr', row)).join('\n')),
    name === '' ? '' : `class="${name}"`,
  );
}
const cell = (content: string | number): string =>
  typeof content === 'number' ? element('td', String(content), 'class="number"') : element('td', content);

function totalsTable({ files }: CheckResult): string {
  const { must, look, unread, later } = countsOf(files);
  const closed = files.filter((file) => file.unread).length;
  const counts = [files.length, must, look, unread, later, closed];
  return table(SHEET_WORDS.columns.total, [counts.map(cell).join('')], 'totals');
}

const standingLines = ({ standing }: CheckResult): string[] =>
  standing ? [paragraph(fillSlots(REPORT_WORDS.standing, { ...standing.counts }))] : [];

type Link = (uri: string) => string;

function linksTo(uris: readonly string[], link: Link): string {
  const named = uris.slice(0, NAMED).map(link).join('<br>');
  return uris.length > NAMED ? `${named}<br>${written(fillSlots(SHEET_WORDS.more, { count: uris.length }))}` : named;
}

function actorParts(files: readonly FileReport[], link: Link): string[] {
  const rows = byActor(files).map(({ actor, found }) => {
    const errors = found.filter(({ finding }) => finding.severity === 'error').length;
    const uris = [...new Set(found.map(({ uri }: Found) => uri))];
    return [written(ACTOR_WORDS[actor]), errors, found.length - errors, uris.length, linksTo(uris, link)]
      .map(cell)
      .join('');
  });
  return rows.length === 0 ? [] : [table(SHEET_WORDS.columns.actorCount, rows)];
}

function ruleParts(files: readonly FileReport[], link: Link): string[] {
  const rows = byRule(files).map(({ rule, title, severity, findings, uris }) =>
    [written(title), written(rule), SEVERITY_WORDS[severity], findings, uris.length, linksTo(uris, link)]
      .map(cell)
      .join(''),
  );
  return rows.length === 0 ? [] : [table(SHEET_WORDS.columns.rule, rows)];
}

/** Documents with something to say, each with its findings; the others in one list behind them. */
function documentParts(files: readonly FileReport[], anchors: ReadonlyMap<string, string>): string[] {
  const loud = files.filter((file) => file.unread || openGroups(file).length > 0 || settledFindings(file).length > 0);
  const quiet = files.filter((file) => !loud.includes(file));
  const anchored = (file: FileReport, content: string, name: string): string =>
    element(name, content, `id="${anchors.get(file.uri) ?? ''}"`);
  return [
    ...loud.flatMap((file) => [anchored(file, written(file.uri), 'h3'), ...documentText(file)]),
    ...(quiet.length > 0
      ? [
          element('h3', SHEET_WORDS.fine),
          element(
            'ul',
            quiet.map((file) => anchored(file, `${written(file.uri)}　${written(stateOf(file))}`, 'li')).join('\n'),
          ),
        ]
      : []),
  ];
}

function documentText(file: FileReport): string[] {
  const kind = file.stopped ? REPORT_WORDS.stopped : file.kindWord || KIND_WORDS[file.kind];
  const faults = openGroups(file)
    .filter(({ id }) => id === 'must' || id === 'look')
    .flatMap(({ items }) => items.flatMap(({ finding }) => finding ?? []));
  const later = openGroups(file).find(({ id }) => id === 'later')?.items ?? [];
  const settled = settledFindings(file);
  return [
    ...(file.unread ? [] : [paragraph(`${kind}${file.title === '' ? '' : `《${file.title}》`}`, 'about')]),
    ...faults.map((finding) => findingText(finding, SEVERITY_WORDS[finding.severity])),
    ...unreadLines(file).map(({ place, text }) =>
      element('div', level(GROUP_WORDS.unread, place === '' ? text : `${text}（${place}）`), 'class="finding"'),
    ),
    ...later.map(({ text }) => element('div', level(GROUP_WORDS.later, text), 'class="finding"')),
    ...settled.map((finding) => findingText(finding, STANDING_WORDS[finding.stands?.standing ?? 'open'])),
  ];
}

const level = (word: string, text: string): string =>
  element('p', `${element('span', written(word), 'class="level"')}　${written(text)}`);

function findingText(finding: ToldFinding, word: string): string {
  const { severity, message, quotes, actor, rule, stands } = finding;
  const quoted = new Set(quotes.map(({ place }) => place));
  const others = placesOf(finding).filter((place) => !quoted.has(place));
  const about = [
    ...(others.length > 0 ? [fillSlots(REPORT_WORDS.where, { where: others.join('、') })] : []),
    fillSlots(REPORT_WORDS.actor, { actor: ACTOR_WORDS[actor] }),
    fillSlots(REPORT_WORDS.basis, { basis: basisWords(finding).join('；') }),
  ].join('；');
  const inside = [
    level(word, `${message}${stands?.note ?? ''}`),
    ...quotes.map(quoteText),
    paragraph(`${about}（${rule}）`, 'about'),
  ];
  return element('div', inside.join('\n'), `class="finding ${severity}"`);
}

/** What is written there, marked; an empty box is said to be one, by its label. */
function quoteText({ place, label, text }: Quote): string {
  const shown = element('mark', written(text === '' ? SHEET_WORDS.blank : text).replaceAll('\n', '<br>'));
  const where = place === '' || place === label ? '' : element('span', `${written(place)}　`, 'class="about"');
  return element('blockquote', `${where}${label === '' ? '' : `${written(label)}：`}${shown}`);
}

function unreadParts(files: readonly FileReport[], link: Link): string[] {
  const rows = files.flatMap((file) =>
    unreadLines(file).map(({ place, text }) => [link(file.uri), written(place), written(text)].map(cell).join('')),
  );
  return rows.length === 0 ? [] : [paragraph(SHEET_WORDS.notReadLead), table(SHEET_WORDS.columns.unread, rows)];
}
