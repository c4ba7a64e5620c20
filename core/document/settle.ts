import { labelKey } from '../base/text.ts';
import type { Candidate } from './candidates.ts';
import { absentField, type DocumentModel, type Field, type FieldCandidate } from './model.ts';
import type { DocumentParts } from './parts.ts';
import { isPending } from './stage.ts';
import { isPeopleRole, PEOPLE_ROLES, type Role } from './vocabulary.ts';

/** Roles of the text of a document: a body that could not be read may hold them. */
const ROLES_OF_BODY: ReadonlySet<Role> = new Set([
  ...PEOPLE_ROLES,
  'title',
  'docNumber',
  'kindWord',
  'issuer',
  'mainRecipients',
  'copyRecipients',
  'attachmentsNote',
  'contact',
  'pageRemark',
  'version',
  'controlState',
  'draftedOn',
  'reviewedOn',
  'approvedOn',
  'writtenOn',
  'publishedOn',
  'effectiveOn',
  'printedOn',
] satisfies Role[]);

/** Boxes that only later steps fill, on every form: their absence early in the flow is no fault. */
const SIGNED_LATER: ReadonlySet<Role> = new Set(['reviewer', 'reviewedOn', 'approver', 'approvedOn'] satisfies Role[]);

/** Further candidates that are kept of one role. */
const MOST_OTHERS = 20;

/** The field of a role, out of its candidates, the best first. */
export function settleField(
  role: Role,
  candidates: readonly Candidate[],
  parts: DocumentParts,
  { stage, trail }: Pick<DocumentModel, 'stage' | 'trail'>,
): Field {
  const expected = parts.family?.expected?.includes(role) ? { expected: true } : {};
  // While a flow runs, a reviewer's name printed in the text is no review.
  const ahead = isPending(role, stage, false) || trail.some((step) => step.role === role && step.state !== 'done');
  const printed = parts.from === 'page' && SIGNED_LATER.has(role) && ahead;
  const [best, ...others] = (printed ? candidates.filter(({ origin }) => origin !== 'text') : candidates).slice(
    0,
    MOST_OTHERS + 1,
  );
  const away = best?.hidden === true && best.state === 'blank' && !('expected' in expected);
  if (best && !away) {
    const field = fieldOfBest(role, best, others, parts);
    return {
      ...field,
      ...(best.hidden ? {} : { ...togetherWith(best, others), ...emptyBeside(best, others) }),
      ...expected,
    };
  }
  const rest = candidates.slice(0, MOST_OTHERS).map((candidate) => candidateOf(candidate, parts));
  return { ...withoutBox(role, parts), ...expected, ...(rest.length > 0 ? { others: rest } : {}) };
}

/** Roles of which several people sign, each in a box of their own: 科室核签, 办公室核签. */
const SHARED_ROLES: ReadonlySet<Role> = new Set(['reviewer', 'countersigner'] satisfies Role[]);

/** The people of all boxes of a role that several share. */
function togetherWith(
  best: Candidate,
  others: readonly Candidate[],
): Pick<Field, 'value' | 'written' | 'sources'> | object {
  if (!SHARED_ROLES.has(best.role) || best.origin !== 'box' || best.state !== 'present') return {};
  const boxes = [best, ...others].filter(
    ({ hidden, origin, state, confidence }) =>
      !hidden &&
      origin === 'box' &&
      state === 'present' &&
      (confidence !== 'guessed' || best.confidence === 'guessed') &&
      (confidence === 'taught' || best.confidence !== 'taught'),
  );
  if (boxes.length < 2) return {};
  return {
    value: [...new Set(boxes.flatMap(({ value }) => (Array.isArray(value) ? value : [])))],
    written: boxes.map(({ written }) => written).join('\n'),
    sources: boxes.map(({ source }) => source),
  };
}

function emptyBeside(best: Candidate, others: readonly Candidate[]): Pick<Field, 'emptyBeside'> {
  if (!isPeopleRole(best.role) || best.state !== 'present' || best.origin !== 'box') return {};
  const empty = others.filter(
    ({ hidden, predicted, origin, state, confidence, label }) =>
      !hidden &&
      !predicted &&
      origin === 'box' &&
      state === 'blank' &&
      confidence !== 'guessed' &&
      labelKey(label) !== labelKey(best.label),
  );
  return empty.length > 0 ? { emptyBeside: empty.map(({ label }) => label) } : {};
}

/** Kinds of document that are signed step by step. */
const SIGNED_KINDS: ReadonlySet<DocumentModel['kind']> = new Set(['official', 'standard', 'unknown']);

/** Marks the boxes that a later step fills: by the stage, by the forecast of the flow, or by the box's own words. */
export function withPending(
  field: Field,
  best: Candidate | undefined,
  parts: DocumentParts,
  settled: Pick<DocumentModel, 'stage' | 'kind' | 'trail'>,
): Field {
  const { role, state } = field;
  if (state === 'present') return field;
  const boxed = best !== undefined && best.origin !== 'text';
  const foretold = boxed
    ? best.predicted
    : isPeopleRole(role) && settled.trail.some((step) => step.role === role && step.state !== 'done');
  const later = state === 'blank' || (SIGNED_LATER.has(role) && SIGNED_KINDS.has(settled.kind));
  const flows = parts.from === 'page' || parts.stage !== undefined;
  const pending = foretold || (flows && later && isPending(role, settled.stage, best?.writable ?? false));
  return pending ? { ...field, pending } : field;
}

/** A value out of sight proves nothing, and its emptiness neither: the field is unreadable, and what is there is kept in `others`. */
function fieldOfBest(role: Role, best: Candidate, others: readonly Candidate[], parts: DocumentParts): Field {
  if (best.hidden)
    return {
      ...absentField(role),
      state: 'unreadable',
      label: best.label,
      written: best.written,
      sources: [best.source],
      reader: parts.reader.id,
      confidence: best.confidence,
      others: [best, ...others].map((candidate) => candidateOf(candidate, parts)),
    };
  return {
    role,
    ...candidateOf(best, parts),
    ...(others.length > 0 ? { others: others.map((candidate) => candidateOf(candidate, parts)) } : {}),
  };
}

function candidateOf(candidate: Candidate, parts: DocumentParts): FieldCandidate {
  return {
    state: candidate.state,
    ...(candidate.state === 'present' && candidate.value !== undefined ? { value: candidate.value } : {}),
    label: candidate.label,
    written: candidate.written,
    sources: [candidate.source],
    reader: parts.reader.id,
    confidence: candidate.confidence,
    ...(candidate.unverified ? { unverified: true } : {}),
  };
}

/** No box was found. It may stand in a piece that gave no text. */
function withoutBox(role: Role, parts: DocumentParts): Field {
  const pieces = (parts.unreadable ?? []).filter((piece) => piece.what === 'anything' || ROLES_OF_BODY.has(role));
  if (pieces.length === 0) return absentField(role);
  return {
    ...absentField(role),
    state: 'unreadable',
    sources: pieces.map((piece) => piece.source),
    reader: parts.reader.id,
  };
}
