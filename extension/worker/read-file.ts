import { chinaDay } from '../../core/base/dates.ts';
import { sha256 } from '../../core/base/hash.ts';
import { type Problem, ProblemError } from '../../core/base/problems.ts';
import { checkDocument } from '../../core/check/check.ts';
import { factsOf, type PartFacts } from '../../core/check/parts.ts';
import { type Paired, pairedOf } from '../../core/check/scans.ts';
import { groupsOf } from '../../core/check/summary.ts';
import type { DocumentModel } from '../../core/document/model.ts';
import {
  type FileEntry,
  type FileFacts,
  type FingerprintOnly,
  readFileEntry,
  unreadFileEntry,
} from '../../core/evidence/entered.ts';
import { LIMITS } from '../../core/files/limits.ts';
import { membersOf } from '../../core/files/members.ts';
import { readDocument } from '../../core/files/read.ts';
import type { RulePack } from '../../core/rules/own/pack.ts';
import { withPacks } from '../../core/rules/own/with-packs.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { surelyOn } from '../../core/unit/recognise.ts';
import { catalogueInUse } from '../storage/catalogues.ts';

/** Sentences under one of the words: 必须改 and what has to be. */
export interface FileGroup {
  id: 'must' | 'look' | 'unread' | 'later';
  sentences: string[];
}

/** What came of reading a file that somebody wants to keep. */
export type FileReading = { file: FileFacts } & (
  | {
      state: 'read';
      entry: FileEntry;
      groups: FileGroup[];
      /** A person is asked before it is kept. */
      ask?: NonNullable<DocumentModel['askBeforeKeeping']>;
      /** Why its bytes cannot be kept, only its fingerprint. */
      only?: FingerprintOnly;
      /** What it is compared and paired by, with the page and with other files. */
      part: PartFacts;
      paired: Paired;
    }
  | { state: 'unread'; entry: FileEntry; problem: Problem }
  /** It bears a classification: nothing of it is here but its name, and nothing of it is kept. */
  | { state: 'stopped'; reasons: string[] }
);

/** A file in an archive, or why it cannot be had. */
export type ArchiveMember = { name: string } & ({ content: Blob } | { problem: Problem });

/** The files in an archive; undefined for what is none. Rejects with ProblemError where it cannot be opened. */
export async function openFile(content: Blob, name: string): Promise<ArchiveMember[] | undefined> {
  if (content.size > LIMITS.file.size) return undefined;
  const members = await membersOf({ name: name.toWellFormed(), bytes: new Uint8Array(await content.arrayBuffer()) });
  return members?.map((member) =>
    'problem' in member ? member : { name: member.name, content: new Blob([Uint8Array.from(member.bytes)]) },
  );
}

/** What a file is judged with: the unit's profile and its own rules. */
export interface FileContext {
  unit?: UnitProfile;
  packs?: readonly RulePack[];
}

/**
 * Reads a file as it is read from a page: the same parsers, the same rules, the same stop. Whatever the bytes, it gives a
 * reading. Rejects with `file-too-large` for a file that is too large to be looked at at all.
 */
export async function readFile(
  content: Blob,
  name: string,
  { unit, packs = [] }: FileContext = {},
): Promise<FileReading> {
  if (content.size > LIMITS.file.size) {
    const size = Math.ceil(content.size / 1e6);
    throw new ProblemError('file-too-large', { name, size, limit: LIMITS.file.size / 1e6 });
  }
  const bytes = new Uint8Array(await content.arrayBuffer());
  const file = { name: name.toWellFormed(), size: bytes.length, sha256: await sha256(bytes) };
  let document: DocumentModel;
  try {
    document = await readDocument(file.name, bytes, { uri: file.name, sha256: file.sha256 });
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const { problem } = error;
    return { state: 'unread', file, entry: unreadFileEntry(file, problem.message), problem };
  }
  const today = chinaDay(new Date().toISOString());
  const rules = withPacks(packs);
  const catalogue = await catalogueInUse();
  const run = checkDocument(document, { rules, catalogue, today, ...(unit ? { unit } : {}) });
  if (run.stopped || document.classified !== undefined)
    return { state: 'stopped', file, reasons: run.findings.map(({ message }) => message) };
  const services = surelyOn(document, unit?.services ?? []).map(({ name }) => name);
  const { only, ...entry } = readFileEntry({ file, document, run, services });
  return {
    state: 'read',
    file,
    entry,
    groups: groupsOf(run, document).map(({ id, items }) => ({
      id: id as FileGroup['id'],
      sentences: items.map(({ text }) => text),
    })),
    ...(document.askBeforeKeeping === undefined ? {} : { ask: document.askBeforeKeeping }),
    ...(only === undefined ? {} : { only }),
    part: factsOf(document, file.name),
    paired: pairedOf(document, file.name),
  };
}
