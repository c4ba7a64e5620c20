import { setImmediate as turn } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Answer, Task } from './pool.ts';
import { type ReportSettings, reportFile } from './report-file.ts';

/** A thread that tells one file after another for `reportAll`, batch by batch. */
let work = Promise.resolve();
parentPort?.on('message', (batch: Task) => {
  work = work.then(async () => {
    for (const [index, path] of batch) {
      parentPort?.postMessage([index, await reportFile(path, workerData as ReportSettings)] satisfies Answer);
      // What a page held weakly is only let go of between two turns of the loop.
      await turn();
    }
  });
});
