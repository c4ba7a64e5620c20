import { basename } from 'node:path';
import { sha256 } from '../../base/hash.ts';
import { type Problem, problemOf } from '../../base/problems.ts';
import { fillSlots } from '../../base/text.ts';
import { checkDocument, withoutContent } from '../../check/check.ts';
import type { CheckRun } from '../../check/run.ts';
import { type Paired, pairedOf } from '../../check/scans.ts';
import { type Line, threeLines } from '../../check/summary.ts';
import type { DocumentModel } from '../../document/model.ts';
import type { Stage } from '../../document/vocabulary.ts';
import type { Quote } from '../../exports/check/report.ts';
import type { Beside } from '../../files/parser.ts';
import { readWhole } from '../../files/read.ts';
import type { Mapping } from '../../readers/taught/mapping.ts';
import type { RulePack } from '../../rules/own/pack.ts';
import type { Severity } from '../../rules/rule.ts';
import type { CataloguePack } from '../../standards/catalogue.ts';
import type { UnitProfile } from '../../unit/profile.ts';
import { besideReader, readBytes } from '../disk.ts';
import { WORDS } from '../words.ts';
import { quotesOf } from './quotes.ts';

/** What a check needs beside the file; plain data, so that it can be handed to a worker. */
export interface CheckSettings {
  unit: UnitProfile | undefined;
  catalogue: CataloguePack;
  today: string;
  stage: Stage | undefined;
  severities: Readonly<Record<string, Severity | 'off'>>;
  /** The unit's own rules. */
  packs: readonly RulePack[];
  /** Forms of an OA that were taught, for saved pages. */
  mappings: readonly Mapping[];
}

export interface CheckedFile {
  uri: string;
  /** Without its blocks and pairs: a thousand documents must not stay in memory. */
  model: DocumentModel;
  run: CheckRun;
  lines: Line[];
  /** What stands where findings point to, by their ids. */
  quotes: Record<string, Quote[]>;
  /** By which a scan finds the file that it shows. */
  paired: Paired;
}

export interface UnreadFile {
  uri: string;
  /** '' when not even the bytes could be read. */
  sha256: string;
  problem: Problem;
}

export type FileResult = CheckedFile | UnreadFile;

/** A file with its bytes: its path, or the path of an archive and the name in it. */
export interface OpenFile {
  uri: string;
  /** Without folders. */
  name: string;
  bytes: Uint8Array;
  sha256: string;
  beside: Beside;
}

export const uriOf = (path: string): string => path.replaceAll('\\', '/').toWellFormed();

/** A file whose reading was stopped from outside, with the fingerprint of its bytes as far as they can be read. */
export async function stoppedFile(path: string, why: Problem): Promise<UnreadFile> {
  try {
    return { uri: uriOf(path), sha256: await sha256(readBytes(path)), problem: why };
  } catch {
    return { uri: uriOf(path), sha256: '', problem: why };
  }
}

/** The file at a path; undefined bytes make it an unread one. Never throws. */
export async function openFile(path: string): Promise<OpenFile | UnreadFile> {
  const uri = uriOf(path);
  try {
    const bytes = readBytes(path);
    return { uri, name: basename(path), bytes, sha256: await sha256(bytes), beside: besideReader(path) };
  } catch (error) {
    return { uri, sha256: '', problem: problemOf(error) };
  }
}

/**
 * Reads and checks one file: a document, or the rows of a list page as so many documents, each called by the file and its row.
 * Never throws: what goes wrong is the file's problem.
 */
export async function checkFile(file: OpenFile, settings: CheckSettings): Promise<FileResult[]> {
  const { uri, name, bytes, sha256, beside } = file;
  try {
    const { stage, unit, catalogue, today, severities, packs, mappings } = settings;
    const how = { uri, sha256, beside, mappings, ...(stage && { stage }) };
    const { model, register } = await readWhole(name, bytes, how);
    const rules = packs.length > 0 && { rules: (await import('../../rules/own/with-packs.ts')).withPacks(packs) };
    const options = { catalogue, today, severities, kept: false, ...(unit && { unit }), ...rules };
    const run = checkDocument(model, options);
    if (register === undefined || run.stopped) return [checkedFile(file, uri, model, run)];
    const { checkListed } = await import('../../check/rows.ts');
    return checkListed(register, options).map((row) => {
      const called = `${uri}/${fillSlots(WORDS.row, { serial: row.serial })}`;
      return checkedFile(file, called, { ...row.model, uri: called, sha256 }, row.run);
    });
  } catch (error) {
    return [{ uri, sha256, problem: problemOf(error) }];
  }
}

function checkedFile({ name }: OpenFile, uri: string, model: DocumentModel, run: CheckRun): CheckedFile {
  const shown = run.stopped ? withoutContent(model) : model;
  const quotes = quotesOf(shown, run.findings);
  const paired = pairedOf(shown, name);
  return { uri, model: { ...shown, blocks: [], pairs: [] }, run, lines: threeLines(run, shown), quotes, paired };
}
