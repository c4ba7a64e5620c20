import { parentPort, workerData } from 'node:worker_threads';
import { type CheckSettings, checkFile } from './check-file.ts';
import type { Answer, Task } from './pool.ts';

/** A thread that checks one file after another for `checkAll`. */
parentPort?.on('message', ({ index, path }: Task) => {
  void checkFile(path, workerData as CheckSettings).then((result) =>
    parentPort?.postMessage({ index, result } satisfies Answer),
  );
});
