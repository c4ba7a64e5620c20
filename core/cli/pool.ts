import { Worker } from 'node:worker_threads';
import type { FileReport } from './json.ts';
import { type ReportSettings, reportFile } from './report-file.ts';

/** Files by their index in the order of the result. */
type Batch = readonly (readonly [index: number, path: string])[];
/** What a thread is told to do, and what it answers, file by file. */
export type Task = Batch;
export type Answer = [index: number, report: FileReport];

/** Fewer files than this for each job are not worth a thread: it has to load the program first. */
const FILES_A_JOB = 16;
const BIGGEST_BATCH = 16;
/**
 * Megabytes of a thread's memory for what was just made. With as much as Node takes by itself, pages that are done with
 * outlive their time.
 */
const YOUNG_MEMORY = 12;

/**
 * Tells files, with up to `jobs` at work at a time: in this thread when there are few, else in threads of their own. Reports
 * stand in the order of the paths and are the same whatever the number of jobs.
 * @param progress hears how many are done
 */
export async function reportAll(
  paths: readonly string[],
  settings: ReportSettings,
  jobs: number,
  progress: (done: number) => void,
): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  let done = 0;
  const keep = (index: number, report: FileReport): void => {
    reports[index] = report;
    done += 1;
    progress(done);
  };
  const threads = Math.min(jobs, Math.floor(paths.length / FILES_A_JOB));
  if (threads <= 1) {
    for (const [index, path] of paths.entries()) keep(index, await reportFile(path, settings));
    return reports;
  }
  const next = batches([...paths.entries()], threads);
  await Promise.all(Array.from({ length: threads }, () => runThread(settings, next, keep)));
  return reports;
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

function runThread(
  settings: ReportSettings,
  next: () => Batch,
  keep: (index: number, report: FileReport) => void,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: settings,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MEMORY },
  });
  return new Promise<void>((resolve, reject) => {
    let waiting = 0;
    const give = (): void => {
      const batch: Task = next();
      if (batch.length === 0) return;
      waiting += batch.length;
      worker.postMessage(batch);
    };
    worker.on('message', ([index, report]: Answer) => {
      keep(index, report);
      waiting -= 1;
      // The next batch is there before the last file of this one is done.
      if (waiting <= 1) give();
      if (waiting === 0) resolve();
    });
    worker.on('error', reject);
    give();
    if (waiting === 0) resolve();
  }).finally(() => worker.terminate());
}
