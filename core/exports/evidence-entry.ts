import { fillSlots, rowOf } from '../base/text.ts';
import { GROUP_WORDS, type GroupId, groupOf } from '../check/summary.ts';
import { registrationGap } from '../evaluation/evaluate.ts';
import { readSubject, stateWords } from '../evidence/kept-state.ts';
import type { LedgerRecord, Place } from '../ledger/entry.ts';
import { type EvidencePayload, readPayload } from '../ledger/kinds/index.ts';
import type { Standing } from '../ledger/standing.ts';
import { recordTypeOfId } from '../records/index.ts';
import { LINK_WAYS } from '../records/kept-record.ts';
import { shownTime } from './about.ts';
import { documentFacts, fieldText, fieldWord, roleLabel } from './evidence-text.ts';
import { EVIDENCE_WORDS as WORDS } from './evidence-words.ts';
import { indicatorName } from './indicator-name.ts';
import { element, escapeMarkup, htmlPage } from './markup.ts';
import { laterWords, type NumberOf } from './standing-words.ts';

/** Rows of one table that are written; the rest is counted. */
const ROWS = 500;

/** How the page of an entry looks, on its own and among others. */
const STYLE = `
@page { size: A4; margin: 14mm 12mm }
body { font: 14px/1.6 "Noto Serif CJK SC", "Source Han Serif SC", SimSun, "宋体", serif; color: #1d1d1f; margin: 24px auto; max-width: 860px; padding: 0 16px; overflow-wrap: anywhere }
h1, h2, h3, h4 { font-family: "Noto Sans CJK SC", SimHei, "黑体", sans-serif; line-height: 1.4; break-after: avoid }
h1 { font-size: 24px; text-align: center; margin: 0 0 8px }
h2 { font-size: 19px; margin: 36px 0 8px; border-bottom: 2px solid #8fa3bf }
h3 { font-size: 17px; margin: 0 0 4px }
h4, article h2 { font-size: 14px; margin: 14px 0 4px; border: 0 }
article { border: 1px solid #b8c4d4; padding: 12px 16px; margin: 16px 0 }
table { border-collapse: collapse; width: 100% }
img { max-width: 100%; max-height: 24cm }
th, td { border: 1px solid #bbb; padding: 4px 8px; text-align: left; vertical-align: top }
thead { display: table-header-group }
thead th { background: #e8eef5 }
tbody th { font-weight: normal; color: #333; background: #f7f8fa; min-width: 6em }
tr { break-inside: avoid }
.facts th { width: 8em }
ul { margin: 4px 0; padding-left: 1.4em }
.quiet { color: #555; margin: 2px 0 }
.gap, .later { color: #6b5300; margin: 4px 0 }
.must { color: #a3241b }
.hash { font-family: monospace; font-size: 12px }
.about { border-left: 3px solid #8fa3bf; padding: 2px 12px; margin: 0 0 16px }
.about p { margin: 2px 0 }
.sign { margin-top: 28px }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 11pt } a { color: inherit; text-decoration: none } }
`;

/** A page of evidence: one landmark with everything in it. `body` is markup. */
export const evidencePage = (title: string, body: readonly string[]): string =>
  htmlPage({ title, style: STYLE, body: ['<main>', ...body, '</main>'] });

/** A piece of evidence with what is known around it. */
export interface ShownEvidence {
  record: LedgerRecord;
  standing: Standing;
  numberOf: NumberOf;
  /** Where the original stands, relative to the page; '' where it is not with it. Only for a file that was stored. */
  original?: string;
  /** The same for the photograph of a paper. */
  photo?: string;
  /** Names it in a page with others; without it the page is its own. */
  anchor?: string;
}

/** Under which name an entry stands: that of its chain, or of its branch. */
export const placeOf = ({ entry, branch }: LedgerRecord): Place => ({
  chain: branch ?? entry.chain,
  sequence: entry.sequence,
});

/** What an entry counts for now; nothing where it names no indicator. */
export const indicatorsNow = ({ entry }: LedgerRecord, { indicators }: Standing): readonly string[] => [
  ...new Set(indicators?.list ?? entry.indicators),
];

type Row = readonly [name: string, value: string];
const text = (name: string, content: string, attributes = ''): string =>
  element(name, escapeMarkup(content), attributes);
const under = (title: string, content: string): string => (content === '' ? '' : text('h4', title) + content);

/** Names and values; what has no value is left out. */
function factTable(rows: readonly Row[], isHash = false): string {
  const given = rows.filter(([, value]) => value !== '');
  if (given.length === 0) return '';
  const lines = given.map(([name, value]) =>
    element('tr', text('th', name, 'scope="row"') + text('td', value, isHash ? 'class="hash"' : '')),
  );
  return element('table', element('tbody', lines.join('')), 'class="facts"');
}

/** A table under its heads, as many of its rows as are written. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const head = element('tr', heads.map((one) => text('th', one, 'scope="col"')).join(''));
  const lines = rows.slice(0, ROWS).map((row) => element('tr', row.map((cell) => text('td', cell)).join('')));
  const more = rows.length > ROWS ? text('p', fillSlots(WORDS.more, { count: rows.length - ROWS })) : '';
  return element('table', element('thead', head) + element('tbody', lines.join(''))) + more;
}

function lines(all: readonly string[]): string {
  if (all.length === 0) return '';
  const more = all.length > ROWS ? [fillSlots(WORDS.more, { count: all.length - ROWS })] : [];
  return element('ul', [...all.slice(0, ROWS), ...more].map((line) => text('li', line)).join(''));
}

const ORDER: readonly GroupId[] = ['must', 'look', 'unread', 'later'];

/** What the check said, by what there is to do. */
function checkPart({ check }: EvidencePayload): string {
  if (check === undefined) return '';
  // What another version wrote and this one does not know falls into no group.
  const found = ORDER.flatMap((id) =>
    check.findings
      .filter((one) => groupOf(one as Parameters<typeof groupOf>[0]) === id)
      .map(({ message }) => `${GROUP_WORDS[id]}：${message}`),
  );
  const { today, rulePack, catalogue } = check;
  const basis = fillSlots(WORDS.check.basis, { today, rulePack, catalogue: catalogue.issuedOn });
  return (found.length === 0 ? text('p', WORDS.check.clean) : lines(found)) + text('p', basis, 'class="quiet"');
}

function recordPart({ record }: EvidencePayload): string {
  if (record === undefined) return '';
  const { values, table: filled, links } = record;
  const [heads = [], ...rows] = filled ?? [];
  const ways = links.map(({ to, how }) => {
    const way = WORDS.record.ways[LINK_WAYS.find((one) => one === how) ?? 'follows'];
    return `${way}：${fillSlots(WORDS.number, { sequence: to.sequence })}`;
  });
  return (
    under(
      recordTypeOfId(record.type)?.name ?? WORDS.record.unknown,
      factTable(values.map(({ box, text: filledIn }) => [box, filledIn])),
    ) +
    under(WORDS.record.lines, table(heads, rows)) +
    under(WORDS.record.belonging, lines(ways))
  );
}

/** A path in an archive as a link. */
const hrefOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** What became of a file's original. */
function keptWords(stored: boolean, original: string | undefined): string {
  const { fingerprintOnly, inLedger, gone, whole } = WORDS.file;
  if (!stored) return fingerprintOnly;
  return original === undefined ? inLedger : original === '' ? gone : whole;
}

/** What stands beside a page, by its path; see `ShownEvidence`. */
type Beside = Pick<ShownEvidence, 'original' | 'photo'>;

/** A photograph where it stands beside the page; or what became of it. */
function photoPart(digest: string, path: string | undefined): string {
  const { inLedger, gone, title, fingerprint } = WORDS.photo;
  const shown = path
    ? `<img src="${escapeMarkup(hrefOf(path))}" alt="${escapeMarkup(title)}">`
    : text('p', path === undefined ? inLedger : gone);
  return shown + factTable([[fingerprint, digest]], true);
}

/** Where the paper is, or the file and what became of it. */
function originPart(
  { paper, file, photo, validTo = '', document, place = '', remark = '' }: EvidencePayload,
  { original, photo: picture }: Beside,
): string {
  const about: Row[] = [
    ...(file === undefined
      ? documentFacts(document)
      : ([
          [WORDS.file.name, file.name],
          [WORDS.file.size, fillSlots(WORDS.file.bytes, { size: file.size })],
          [WORDS.file.kept, keptWords(file.stored, original)],
          [WORDS.file.fingerprint, document.sha256],
        ] as const)),
    ...(paper === undefined ? ([[WORDS.facts.place, place]] as const) : []),
    [WORDS.validTo, validTo],
    [WORDS.facts.remark, remark],
  ];
  const { cabinet, box, stub, title } = WORDS.paper;
  const papers: Row[] =
    paper === undefined
      ? []
      : [
          [cabinet, paper.cabinet],
          [box, paper.box],
          [stub, paper.stub],
        ];
  const link =
    file?.stored && original
      ? element('p', escapeMarkup(WORDS.file.beside) + text('a', file.name, `href="${escapeMarkup(hrefOf(original))}"`))
      : '';
  return (
    under(title, factTable(papers)) +
    (photo === undefined ? '' : under(WORDS.photo.title, photoPart(photo.sha256, picture))) +
    under(file === undefined ? WORDS.document.title : WORDS.file.title, factTable(about) + link)
  );
}

function contentPart(payload: EvidencePayload, beside: Beside): string {
  const { fields, trail, attachments, notRead, register, sample, services = [], citations = [] } = payload;
  const { step, actor, action, time, state } = WORDS.trail;
  const [heads = [], ...rows] = register?.table ?? [];
  return [
    sample === undefined ? '' : text('p', WORDS.sample, 'class="later"'),
    originPart(payload, beside),
    recordPart(payload),
    under(WORDS.check.title, checkPart(payload)),
    under(WORDS.notRead, lines(notRead)),
    register === undefined ? '' : under(`${register.name} ${WORDS.register.rows}`, table(heads, rows)),
    under(
      WORDS.fields.title,
      table(
        [WORDS.fields.name, WORDS.fields.value],
        fields.map((field) => [
          roleLabel(field.role),
          field.state === 'present' ? fieldText(field) : fieldWord(field.state),
        ]),
      ),
    ),
    under(
      WORDS.trail.title,
      table(
        [step, actor, action, time, state],
        trail.map((one) => [
          one.step,
          one.actors.join('、'),
          one.action,
          one.time.replace('T', ' ').slice(0, 16),
          rowOf(WORDS.trailStates, one.state) ?? '',
        ]),
      ),
    ),
    under(WORDS.services, lines(services)),
    under(WORDS.citations, lines(citations)),
    under(WORDS.attachments, lines(attachments)),
  ].join('');
}

/** One piece of evidence as markup: everything that was kept of it, how it stands now, and its place in the chain. */
export function evidenceArticle({ record, standing, numberOf, anchor, ...beside }: ShownEvidence): string {
  const { entry, payload } = record;
  const read = readPayload(entry, payload);
  const { about, state } = readSubject(entry.subject);
  const kept = stateWords(state);
  const { gapDays = 0, wideGap } = registrationGap(entry);
  const { facts, seals } = WORDS;
  const title =
    escapeMarkup(`${numberOf(placeOf(record))}　`) +
    (standing.withdrawnBy === undefined ? escapeMarkup(about) : text('del', about));
  const later = laterWords(standing, numberOf);
  const content = [
    element(anchor === undefined ? 'h1' : 'h3', title),
    kept === '' ? '' : text('p', fillSlots(WORDS.keptWith, { words: kept }), 'class="must"'),
    later.length === 0 ? '' : text('p', later.join('；'), 'class="later"'),
    factTable([
      [facts.factOn, entry.factOn || WORDS.noFactDate],
      [facts.capturedAt, shownTime(entry.capturedAt)],
      [facts.registeredAt, shownTime(entry.registeredAt)],
      [facts.actor, entry.actor],
      [facts.indicators, indicatorsNow(record, standing).map(indicatorName).join('、') || WORDS.noIndicators],
    ]),
    wideGap ? text('p', fillSlots(WORDS.gap, { days: gapDays }), 'class="gap"') : '',
    read?.kind === 'evidence' ? contentPart(read.payload, beside) : text('p', WORDS.gone, 'class="later"'),
    under(
      seals.title,
      factTable(
        [
          [seals.hash, entry.hash],
          [seals.previousHash, entry.previousHash],
          [seals.payloadDigest, entry.payloadDigest],
          [seals.chain, entry.chain],
        ],
        true,
      ),
    ),
  ];
  // Its parts are one level below it; texts are escaped, so that no mark-up but ours reads like this.
  const levelled = anchor === undefined ? content.join('\n').replace(/<(\/?)h4>/g, '<$1h2>') : content.join('\n');
  return element('article', levelled, anchor === undefined ? '' : `id="${escapeMarkup(anchor)}"`);
}
