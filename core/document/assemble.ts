import { readDate } from '../base/dates.ts';
import { isBodyName, isPersonName } from '../base/names.ts';
import { isWithin, type Place } from '../base/place.ts';
import type { Source } from '../base/source.ts';
import { cleanText, fillSlots, labelKey, rowOf } from '../base/text.ts';
import { isWritable, type LabelledValue } from '../pairing/pair.ts';
import { findClassified } from '../privacy/classified.ts';
import { findCitations } from '../standards/citations.ts';
import { listedAttachments } from './attachments.ts';
import { dateRoleOf, type FormKind, type LabelMeaning, labelOfRole, roleOfLabel } from './glossary.ts';
import { documentKey } from './identity.ts';
import { directionOf, kindOf, wordOfTitle } from './kind.ts';
import type { DocumentModel, Field, FieldCandidate, Note, TrailStep } from './model.ts';
import { absentField, fieldOf } from './model.ts';
import type { DocumentParts } from './parts.ts';
import { pairsOfLines, pairsOfText, startOfAnnexes, titleOfText } from './signoff-text.ts';
import { isPending, isStateLabel, isStepLabel, stageOf } from './stage.ts';
import {
  consents,
  isRefusal,
  mergeTrails,
  trailOfRow,
  trailOfSentence,
  trailOfTable,
  withStepAtHand,
} from './trail.ts';
import { readValue } from './values.ts';
import type { FieldState, FieldValue, PeopleRole, Role } from './vocabulary.ts';
import { isPeopleRole, PEOPLE_ROLES, ROLES } from './vocabulary.ts';
import { NOTE_WORDS, STAGE_REASONS } from './words.ts';

/** Where a candidate was found. A box wins over the workflow record and both over running text. */
type Origin = 'box' | 'trail' | 'text';

interface Candidate {
  role: Role;
  origin: Origin;
  confidence: Field['confidence'];
  state: Exclude<FieldState, 'absent'>;
  value?: FieldValue;
  label: string;
  written: string;
  source: Source;
  hidden: boolean;
  unverified: boolean;
  /** Foretold by the flow: an empty box that a later step fills. */
  predicted: boolean;
  /** The person at the page can write in it now. */
  writable: boolean;
}

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

/** Roles of a form by which it is told that a page shows a document at all. */
const FEWEST_ROLES = 2;

/**
 * From parts to the model: the one way that page readers and file parsers share. Every role of ROLES stands in the result
 * once. Pure; the same parts give the same model.
 */
export function assemble(parts: DocumentParts): DocumentModel {
  const blocks = parts.blocks;
  const pairs = withoutAnnexes(parts);
  const form = formOf(pairs);
  const hints = hintsOf(parts, pairs);
  const trail = withStepAtHand(trailOf(parts, pairs, form), hints?.states ?? []);
  const written = titleOfText(blocks);
  const text = [...pairsOfText(blocks, form), ...pairsOfLines(blocks, written)];
  const candidates = [
    ...pairs.flatMap((pair) => candidatesOfPair(pair, 'box', parts, form, trail)),
    ...candidatesOfTrail(trail),
    ...text.flatMap((pair) => candidatesOfPair(pair, 'text', parts, form, trail)),
    ...titleCandidate(written, parts),
  ];
  const settled = parts.stage
    ? { stage: parts.stage, reason: STAGE_REASONS.given }
    : stageOf(trail, hints, parts.family?.states);
  const byRole = Map.groupBy(candidates, (candidate) => candidate.role);
  const settledFields = ROLES.map((role) =>
    settleField(role, byRole.get(role) ?? [], parts, { stage: settled.stage, trail }),
  );
  const textOf = (role: Role): string => {
    const { value } = fieldOf({ fields: settledFields }, role);
    return typeof value === 'string' ? value : '';
  };
  const heading = cleanText(parts.heading ?? '');
  const title = textOf('title') || heading || textOf('serviceName') || cleanText(parts.title);
  const labels = pairs.filter((pair) => !pair.hidden).map((pair) => pair.label);
  const kind =
    parts.kind ??
    kindOf({
      title,
      docNumber: textOf('docNumber'),
      kindWord: textOf('kindWord'),
      labels,
      blocks: blocks.filter((block) => !block.hidden),
    });
  const kindWord = kind.kind === 'official' ? wordOfTitle(title) || wordOfTitle(textOf('kindWord')) : '';
  const fields = settledFields.map((field) =>
    withPending(field, byRole.get(field.role) ?? [], parts, { stage: settled.stage, kind: kind.kind, trail }),
  );
  const classified = findClassified(fieldOf({ fields }, 'secrecy'), blocks);
  const isDocument = parts.from === 'file' || showsDocument(parts, candidates, kind.kind, labels.length, trail);
  return {
    uri: parts.uri,
    sha256: parts.sha256,
    key: documentKey({
      uri: parts.uri,
      from: parts.from,
      kind: kind.kind,
      title,
      docNumber: textOf('docNumber'),
      receiptNumber: textOf('receiptNumber'),
    }),
    from: parts.from,
    reader: parts.reader,
    kind: kind.kind,
    kindReason: kind.reason,
    kindWord,
    direction: directionOf(kindWord),
    stage: settled.stage,
    stageReason: settled.reason,
    title,
    fields,
    pairs,
    trail,
    blocks,
    citations: findCitations(blocks),
    attachments: [...(parts.attachments ?? []), ...listedAttachments(blocks)],
    notes: [...(parts.notes ?? []), ...notesOf(parts, byRole, trail)],
    ...(classified ? { classified } : {}),
    isDocument,
  };
}

/** Whether a page shows a document at all: boxes of two roles, an act of a workflow, or a known kind with something of it. */
function showsDocument(
  parts: DocumentParts,
  candidates: readonly Candidate[],
  kind: DocumentModel['kind'],
  labels: number,
  trail: readonly TrailStep[],
): boolean {
  if (parts.notDocument !== undefined) return false;
  const seen = candidates.filter((candidate) => !candidate.hidden);
  const boxed = new Set(seen.filter(({ origin }) => origin === 'box').map(({ role }) => role));
  if (boxed.size >= FEWEST_ROLES || trail.some((step) => step.state === 'done')) return true;
  return kind !== 'unknown' && (seen.length > 0 || labels > FEWEST_ROLES);
}

/** Pairs from the tables of a file's annexes are left out: a reply slip to fill in is no sign-off of the document. */
function withoutAnnexes(parts: DocumentParts): LabelledValue[] {
  if (parts.from === 'page') return parts.pairs;
  const annexes = parts.blocks.slice(startOfAnnexes(parts.blocks)).flatMap(({ source }) => placeOf(source) ?? []);
  return parts.pairs.filter((pair) => {
    const place = placeOf(pair.source);
    return place === undefined || !annexes.some((annex) => isWithin(place, annex));
  });
}

const placeOf = (source: Source): Place | undefined => (source.from === 'file' ? source.place : undefined);

/** What kind of form the labels make. */
function formOf(pairs: readonly LabelledValue[]): FormKind | undefined {
  const keys = new Set(pairs.map((pair) => labelKey(pair.label)));
  const has = (...wanted: string[]): boolean => wanted.some((word) => keys.has(word));
  if (has('来文单位', '来文字号', '来文标题', '收文编号', '收文日期')) return 'receiving';
  if (has('办件编号', '受理编号', '事项名称', '受理人', '受理时间')) return 'service';
  if (has('发文字号', '签发人', '签发', '主送', '主送机关', '核稿人', '核稿', '发文单位')) return 'sending';
  return undefined;
}

function trailOf(parts: DocumentParts, pairs: readonly LabelledValue[], form: FormKind | undefined): TrailStep[] {
  const names = parts.family?.steps;
  const rows = pairs.filter((pair) => !pair.hidden && !pair.predicted).flatMap((pair) => trailOfRow(pair, names));
  const tables = [...(parts.tables ?? []), ...parts.blocks].flatMap((table) => trailOfTable(table, names));
  const sentences = parts.blocks
    .filter((block) => block.region === 'form' && !block.rows)
    .flatMap((block) => block.text.split('\n').flatMap((line) => trailOfSentence(line, block.source)));
  const trail = mergeTrails([tables, parts.trail ?? [], rows, sentences]);
  // An incoming document was drafted elsewhere: whoever sends it into the flow here has registered it.
  return form === 'receiving'
    ? trail.map((step) => (step.role === 'drafter' ? { ...step, role: 'registrar' } : step))
    : trail;
}

function meaningOf(pair: LabelledValue, parts: DocumentParts, form: FormKind | undefined): LabelMeaning | undefined {
  const taught = rowOf(parts.family?.labels, labelKey(pair.label));
  return taught === undefined ? roleOfLabel(pair.label, form) : (taught ?? undefined);
}

function candidatesOfPair(
  pair: LabelledValue,
  origin: Origin,
  parts: DocumentParts,
  form: FormKind | undefined,
  trail: readonly TrailStep[],
): Candidate[] {
  const meaning = meaningOf(pair, parts, form);
  if (!meaning) return [];
  const { role, confidence } = meaning;
  // Acts with their time are told by the trail, which knows which of them still stand.
  if (isPeopleRole(role) && trailOfRow(pair, parts.family?.steps).length > 0 && !pair.hidden) return [];
  const base = {
    origin,
    confidence,
    label: cleanText(pair.label).replace(/[:：]$/u, ''),
    written: pair.value,
    source: pair.source,
    hidden: pair.hidden === true,
    unverified: false,
    predicted: pair.predicted === true,
    writable: isWritable(pair),
  };
  if (pair.predicted) return [{ role, ...base, state: 'blank' }];
  const read = pair.state === 'unreadable' ? { state: 'unreadable' as const } : readValue(role, pair.value);
  // In running text a label may be a word of a sentence or of a menu: 审核：3 条.
  if (pair.kind === 'inline-text' && isPeopleRole(role) && read.state === 'present' && !namesSomebody(read.value))
    return [];
  const named = read.state === 'present';
  const picture = isPeopleRole(role) && (pair.picture === true || pair.box === 'picture') && !named;
  if (picture)
    return [
      { role, ...base, state: 'present', value: signerOf(role, trail), unverified: true },
      ...dateWithin(role, pair, base),
    ];
  const unfinished = parts.unfinished === true && read.state === 'blank';
  const state = unfinished || (pair.box === 'picture' && !named) ? 'unreadable' : read.state;
  return [{ role, ...base, ...read, state }, ...(named && isPeopleRole(role) ? dateWithin(role, pair, base) : [])];
}

function namesSomebody(value: FieldValue | undefined): boolean {
  return Array.isArray(value) && value.some((name) => isPersonName(name) || isBodyName(name));
}

/** The person who signed, by the workflow record; [] when it does not tell. */
function signerOf(role: PeopleRole, trail: readonly TrailStep[]): string[] {
  return standingSteps(trail).findLast((step) => step.role === role && step.actors.length > 0)?.actors ?? [];
}

/** The day in a signer's own box: 同意。赵国强 2026-03-18. */
function dateWithin(role: PeopleRole, pair: LabelledValue, base: Omit<Candidate, 'role' | 'state'>): Candidate[] {
  const dateRole = dateRoleOf(role);
  const date = readDate(pair.value);
  return dateRole && date ? [{ ...base, role: dateRole, state: 'present', value: date.iso ?? date.raw }] : [];
}

/** Consents that still stand: those before the last time that the document was sent back do not. */
function standingSteps(trail: readonly TrailStep[]): TrailStep[] {
  return trail.slice(trail.findLastIndex(isRefusal) + 1).filter(consents);
}

function candidatesOfTrail(trail: readonly TrailStep[]): Candidate[] {
  const steps = new Map<PeopleRole, TrailStep>();
  for (const step of trail)
    if (step.role === 'drafter' && consents(step) && !steps.has('drafter')) steps.set('drafter', step);
  for (const step of standingSteps(trail)) if (step.role && step.role !== 'drafter') steps.set(step.role, step);
  return [...steps].flatMap(([role, step]) => {
    const base = {
      origin: 'trail' as const,
      confidence: 'synonym' as const,
      label: '',
      written: [step.step, ...step.actors, step.action, step.time].filter(Boolean).join(' '),
      source: step.source,
      hidden: step.hidden === true,
      unverified: step.unverified === true || step.actors.length === 0,
      predicted: false,
      writable: false,
    };
    const dateRole = dateRoleOf(role);
    return [
      { role, ...base, state: 'present' as const, value: step.actors },
      ...(dateRole && step.time !== undefined
        ? [{ role: dateRole, ...base, unverified: false, state: 'present' as const, value: step.time }]
        : []),
    ];
  });
}

function titleCandidate(title: string, parts: DocumentParts): Candidate[] {
  const block = parts.blocks.find((one) => cleanText(one.text.replaceAll('\n', '')) === title);
  if (title === '' || !block) return [];
  return [
    {
      role: 'title',
      origin: 'text',
      confidence: 'synonym',
      state: 'present',
      value: title,
      label: '',
      written: title,
      source: block.source,
      hidden: block.hidden === true,
      unverified: false,
      predicted: false,
      writable: false,
    },
  ];
}

/** The words of the page about its stage, with those that stand in boxes named 流程状态 and 当前环节. */
function hintsOf(parts: DocumentParts, pairs: readonly LabelledValue[]): DocumentParts['hints'] {
  if (!parts.hints) return undefined;
  const valuesOf = (isAsked: (key: string) => boolean): string[] =>
    pairs
      .filter((pair) => !pair.hidden && pair.value !== '' && isAsked(labelKey(pair.label)))
      .map((pair) => pair.value);
  const [step] = valuesOf(isStepLabel);
  return {
    ...parts.hints,
    states: [...valuesOf(isStateLabel), ...parts.hints.states],
    ...(step === undefined ? {} : { step }),
  };
}

const STATE_ORDER: readonly FieldState[] = ['present', 'unreadable', 'blank'];
const CONFIDENCE_ORDER: readonly Field['confidence'][] = ['taught', 'exact', 'synonym', 'guessed'];

/** Best first: in sight, in a box or record, of a sure label, filled, of the surest label, first on the page. */
function compareCandidates(left: Candidate, right: Candidate): number {
  const rank = (candidate: Candidate): number[] => [
    Number(candidate.hidden),
    Number(candidate.origin === 'text'),
    Number(candidate.confidence === 'guessed'),
    STATE_ORDER.indexOf(candidate.state),
    Number(candidate.origin === 'trail'),
    CONFIDENCE_ORDER.indexOf(candidate.confidence),
  ];
  const [one, other] = [rank(left), rank(right)];
  return one.map((value, index) => value - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

function settleField(
  role: Role,
  candidates: readonly Candidate[],
  parts: DocumentParts,
  { stage, trail }: Pick<DocumentModel, 'stage' | 'trail'>,
): Field {
  const sorted = candidates.toSorted(compareCandidates);
  const expected = parts.family?.expected?.includes(role) ? { expected: true } : {};
  // While a flow runs, a reviewer's name printed in the text is no review.
  const ahead = isPending(role, stage, false) || trail.some((step) => step.role === role && step.state !== 'done');
  const printed = parts.from === 'page' && SIGNED_LATER.has(role) && ahead;
  const [best, ...others] = (printed ? sorted.filter((candidate) => candidate.origin !== 'text') : sorted).slice(
    0,
    MOST_OTHERS + 1,
  );
  const away = best?.hidden === true && best.state === 'blank' && !('expected' in expected);
  if (best && !away) return { ...fieldOfBest(role, best, others, parts), ...expected };
  const rest = sorted.slice(0, MOST_OTHERS).map((candidate) => candidateOf(candidate, parts));
  return { ...withoutBox(role, parts), ...expected, ...(rest.length > 0 ? { others: rest } : {}) };
}

/** Kinds of document that are signed step by step. */
const SIGNED_KINDS: ReadonlySet<DocumentModel['kind']> = new Set(['official', 'standard', 'unknown']);

/** Marks the boxes that a later step fills: by the stage, by the forecast of the flow, or by the box's own words. */
function withPending(
  field: Field,
  candidates: readonly Candidate[],
  parts: DocumentParts,
  settled: Pick<DocumentModel, 'stage' | 'kind' | 'trail'>,
): Field {
  const { role, state } = field;
  if (state === 'present') return field;
  const best = candidates.toSorted(compareCandidates)[0];
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

function notesOf(
  parts: DocumentParts,
  candidates: ReadonlyMap<Role, readonly Candidate[]>,
  trail: readonly TrailStep[],
): Note[] {
  const notes: Note[] = [];
  const hidden = [...candidates]
    .filter(([, found]) => found.every((one) => one.hidden) && found.some((one) => one.state !== 'blank'))
    .map(([role]) => role);
  if (hidden.length > 0) {
    const labels = ROLES.filter((role) => hidden.includes(role)).map(labelOfRole);
    notes.push({ kind: 'hidden', text: fillSlots(NOTE_WORDS.hiddenFields, { labels: labels.join('、') }) });
  }
  const [record] = trail.filter((step) => step.hidden);
  if (record && parts.from === 'page')
    notes.push({ kind: 'hidden', text: NOTE_WORDS.hiddenTrail, source: record.source });
  return notes;
}
