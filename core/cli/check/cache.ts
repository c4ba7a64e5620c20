import {
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { canonicalJson } from '../../base/canonical.ts';
import { sha256Now } from '../../base/hash.ts';
import { ProblemError } from '../../base/problems.ts';
import type { FileReport } from '../../exports/check/report.ts';
import type { Beside } from '../../files/parser.ts';
import { READ_FAULTS } from '../words.ts';
import type { OpenFile } from './check-file.ts';

/** Where results of earlier runs lie. Plain data, as `CheckSettings`. */
export interface Cache {
  folder: string;
  /** Digest of everything that a result depends on beside the file. */
  context: string;
}

/** What was read beside a page, by reference: its digest, '' where there was nothing. */
type BesideRead = [reference: string, sha256: string][];

interface Entry {
  beside: BesideRead;
  reports: FileReport[];
}

/** More entries, or more bytes in all, than this are not kept: the longest unused go first. */
const MOST = { entries: 20_000, bytes: 200_000_000 };
const ENTRY_NAME = /^[0-9a-f]{64}\.json$/;
/** A half-written entry that is older than this was left behind by a run that was stopped. Milliseconds. */
const LEFT_BEHIND = 3_600_000;

/** A cache in a folder, which is made. `inputs` is whatever the results depend on. @throws ProblemError */
export function openCache(folder: string, inputs: unknown): Cache {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new ProblemError('file-unreadable', { name: basename(folder), why: READ_FAULTS.other }, error);
  }
  return { folder, context: sha256Now(canonicalJson([programDigest(), JSON.parse(JSON.stringify(inputs))])) };
}

/**
 * The program itself: a bundle lies in a folder that is called by the digest of what is in it; of sources the states of their
 * files are told.
 */
function programDigest(): string {
  const folder = import.meta.dirname;
  if (!folder.endsWith(join('core', 'cli', 'check'))) return basename(folder);
  const core = dirname(dirname(folder));
  const states = globSync('**/*.ts', { cwd: core })
    .sort()
    .map((name) => [name, statSync(join(core, name)).size, statSync(join(core, name)).mtimeMs]);
  return sha256Now(JSON.stringify(states));
}

const pathOf = ({ folder, context }: Cache, { uri, sha256 }: OpenFile): string =>
  join(folder, `${sha256Now(JSON.stringify([context, uri, sha256]))}.json`);

/** What an earlier run told of a file; undefined when none did, or what it wrote is damaged or not true any more. */
export function readCached(cache: Cache, file: OpenFile): FileReport[] | undefined {
  const path = pathOf(cache, file);
  try {
    const [digest, text = ''] = readFileSync(path, 'utf8').split('\n', 2);
    if (digest !== sha256Now(text)) return undefined;
    const { beside, reports } = JSON.parse(text) as Entry;
    if (beside.some(([reference, sha256]) => digestOf(file.beside(reference)) !== sha256)) return undefined;
    const now = new Date();
    utimesSync(path, now, now);
    return reports;
  } catch {
    return undefined;
  }
}

const digestOf = (bytes: Uint8Array | undefined): string => (bytes ? sha256Now(bytes) : '');

/** Keeps what is told of a file. A folder that cannot be written makes nothing worse than slow. */
export function writeCached(cache: Cache, file: OpenFile, entry: Entry): void {
  const path = pathOf(cache, file);
  const made = `${path}.${process.pid}-${Math.random().toString(36).slice(2)}`;
  const text = JSON.stringify(entry);
  try {
    writeFileSync(made, `${sha256Now(text)}\n${text}`);
    renameSync(made, path);
  } catch {
    rmSync(made, { force: true });
  }
}

/** The same reader, and what it was asked for. */
export function recording(beside: Beside): { beside: Beside; read: BesideRead } {
  const read: BesideRead = [];
  return {
    read,
    beside: (reference) => {
      const bytes = beside(reference);
      read.push([reference, digestOf(bytes)]);
      return bytes;
    },
  };
}

/** Takes away what is too much. Nothing is touched that the cache did not write itself. */
export function tidyCache(folder: string, most = MOST): void {
  const facts = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const { mtimeMs = 0, size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
    if (/^[0-9a-f]{64}\.json\.\d+-\w+$/.test(name) && Date.now() - mtimeMs > LEFT_BEHIND) rmSync(path, { force: true });
    return ENTRY_NAME.test(name) ? [{ path, mtimeMs, size }] : [];
  });
  let bytes = 0;
  for (const [index, { path, size }] of facts.sort((left, right) => right.mtimeMs - left.mtimeMs).entries()) {
    bytes += size;
    if (index >= most.entries || bytes > most.bytes) rmSync(path, { force: true });
  }
}
