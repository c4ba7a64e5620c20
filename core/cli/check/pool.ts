import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { type Problem, problem, problemOf } from '../../base/problems.ts';
import type { FileReport } from '../../exports/check/report.ts';
import { unpackedSize } from '../../files/containers/zip.ts';
import { formatOf } from '../../files/formats.ts';
import { LIMITS } from '../../files/limits.ts';
import { readBytes } from '../disk.ts';
import { stoppedFile } from './check-file.ts';
import { type ReportSettings, reportFile, reportOf } from './report-file.ts';

/** Files by their index in the order of the result. */
type Batch = readonly (readonly [index: number, path: string])[];
/** What a thread is told to do, and what it answers, file by file in the order given. */
export type Task = Batch;
export type Answer = [index: number, reports: FileReport[]];

/** How files are told. */
export interface PoolOptions {
  /** Most threads at a time. */
  jobs: number;
  /** Hears how many files are done. */
  progress?: (done: number) => void;
  /** Bounds on one file, kept from outside; a test sets its own. */
  limits?: Readonly<Record<keyof typeof LIMITS.reading, number>>;
  /** What runs in a thread; a test sets its own. */
  program?: URL;
}

/** Fewer files than this for each job are not worth a thread: it has to load the program first. */
const FILES_A_JOB = 16;
const BIGGEST_BATCH = 16;
/**
 * Megabytes of a thread's memory for what was just made. With as much as Node takes by itself, pages that are done with
 * outlive their time.
 */
const YOUNG_MEMORY = 12;
/** Milliseconds between two looks at how long a file takes. */
const WATCH_EVERY = 200;

/**
 * Tells files, with up to `jobs` at work at a time. Reports stand in the order of the paths and are the same whatever the
 * number of jobs. They are read in threads, where each can be stopped: a file that takes too long or too much memory becomes
 * the problem `file-too-slow` or `file-too-heavy`, and the others go on. Only a few small files are read in this thread,
 * since a thread would take longer than they do.
 */
export async function reportAll(
  paths: readonly string[],
  settings: ReportSettings,
  options: PoolOptions,
): Promise<FileReport[]> {
  const { jobs, progress, limits = LIMITS.reading, program = new URL('./worker.ts', import.meta.url) } = options;
  const all: FileReport[][] = [];
  let done = 0;
  const keep = (index: number, reports: FileReport[]): void => {
    all[index] = reports;
    done += 1;
    progress?.(done);
  };
  if (paths.length < FILES_A_JOB && paths.every((path) => isSmall(path, limits.small))) {
    for (const [index, path] of paths.entries()) keep(index, await reportFile(path, settings));
    return all.flat();
  }
  const threads = Math.max(1, Math.min(jobs, Math.floor(paths.length / FILES_A_JOB)));
  const next = batches([...paths.entries()], threads);
  // Loaded only now: a small file needs no thread.
  const { Worker } = await import('node:worker_threads');
  const start = (): Worker =>
    new Worker(program, {
      workerData: settings,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEMORY, maxOldGenerationSizeMb: limits.memory },
    });
  const run: Run = { start, settings, limits, threads, next, keep };
  await Promise.all(Array.from({ length: threads }, () => runThreads(run)));
  return all.flat();
}

/**
 * Whether a file holds at most so many bytes, unpacked, and is of no format that is always watched. One that cannot be opened is
 * told of at once: it is small too.
 */
function isSmall(path: string, most: number): boolean {
  try {
    if (statSync(path).size > most) return false;
    const bytes = readBytes(path);
    return formatOf({ name: basename(path), bytes })?.watched !== true && unpackedSize(bytes) <= most;
  } catch {
    return true;
  }
}

/** Hands out batches that grow smaller towards the end, so that no thread is left with much when the others are done. */
function batches(files: Batch, threads: number): () => Batch {
  let from = 0;
  return () => {
    const size = Math.max(1, Math.min(BIGGEST_BATCH, Math.floor((files.length - from) / (2 * threads))));
    const batch = files.slice(from, from + size);
    from += batch.length;
    return batch;
  };
}

interface Run extends Required<Pick<PoolOptions, 'limits'>> {
  start: () => Worker;
  settings: ReportSettings;
  threads: number;
  next: () => Batch;
  keep: (index: number, reports: FileReport[]) => void;
}

/** Milliseconds since now, by the clock and of the processor for the whole process. */
function stopwatch(): { clock: () => number; processor: () => number } {
  const [began, used] = [performance.now(), process.cpuUsage()];
  return {
    clock: () => performance.now() - began,
    processor: () => {
      const { user, system } = process.cpuUsage(used);
      return (user + system) / 1_000;
    },
  };
}

/** One thread after another: where one had to be stopped, the next goes on behind the file that it was stopped at. */
async function runThreads(run: Run): Promise<void> {
  let left: Batch = run.next();
  while (left.length > 0) {
    const stopped = await runThread(run, left);
    if (!stopped) return;
    const [[index, path] = [0, ''], ...rest] = stopped.left;
    run.keep(index, [reportOf(await stoppedFile(path, stopped.problem(basename(path))), run.settings)]);
    left = rest.length > 0 ? rest : run.next();
  }
}

/** What a thread leaves behind that was stopped: the file that it was at, and those that it had not begun. */
interface Stopped {
  left: Batch;
  problem: (name: string) => Problem;
}

/** Runs a thread until there is nothing left to do, or until it has to be stopped. */
function runThread({ start, limits, threads, next, keep }: Run, first: Batch): Promise<Stopped | undefined> {
  const worker = start();
  let timer: NodeJS.Timeout | undefined;
  return new Promise<Stopped | undefined>((resolve) => {
    let waiting: Batch = [];
    const stop = (why: Stopped['problem']): void => {
      // An answer that comes now is too late: its file is told already.
      worker.removeAllListeners('message');
      resolve({ left: waiting, problem: why });
    };
    const give = (batch: Batch): void => {
      if (batch.length === 0) return;
      waiting = [...waiting, ...batch];
      worker.postMessage(batch satisfies Task);
    };
    // The next file begins when the one before is answered; only the first has to wait for the program.
    let watched = stopwatch();
    timer = setInterval(() => {
      // A thread that is at work has at least its share of what all of them used.
      if (watched.processor() < limits.processor * threads && watched.clock() < limits.clock) return;
      stop((name) => problem('file-too-slow', { name }));
    }, WATCH_EVERY);
    worker.on('message', ([index, reports]: Answer) => {
      watched = stopwatch();
      keep(index, reports);
      waiting = waiting.slice(1);
      // The next batch is there before the last file of this one is done.
      if (waiting.length <= 1) give(next());
      if (waiting.length === 0) resolve(undefined);
    });
    // An error may overtake answers that were given before it; at the end of the thread all of them are here.
    worker.once('error', (error: NodeJS.ErrnoException) =>
      worker.once('exit', () =>
        stop((name) =>
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? problem('file-too-heavy', { name }) : problemOf(error),
        ),
      ),
    );
    give(first);
  }).finally(() => {
    clearInterval(timer);
    return worker.terminate();
  });
}
