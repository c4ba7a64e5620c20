import { basename } from 'node:path';
import { sha256 } from '../base/hash.ts';
import { type Problem, problemOf } from '../base/problems.ts';
import { checkDocument, withoutContent } from '../check/check.ts';
import type { CheckRun } from '../check/run.ts';
import { type Line, threeLines } from '../check/summary.ts';
import type { DocumentModel } from '../document/model.ts';
import type { Stage } from '../document/vocabulary.ts';
import { readDocument } from '../files/read.ts';
import type { Severity } from '../rules/rule.ts';
import type { CataloguePack } from '../standards/catalogue.ts';
import type { UnitProfile } from '../unit/profile.ts';
import { besideReader, readBytes } from './disk.ts';

/** What a check needs beside the file; plain data, so that it can be handed to a worker. */
export interface CheckSettings {
  unit: UnitProfile | undefined;
  catalogue: CataloguePack;
  today: string;
  stage: Stage | undefined;
  severities: Readonly<Record<string, Severity | 'off'>>;
}

export interface CheckedFile {
  uri: string;
  /** Without its blocks and pairs: a thousand documents must not stay in memory. */
  model: DocumentModel;
  run: CheckRun;
  lines: Line[];
}

export interface UnreadFile {
  uri: string;
  /** '' when not even the bytes could be read. */
  sha256: string;
  problem: Problem;
}

export type FileResult = CheckedFile | UnreadFile;

const uriOf = (path: string): string => path.replaceAll('\\', '/').toWellFormed();

/** A file whose reading was stopped from outside, with the fingerprint of its bytes as far as they can be read. */
export async function stoppedFile(path: string, why: Problem): Promise<UnreadFile> {
  try {
    return { uri: uriOf(path), sha256: await sha256(readBytes(path)), problem: why };
  } catch {
    return { uri: uriOf(path), sha256: '', problem: why };
  }
}

/** Reads and checks one file. Never throws: what goes wrong is the file's problem. */
export async function checkFile(path: string, settings: CheckSettings): Promise<FileResult> {
  const uri = uriOf(path);
  let digest = '';
  try {
    const bytes = readBytes(path);
    digest = await sha256(bytes);
    const { stage, unit, catalogue, today, severities } = settings;
    const model = await readDocument(basename(path), bytes, {
      uri,
      sha256: digest,
      beside: besideReader(path),
      ...(stage && { stage }),
    });
    const run = checkDocument(model, { catalogue, today, severities, ...(unit && { unit }) });
    const shown = run.stopped ? withoutContent(model) : model;
    return { uri, model: { ...shown, blocks: [], pairs: [] }, run, lines: threeLines(run, shown) };
  } catch (error) {
    return { uri, sha256: digest, problem: problemOf(error) };
  }
}
