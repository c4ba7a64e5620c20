import { Worker } from 'node:worker_threads';
import { type CheckSettings, checkFile, type FileResult } from './check-file.ts';

/** What a worker is told to do, and what it answers. */
export interface Task {
  index: number;
  path: string;
}
export interface Answer {
  index: number;
  result: FileResult;
}

/** Checks files, at most `jobs` at a time, each further one in a thread of its own. Results stand in the order of the paths. */
export async function checkAll(
  paths: readonly string[],
  settings: CheckSettings,
  jobs: number,
  progress: (done: number) => void,
): Promise<FileResult[]> {
  const results: FileResult[] = [];
  let done = 0;
  const keep = (index: number, result: FileResult): void => {
    results[index] = result;
    done += 1;
    progress(done);
  };
  const tasks = paths.entries();
  if (Math.min(jobs, paths.length) <= 1) {
    for (const [index, path] of tasks) keep(index, await checkFile(path, settings));
    return results;
  }
  await Promise.all(Array.from({ length: Math.min(jobs, paths.length) }, () => runWorker(settings, tasks, keep)));
  return results;
}

function runWorker(
  settings: CheckSettings,
  tasks: Iterator<[number, string]>,
  keep: (index: number, result: FileResult) => void,
): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: settings });
  return new Promise<void>((resolve, reject) => {
    const next = (): void => {
      const task = tasks.next();
      if (task.done) resolve();
      else worker.postMessage({ index: task.value[0], path: task.value[1] } satisfies Task);
    };
    worker.on('message', ({ index, result }: Answer) => {
      keep(index, result);
      next();
    });
    worker.on('error', reject);
    next();
  }).finally(() => worker.terminate());
}
