import { isWithin, type Place } from '../base/place.ts';
import type { Source } from '../base/source.ts';
import { cleanText, fillSlots, labelKey } from '../base/text.ts';
import { isWritable, type LabelledValue } from '../pairing/pair.ts';
import { type DocumentSecrecy, findSecrecy } from '../privacy/classified.ts';
import { findCitations } from '../standards/citations.ts';
import { attachmentsNote, listedAttachments, startOfAnnexes } from './attachments.ts';
import {
  type Candidate,
  candidatesOfPair,
  candidatesOfTrail,
  compareCandidates,
  titleCandidate,
} from './candidates.ts';
import { isIncomingLabel, isKnownLabel, labelOfRole } from './glossary.ts';
import { documentKey } from './identity.ts';
import { directionOf, kindOf, wordOfTitle } from './kind.ts';
import { type DocumentModel, fieldOf, type Note, type TrailStep } from './model.ts';
import { withLinesApart } from './own-text.ts';
import type { DocumentParts } from './parts.ts';
import { settleField, withPending } from './settle.ts';
import { pairsOfLines, pairsOfText } from './signoff-text.ts';
import { isChoiceLabel, isStateLabel, isStepLabel, stageOf } from './stage.ts';
import type { FormKind } from './terms.ts';
import { firstLineTitle, isNoTitle, titleBehindForm, titleOfText, withoutSite } from './title.ts';
import { trailOfRow, trailOfSentence } from './trail/act.ts';
import { mergeTrails, oldestFirst, withApprover, withReviewers, withStepAtHand } from './trail/merge.ts';
import { trailOfTable } from './trail/table.ts';
import { ROLES, type Role } from './vocabulary.ts';
import { NOTE_WORDS, STAGE_REASONS } from './words.ts';

/** Roles of a form by which it is told that a page shows a document at all. */
const FEWEST_ROLES = 2;

/**
 * From parts to the model: the one way that page readers and file parsers share. Every role of ROLES stands in the result
 * once. Pure; the same parts give the same model.
 */
export function assemble(parts: DocumentParts): DocumentModel {
  const blocks = [...withLinesApart(parts.blocks)];
  const pairs = withoutAnnexes(parts);
  const form = formOf(pairs);
  const hints = hintsOf(parts, pairs);
  const told = withStepAtHand(withReviewers(trailOf(parts, pairs, form)), hints?.states ?? []);
  const settled = parts.stage
    ? { stage: parts.stage, reason: STAGE_REASONS.given }
    : stageOf(told, hints, parts.family?.states);
  const trail = withApprover(told, settled.stage);
  const written = titleOfText(blocks) || titleBehindForm(blocks);
  // 主题 and 名称 may name what a form is about; the line at the top of a file names the form.
  const named = parts.from === 'file' ? firstLineTitle(blocks) : undefined;
  const text = [...pairsOfText(blocks, form), ...pairsOfLines(blocks, written)];
  const ground = { parts, form, trail, numbered: pairs.some(({ label }) => isForeignNumber(labelKey(label))) };
  const note = attachmentsNote(blocks)?.text ?? '';
  // On a saved page the first line of 附件： is told as a box too; the text has all of them.
  const isPartOfNote = ({ role, written }: Candidate): boolean =>
    role === 'attachmentsNote' && written !== '' && note !== written && note.startsWith(written);
  const candidates = [
    ...pairs
      .flatMap((pair) => candidatesOfPair(pair, 'box', ground))
      .filter((one) => !isPartOfNote(one) && !(named !== undefined && isGuessedTitle(one))),
    ...candidatesOfTrail(trail),
    ...text.flatMap((pair) => candidatesOfPair(pair, 'text', ground)),
    ...titleCandidate(written, blocks),
  ];
  // Sorted role by role: who of several decided last is a question among those of one role.
  const byRole = new Map(
    [...Map.groupBy(candidates, ({ role }) => role)].map(([role, own]) => [role, own.sort(compareCandidates)]),
  );
  const settledFields = ROLES.map((role) =>
    settleField(role, byRole.get(role) ?? [], parts, { stage: settled.stage, trail }),
  );
  const textOf = (role: Role): string => {
    const { value } = fieldOf({ fields: settledFields }, role);
    return typeof value === 'string' ? value : '';
  };
  const heading = withoutSite(cleanText(parts.heading ?? ''));
  const ofFile = withoutSite(cleanText(parts.title));
  const title = textOf('title') || named || heading || textOf('serviceName') || (isNoTitle(ofFile) ? '' : ofFile);
  const labels = pairs.filter((pair) => !pair.hidden).map((pair) => pair.label);
  const kind =
    parts.kind ??
    kindOf({
      title,
      // The frame of a number that is still to be given tells the kind too.
      docNumber: textOf('docNumber') || fieldOf({ fields: settledFields }, 'docNumber').written,
      kindWord: textOf('kindWord'),
      labels,
      blocks: blocks.filter((block) => !block.hidden),
    });
  const kindWord = kind.kind === 'official' ? wordOfTitle(title) || wordOfTitle(textOf('kindWord')) : '';
  const fields = settledFields.map((field) =>
    withPending(field, byRole.get(field.role)?.[0], parts, { stage: settled.stage, kind: kind.kind, trail }),
  );
  const secrecy = findSecrecy(fieldOf({ fields }, 'secrecy'), [...parts.pairs, ...text], blocks);
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
    ...(parts.recordType === undefined ? {} : { recordType: parts.recordType }),
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
    ...secrecyOf(secrecy),
    isDocument,
  };
}

const isGuessedTitle = ({ role, confidence }: Candidate): boolean => role === 'title' && confidence === 'guessed';

/** A classification stops everything; what may be one, and what is only for inside, is asked about before it is kept. */
function secrecyOf(found: DocumentSecrecy | undefined): Pick<DocumentModel, 'classified' | 'askBeforeKeeping'> {
  if (found === undefined) return {};
  const { mark, source } = found;
  return found.judged === 'classified'
    ? { classified: { mark, source } }
    : { askBeforeKeeping: { why: found.why, mark, source } };
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
  if (seen.some(({ confidence }) => confidence === 'taught')) return true;
  const boxed = new Set(seen.filter(({ origin }) => origin === 'box').map(({ role }) => role));
  const own = seen.some((one) => one.origin === 'box' && !isOfAnyForm(one));
  if ((boxed.size >= FEWEST_ROLES && own) || trail.some((step) => step.state === 'done')) return true;
  return (
    kind !== 'unknown' && (seen.length > 0 || labels > FEWEST_ROLES || (LISTED_KINDS.has(kind) && holdsList(parts)))
  );
}

/** Boxes that an application for leave and a card of a person have as well: 附件, 备注, 电话, and whom the flow will ask. */
const OF_ANY_FORM: ReadonlySet<Role> = new Set([
  'attachmentsNote',
  'pageRemark',
  'contact',
  'phone',
  'address',
] satisfies Role[]);
const isOfAnyForm = ({ role, confidence }: Candidate): boolean =>
  OF_ANY_FORM.has(role) || ((role === 'approver' || role === 'copyRecipients') && confidence !== 'exact');

/** Kinds whose boxes may be the columns of a list. */
const LISTED_KINDS: ReadonlySet<DocumentModel['kind']> = new Set(['record', 'case', 'table', 'guide']);
/** Rows in which the titles of columns are looked for, and how many of them are known. */
const HEAD_ROWS = 4;
const FEWEST_COLUMNS = 3;

const holdsList = ({ blocks }: DocumentParts): boolean =>
  blocks.some(
    ({ rows = [], hidden }) =>
      !hidden &&
      rows.length > 1 &&
      rows.slice(0, HEAD_ROWS).some((row) => row.filter((cell) => isKnownLabel(cell)).length >= FEWEST_COLUMNS),
  );

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

/** True for a label of the number that the sender gave: beside it 来文编号 is the number of the register here. */
const isForeignNumber = (key: string): boolean => /^(?:来文字号|来文文号|来文号|原文号|文号)$/u.test(key);

/** What kind of form the labels make. */
function formOf(pairs: readonly LabelledValue[]): FormKind | undefined {
  const keys = new Set(pairs.map((pair) => labelKey(pair.label)));
  const has = (...wanted: string[]): boolean => wanted.some((word) => keys.has(word));
  if ([...keys].some(isIncomingLabel)) return 'receiving';
  if (has('办件编号', '受理编号', '事项名称', '受理人', '受理时间')) return 'service';
  if (has('发文字号', '签发人', '签发', '主送', '主送机关', '核稿人', '核稿', '发文单位')) return 'sending';
  return undefined;
}

function trailOf(parts: DocumentParts, pairs: readonly LabelledValue[], form: FormKind | undefined): TrailStep[] {
  const names = parts.family?.steps;
  const rows = pairs.filter((pair) => !pair.hidden && !pair.predicted).flatMap((pair) => trailOfRow(pair, names));
  const tables = [...(parts.tables ?? []), ...parts.blocks].flatMap((table) => oldestFirst(trailOfTable(table, names)));
  const sentences = parts.blocks
    .filter((block) => block.region === 'form' && !block.rows)
    .flatMap((block) => block.text.split('\n').flatMap((line) => trailOfSentence(line, block.source, names)));
  const trail = mergeTrails([tables, parts.trail ?? [], rows, oldestFirst(sentences)]);
  // An incoming document was drafted elsewhere: whoever sends it into the flow here has registered it.
  return form === 'receiving'
    ? trail.map((step) => (step.role === 'drafter' ? { ...step, role: 'registrar' } : step))
    : trail;
}

/** The words of the page about its stage, with those that stand in boxes named 流程状态 and 当前环节. */
function hintsOf(parts: DocumentParts, pairs: readonly LabelledValue[]): DocumentParts['hints'] {
  if (!parts.hints) return undefined;
  const valuesOf = (isAsked: (key: string) => boolean): string[] =>
    pairs
      .filter((pair) => !pair.hidden && pair.value !== '' && isAsked(labelKey(pair.label)))
      .map((pair) => pair.value);
  // What a person can choose says nothing yet; a label that stands there with several words tells of steps.
  const states = [...Map.groupBy(pairs, ({ label }) => labelKey(label))].flatMap(([key, own]) => {
    const words = own
      .filter((pair) => !pair.hidden && pair.value !== '' && !isWritable(pair))
      .map(({ value }) => value);
    return isStateLabel(key) && new Set(words).size === 1 ? words.slice(0, 1) : [];
  });
  const [step] = valuesOf(isStepLabel);
  const choices = pairs
    .filter((pair) => !pair.hidden && isWritable(pair) && isChoiceLabel(labelKey(pair.label)))
    .map((pair) => pair.value);
  return {
    ...parts.hints,
    states: [...states, ...parts.hints.states],
    ...(step === undefined ? {} : { step }),
    ...(choices.length === 0 ? {} : { choices }),
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
