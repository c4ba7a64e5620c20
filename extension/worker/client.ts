import { proxy, type Remote, wrap } from 'comlink';
import { type Problem, ProblemError, problem } from '../../core/base/problems.ts';
import type { Progress } from '../../core/base/progress.ts';
import { LIMITS } from '../../core/files/limits.ts';
import type { TableAbout } from '../../core/unit/catalogue-file.ts';
import type { BackupWork } from './backup.ts';
import type { CataloguePreview, CatalogueWork } from './catalogues.ts';
import type { IntegrityWork } from './integrity.ts';
import type { ArchiveMember, FileContext, FileReading } from './read-file.ts';
import type { RecordWork } from './records.ts';
import type { SearchWork } from './search.ts';
import type { TaskWork } from './tasks.ts';
import type { UnitWork } from './unit-tables.ts';
import type { Work } from './work.ts';
import type { Reply, WorkerEnds } from './worker.ts';

const startWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

let remote: Remote<WorkerEnds> | undefined;

/** The worker, started by the first who needs it and kept: one for the life of the page. */
function worker(): Remote<WorkerEnds> {
  remote ??= wrap<WorkerEnds>(startWorker());
  return remote;
}

async function unwrap<Answer>(reply: Promise<Reply<Answer>>): Promise<Answer> {
  const got = await reply;
  if (!got.ok) throw new ProblemError(got.problem);
  return got.value;
}

/** Long work over the ledger and over files, done in the worker. Failures are ProblemErrors, as if the work were done here. */
export const ledgerWork: Omit<Work, 'readFile' | 'openFile'> & {
  /** `signal` stops the work: its worker ends at once. */
  openFile(content: Blob, name: string, signal?: AbortSignal): Promise<ArchiveMember[] | undefined>;
  readFile(content: Blob, name: string, context?: FileContext, signal?: AbortSignal): Promise<FileReading>;
} = {
  verify: (checked = () => {}, after, witness) => unwrap(worker().verify(proxy(checked), after, witness)),
  verifyFile: (content, name, witness) => unwrap(worker().verifyFile(content, name, witness)),
  compareFile: (content, name, read = () => {}) => unwrap(worker().compareFile(content, name, proxy(read))),
  compareMerge: (files, asked, read = () => {}) => unwrap(worker().compareMerge(files, asked, proxy(read))),
  exportMerged: (unit) => unwrap(worker().exportMerged(unit)),
  exportMerge: (compared, form) => unwrap(worker().exportMerge(compared, form)),
  sheet: (most) => unwrap(worker().sheet(most)),
  exportFile: (form, unit, judged) => unwrap(worker().exportFile(form, unit, judged)),
  exportRegister: (register, form, about) => unwrap(worker().exportRegister(register, form, about)),
  openFile: (content, name, signal) =>
    readWatched((ends) => ends.openFile(content, name), name, { ...(signal && { signal }) }),
  readFile: (content, name, context, signal) =>
    readWatched((ends) => ends.readFile(content, name, context), name, { ...(signal && { signal }) }),
};

/** Backups without being asked for, done in the worker. Failures are ProblemErrors. */
export const backupWork: BackupWork = {
  backupState: () => unwrap(worker().backupState()),
  holds: (entry) => unwrap(worker().holds(entry)),
  planBackup: (how, folder) => unwrap(worker().planBackup(how, folder)),
  backupFolder: () => unwrap(worker().backupFolder()),
  backUp: (unit) => unwrap(worker().backUp(unit)),
  newestBackup: () => unwrap(worker().newestBackup()),
  rehearse: (content, name, read = () => {}) => unwrap(worker().rehearse(content, name, proxy(read))),
};

/** Checkpoints, done in the worker. Failures are ProblemErrors. */
export const integrityWork: IntegrityWork = {
  makeCheckpoint: () => unwrap(worker().makeCheckpoint()),
  checkpoints: (most) => unwrap(worker().checkpoints(most)),
  checkTail: () => unwrap(worker().checkTail()),
  hasSm3: () => unwrap(worker().hasSm3()),
  setSm3: (on) => unwrap(worker().setSm3(on)),
  checkSm3: () => unwrap(worker().checkSm3()),
};

/** Work over the records of the ledger, done in the worker; a table is read in one of its own. Failures are ProblemErrors. */
export const recordWork: RecordWork = {
  recordFindings: (record, context) => unwrap(worker().recordFindings(record, context)),
  recordTable: (type, filled) => unwrap(worker().recordTable(type, filled)),
  readRecordTable: (content, name, type) => readWatched((ends) => ends.readRecordTable(content, name, type), name),
  records: (context) => unwrap(worker().records(context)),
  due: (context) => unwrap(worker().due(context)),
  belonging: (hash) => unwrap(worker().belonging(hash)),
};

/** Work over the tables of a unit's profile; a workbook is read in a worker of its own. Failures are ProblemErrors. */
export const unitWork: UnitWork = {
  readUnitTables: (content, name, before) => readWatched((ends) => ends.readUnitTables(content, name, before), name),
  unitTables: (profile) => unwrap(worker().unitTables(profile)),
  coverage: (unit, on) => unwrap(worker().coverage(unit, on)),
  standard: (unit, designation, on) => unwrap(worker().standard(unit, designation, on)),
  citing: (asked) => unwrap(worker().citing(asked)),
  system: (unit, on) => unwrap(worker().system(unit, on)),
  systemTable: (unit, on) => unwrap(worker().systemTable(unit, on)),
  coverageTable: (unit, on) => unwrap(worker().coverageTable(unit, on)),
};

/** Search over standards and over everything, done in the worker. Failures are ProblemErrors. */
export const searchWork: SearchWork = {
  searchFor: (unit) => unwrap(worker().searchFor(unit)),
  standards: (question, most) => unwrap(worker().standards(question, most)),
  everywhere: (words, most) => unwrap(worker().everywhere(words, most)),
};

/** Work over catalogues of standards; a file is read in a worker of its own. Failures are ProblemErrors. */
export const catalogueWork: Omit<CatalogueWork, 'previewCatalogue'> & {
  /** `signal` stops the reading: its worker ends at once. */
  previewCatalogue(
    content: Blob,
    name: string,
    about: TableAbout | undefined,
    read: Progress,
    signal: AbortSignal,
  ): Promise<CataloguePreview>;
} = {
  previewCatalogue: (content, name, about, read, signal) =>
    readWatched((ends) => ends.previewCatalogue(content, name, about, proxy(read)), name, {
      most: LIMITS.reading.table,
      signal,
    }),
  catalogueTouches: (pack, unit) => unwrap(worker().catalogueTouches(pack, unit)),
  settledWithout: (id, unit) => unwrap(worker().settledWithout(id, unit)),
  catalogues: () => unwrap(worker().catalogues()),
  catalogueTemplate: () => unwrap(worker().catalogueTemplate()),
};

/** How a reading is watched; a test sets its own. */
interface Watch {
  start?: () => Worker;
  most?: number;
  signal?: AbortSignal;
}

/** Work over what changes, done in the worker. Failures are ProblemErrors. */
export const taskWork: TaskWork = {
  serviceWork: (before, taken, source) => unwrap(worker().serviceWork(before, taken, source)),
  tasksTable: (tasks, unit) => unwrap(worker().tasksTable(tasks, unit)),
};

/**
 * Reads one file in a worker of its own, which ends with it: one that never comes to its end, or takes the worker with it,
 * holds up nothing else. Rejects with `file-too-slow` after `most` milliseconds, `file-too-heavy` when the worker breaks, and
 * `file-stopped` when the person stopped it.
 */
export async function readWatched<Answer>(
  read: (ends: Remote<WorkerEnds>) => Promise<Reply<Answer>>,
  name: string,
  { start = startWorker, most = LIMITS.reading.browser, signal }: Watch = {},
): Promise<Answer> {
  const own = start();
  let late: ReturnType<typeof setTimeout> | undefined;
  const stopped = new Promise<Reply<Answer>>((resolve) => {
    const stop = (why: Problem): void => resolve({ ok: false, problem: why });
    late = setTimeout(() => stop(problem('file-too-slow', { name })), most);
    own.addEventListener('error', () => stop(problem('file-too-heavy', { name })));
    signal?.addEventListener('abort', () => stop(problem('file-stopped', { name })));
  });
  try {
    return await unwrap(Promise.race([read(wrap<WorkerEnds>(own)), stopped]));
  } finally {
    clearTimeout(late);
    own.terminate();
  }
}
