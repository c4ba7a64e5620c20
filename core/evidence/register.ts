import { sha256Now } from '../base/hash.ts';
import { fillSlots, shorten } from '../base/text.ts';
import { type CheckedRegister, type CheckedRow, saidByRegister, tallyOfRegister } from '../check/checked-register.ts';
import { allRulesOfRows } from '../check/row-rules.ts';
import type { Finding } from '../check/run.ts';
import { groupOf } from '../check/summary.ts';
import { cellOfRole, KIND_OF_ROWS, type RegisterColumn } from '../document/register.ts';
import { isStateLabel, isStepLabel } from '../document/stage.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import { hideNames, publicNames } from '../privacy/mask.ts';
import { type EvidenceAbout, indicatorsOf, KEPT_OF_CASE, plainAddress } from './evidence.ts';
import { withState } from './kept-state.ts';

const WORDS = {
  subject: '{name} 读了{rows}行',
  subjectOf: '{name} 读了{rows}行，共{total}行',
  finding: '第{serial}行{called}：{message}',
  findingOfPage: '第{page}页第{serial}行{called}：{message}',
  called: '（{number}）',
  leftOut: '有{count}行带密级标志，没有读，也没有留。',
} as const;

/** Findings that one entry holds. */
const MOST_FINDINGS = 2_000;
const LONGEST = 2_000;

/** Whether a column is kept: of cases only what evidence needs, and how far each is. */
const isKept = ({ role, label }: RegisterColumn, kind: CheckedRegister['kind']): boolean =>
  kind !== 'case' || (role !== undefined ? KEPT_OF_CASE.has(role) : isStateLabel(label) || isStepLabel(label));

/**
 * What is kept of a register that was read page by page: its heads, its rows and what was found in each, as one entry. Not
 * masked yet; appending masks it. @param read address of the page, and what of it was not read
 */
export function registerDraft(
  register: CheckedRegister,
  about: EvidenceAbout,
  read: { url: string; unread: readonly string[] },
): EntryDraft {
  const { kind, name, rows, total, columns } = register;
  const kept = columns.flatMap((column, at) => (isKept(column, kind) ? [at] : []));
  const cellsOf = (cells: readonly string[]): string[] => kept.map((at) => cells[at] ?? '');
  const found = rows.flatMap((row, at) => row.findings.map((finding) => ({ finding, row, at: at + 1 })));
  const told = found.slice(0, MOST_FINDINGS);
  const tally = tallyOfRegister(register);
  const sha256 = sha256Now(saidByRegister(register));
  const payload: EvidencePayload = {
    document: {
      uri: shorten(plainAddress(read.url), LONGEST),
      sha256,
      key: sha256,
      kind: KIND_OF_ROWS[kind],
      kindWord: '',
      stage: 'unknown',
      title: name,
      reader: '',
    },
    fields: [],
    trail: [],
    attachments: [],
    notRead: [
      ...read.unread.slice(0, MOST_FINDINGS - 1),
      ...(tally.leftOut > 0 ? [fillSlots(WORDS.leftOut, { count: tally.leftOut })] : []),
    ],
    check: {
      runId: register.runId,
      at: register.at,
      today: register.today,
      rulePack: register.rulePack,
      catalogue: register.catalogue,
      fingerprints: { document: sha256, unit: '', catalogue: '' },
      summary: { ...tally },
      findings: told.map(({ finding, row }) => keptFinding(finding, row, register)),
    },
    register: {
      ...{ name, kind },
      table: [cellsOf(columns.map(({ label }) => label)), ...rows.map(({ cells }) => cellsOf(cells))],
      rows: rows.map(({ page, serial }) => ({ page, serial })),
      findings: told.map(({ finding, at }) => ({ id: finding.id, row: at })),
      pages: register.read.map(({ page }) => page).slice(0, MOST_FINDINGS),
      ...(total === undefined ? {} : { total }),
      leftOut: tally.leftOut,
      ...(register.full ? { full: true as const } : {}),
    },
  };
  const hidden = publicNames([columns.map(({ label }) => label), ...rows.map(({ cells }) => cells)], {
    kind: KIND_OF_ROWS[kind],
  });
  const subject = fillSlots(total === undefined ? WORDS.subject : WORDS.subjectOf, {
    ...{ name, rows: rows.length, total: total ?? 0 },
  });
  const must = found.filter(({ finding }) => groupOf(finding) === 'must').length;
  const unread = found.filter(({ finding }) => groupOf(finding) === 'unread').length + payload.notRead.length;
  return {
    kind: 'evidence',
    factOn: '',
    capturedAt: about.capturedAt,
    actor: about.actor,
    subject: withState(hideNames(subject, hidden), { must, unread }),
    indicators: indicatorsOf(allRulesOfRows(kind)),
    payload: hideNames(payload, hidden),
  };
}

/** A finding as it is kept: its sentence says of which row it is. */
function keptFinding(
  { id, rule, reason, outcome, severity, message }: Finding,
  { page, serial, number, cells }: CheckedRow,
  register: CheckedRegister,
) {
  const known = number || cellOfRole(register, cells, 'receiptNumber');
  const slots = { page, serial, message, called: known === '' ? '' : fillSlots(WORDS.called, { number: known }) };
  const sentence = fillSlots(register.read.length > 1 ? WORDS.findingOfPage : WORDS.finding, slots);
  return { id, rule, reason, outcome, severity, message: shorten(sentence, LONGEST) };
}
