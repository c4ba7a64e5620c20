import { isIsoDay } from '../base/dates.ts';
import { sha256Now } from '../base/hash.ts';
import { ProblemError } from '../base/problems.ts';
import { shorten } from '../base/text.ts';
import type { CheckRun } from '../check/run.ts';
import type { DocumentModel } from '../document/model.ts';
import type { EntryDraft } from '../ledger/entry.ts';
import type { EvidencePayload, NotePayload } from '../ledger/kinds/index.ts';
import { maskPayload } from '../privacy/mask.ts';
import { evidenceDraft } from './evidence.ts';
import { withValidity } from './validity.ts';

/*
 * Evidence that is on no page: a paper, a file, a note. A person enters it; nothing is filled in for them that they did not
 * read somewhere, the day of the fact least of all.
 */

/** What a person says of whatever they enter. */
export interface Entered {
  /** What it is: 2025年第一季度培训签到表. */
  title: string;
  /** The fact's own day as it stands on the thing, ISO; '' when none stands there. */
  factOn: string;
  indicators: readonly string[];
  /** The last day on which it holds, ISO, as it stands on the thing; '' when none stands there. */
  validTo?: string;
  /** The earlier evidence whose place it takes because that one's time ran out. */
  renews?: NonNullable<EvidencePayload['renews']>;
}

/** Who enters it, and when (ISO date-time UTC). */
export interface EnteredBy {
  actor: string;
  capturedAt: string;
}

/** A paper that stays a paper: what it is and where it stands. */
export interface EnteredPaper extends Entered {
  cabinet: string;
  box: string;
  stub: string;
  remark: string;
  /** Bytes of a photograph of it, JPEG. */
  photo?: Uint8Array;
}

export interface EnteredNote extends Entered {
  text: string;
}

/** What stays at an address: a shared file, a page of another system. It is never fetched. */
export interface EnteredLink extends Entered {
  address: string;
  remark: string;
}

/** A file as its bytes are, before anything of it was read. */
export interface FileFacts {
  /** Without folders. */
  name: string;
  /** Bytes. */
  size: number;
  sha256: string;
}

const SUBJECT_LENGTH = 200;

/**
 * Refuses what is no evidence yet: without a word for what it is, of a day that has not come, or that held no longer than to a
 * day before it was. `today` is an ISO day.
 */
export function refuseUnfinished(
  { title, factOn, validTo = '' }: Pick<Entered, 'title' | 'factOn' | 'validTo'>,
  today: string,
): void {
  if (title.trim() === '') throw new ProblemError('entered-no-title');
  if (factOn !== '' && (!isIsoDay(factOn) || factOn > today))
    throw new ProblemError('entered-day', { day: shorten(factOn, 20) });
  if (validTo !== '' && (!isIsoDay(validTo) || validTo < factOn))
    throw new ProblemError('entered-valid-to', { day: shorten(validTo, 20) });
}

/** What a piece of evidence has beside its contents: how long it holds, and what it renews. */
const validity = ({ validTo = '', renews }: Entered): Pick<EvidencePayload, 'validTo' | 'renews'> => ({
  ...(validTo === '' ? {} : { validTo }),
  ...(renews && { renews }),
});

function draftOf(
  kind: 'evidence' | 'note',
  entered: Entered,
  payload: EvidencePayload | NotePayload,
  by: EnteredBy,
): EntryDraft {
  const { title, factOn, indicators } = entered;
  return {
    kind,
    factOn,
    subject: withValidity(shorten(title.trim(), SUBJECT_LENGTH), entered),
    indicators: [...indicators],
    payload,
    ...by,
  };
}

/** What evidence has of a document that was not read. */
function unread(title: string, { uri = '', sha256 = '', reader }: { uri?: string; sha256?: string; reader: string }) {
  return {
    document: { uri, sha256, key: '', kind: '', kindWord: '', stage: '', title: title.trim(), reader },
    fields: [],
    trail: [],
    attachments: [],
  };
}

const READERS = { paper: '手工登记', link: '手工登记网址', file: '没有读' } as const;

/** Characters of an address. */
const LONGEST_ADDRESS = 2_000;

const remarkOf = (remark: string): { remark?: string } => (remark.trim() === '' ? {} : { remark: remark.trim() });

/** The entry of a paper. @throws ProblemError `entered-no-place` when it could not be found again */
export function paperDraft(paper: EnteredPaper, by: EnteredBy): EntryDraft {
  const place = { cabinet: paper.cabinet.trim(), box: paper.box.trim(), stub: paper.stub.trim() };
  if (Object.values(place).every((part) => part === '')) throw new ProblemError('entered-no-place');
  const { photo } = paper;
  const payload: EvidencePayload = {
    ...unread(paper.title, { reader: READERS.paper }),
    notRead: [],
    paper: place,
    ...(photo && { photo: { sha256: sha256Now(photo), size: photo.length } }),
    ...validity(paper),
    ...remarkOf(paper.remark),
  };
  return { ...draftOf('evidence', paper, payload, by), ...(photo && { blobs: [photo] }) };
}

/** Whether bytes begin as a JPEG does, and are no more than are kept of one thing. */
export const isPhoto = (bytes: Uint8Array): boolean =>
  bytes.length <= STORED_SIZE && bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;

/** An address that a browser opens; undefined for any other, and for one with a password in it. */
export function readAddress(text: string): string | undefined {
  try {
    const { href, protocol, username, password } = new URL(text.trim());
    const opens = (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
    return opens && href.length <= LONGEST_ADDRESS ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Whether evidence was entered as an address. */
export const isLink = ({ document }: Pick<EvidencePayload, 'document'>): boolean => document.reader === READERS.link;

/** The entry of a link. @throws ProblemError `entered-no-address` */
export function linkDraft(link: EnteredLink, by: EnteredBy): EntryDraft {
  const uri = readAddress(link.address);
  if (uri === undefined) throw new ProblemError('entered-no-address');
  const payload = {
    ...unread(link.title, { uri, reader: READERS.link }),
    notRead: [],
    ...validity(link),
    ...remarkOf(link.remark),
  };
  return draftOf('evidence', link, payload, by);
}

/** The entry of a note. It is no evidence: it stands for no points. */
export const noteDraft = (note: EnteredNote, by: EnteredBy): EntryDraft =>
  draftOf('note', note, { text: note.text.trim() }, by);

/** A file that was read and checked. */
export interface ReadFile {
  file: FileFacts;
  document: DocumentModel;
  run: CheckRun;
  /** Names of the unit's services that it is about for certain. */
  services?: readonly string[];
}

/** What the entry of a file holds; the day and the subject as far as the file tells them itself. */
export type FileEntry = Pick<EntryDraft, 'factOn' | 'subject' | 'indicators'> & { payload: EvidencePayload };

/** Bytes of the largest file that is stored whole. */
export const STORED_SIZE = 10_000_000;

/**
 * Why nothing but a file's fingerprint can be kept. Bytes cannot be masked: so a file is stored whole only where all of it
 * was read and nothing personal stood in it.
 */
export type FingerprintOnly = 'too-large' | 'not-read' | 'personal';

/** What is kept of a file that was read; `only` says why its bytes are not. The file must not be classified. */
export function readFileEntry({
  file,
  document,
  run,
  services = [],
}: ReadFile): FileEntry & { only?: FingerprintOnly } {
  const { factOn, indicators, ...draft } = evidenceDraft(document, run, { actor: '', capturedAt: run.at, services });
  const payload = draft.payload as EvidencePayload;
  const only = fingerprintOnly(file, document);
  return {
    factOn,
    // A file without a title is called something by the person.
    subject: payload.document.title === '' ? '' : draft.subject,
    indicators,
    payload: { ...payload, file: { name: file.name, size: file.size, stored: false } },
    ...(only === undefined ? {} : { only }),
  };
}

function fingerprintOnly(file: FileFacts, document: DocumentModel): FingerprintOnly | undefined {
  if (file.size > STORED_SIZE) return 'too-large';
  if (document.notes.some(({ kind }) => kind === 'unreadable' || kind === 'incomplete')) return 'not-read';
  const { kind, blocks, pairs, trail, attachments } = document;
  const said = JSON.parse(JSON.stringify({ document: { kind }, blocks, pairs, trail, attachments }));
  return JSON.stringify(maskPayload(said)) === JSON.stringify(said) ? undefined : 'personal';
}

/** What is kept of a file that could not be read: its fingerprint, and why. */
export function unreadFileEntry({ name, size, sha256 }: FileFacts, why: string): FileEntry {
  return {
    factOn: '',
    subject: '',
    indicators: [],
    payload: {
      ...unread('', { uri: name, sha256, reader: READERS.file }),
      notRead: [why],
      file: { name, size, stored: false },
    },
  };
}

/** The entry of a file as the person decided: what it is called, its day where the file told none, and whether it is stored. */
export function fileDraft(
  entry: FileEntry,
  decided: Entered & { remark: string; content?: Uint8Array },
  by: EnteredBy,
): EntryDraft {
  const { payload } = entry;
  const { content } = decided;
  const title = payload.document.title || decided.title.trim();
  return {
    kind: 'evidence',
    factOn: entry.factOn || decided.factOn,
    subject: withValidity(entry.subject || shorten(decided.title.trim(), SUBJECT_LENGTH), decided),
    indicators: [...decided.indicators],
    payload: {
      ...payload,
      document: { ...payload.document, title },
      ...(payload.file && { file: { ...payload.file, stored: content !== undefined } }),
      ...validity(decided),
      ...remarkOf(decided.remark),
    },
    ...(content === undefined ? {} : { blobs: [content] }),
    ...by,
  };
}
