import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatOfName } from '../../core/files/formats.ts';
import { atMost, type BenchRow, fasterThan, median } from './row.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOCUMENTS = join(ROOT, 'fixtures/documents');
/** What `npm run duibiao` starts; npm itself is not measured. */
const START = join(ROOT, '.ci/duibiao.cjs');
const DAY = ['--today', '2026-11-23'];

/** Loaded into a process before its program: writes down what the process used, with all its threads, when it ends. */
const PROBE = `
if (require('node:worker_threads').isMainThread)
  process.on('exit', () =>
    require('node:fs').writeFileSync(process.env.BENCH_PROBE, JSON.stringify(process.resourceUsage())));
`;

interface Used {
  /** Processor time, in milliseconds. */
  processor: number;
  /** By the clock, in milliseconds. */
  clock: number;
  /** Most memory that it had at once, in bytes. */
  memory: number;
}

/** Starts Node in a process of its own and measures it until it ends. Throws when it says anything on standard error. */
type Start = (...args: string[]) => Used;

/** A place of its own for the probe and for documents, gone when `work` is over. */
async function withFolder(work: (folder: string, start: Start) => BenchRow[]): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duibiao-bench-'));
  const probe = join(folder, 'probe.cjs');
  const used = join(folder, 'used.json');
  writeFileSync(probe, PROBE);
  try {
    return work(folder, (...args) => {
      const begin = performance.now();
      const { stderr } = spawnSync(process.execPath, ['--require', probe, ...args], {
        cwd: ROOT,
        encoding: 'utf8',
        env: { ...process.env, BENCH_PROBE: used },
        maxBuffer: 100_000_000,
      });
      const clock = performance.now() - begin;
      if (stderr !== '') throw new Error(stderr);
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(used, 'utf8')) as NodeJS.ResourceUsage;
      return { processor: (userCPUTime + systemCPUTime) / 1_000, clock, memory: maxRSS * 1_024 };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The bundle is made before anything is measured: its building is no part of a start. */
function build(): void {
  const { status } = spawnSync(process.execPath, [START, '--version'], { cwd: ROOT, stdio: 'ignore' });
  if (status !== 0) throw new Error('the command line does not start');
}

const START_ROUNDS = 10;
/** The first fill V8's cache of compiled code. */
const START_WARM_UP = 2;
const SMALL_FILES = [
  { ending: 'docx', name: '通知-标准化培训.docx', limit: 4 },
  { ending: 'html', name: '办事指南-临时救助.html', limit: 8 },
] as const;

/** Processor time of one check of one small file, the whole process, beside a Node that does nothing, in turn. */
export async function cliStartBench(): Promise<BenchRow[]> {
  build();
  return withFolder((_, start) => {
    const nothing: number[] = [];
    const times = SMALL_FILES.map((): number[] => []);
    for (let round = 0; round < START_WARM_UP + START_ROUNDS; round += 1) {
      const used = [
        start('-e', '0'),
        ...SMALL_FILES.map(({ name }) => start(START, 'check', join(DOCUMENTS, name), ...DAY)),
      ];
      if (round < START_WARM_UP) continue;
      for (const [index, list] of [nothing, ...times].entries()) list.push(used[index]?.processor ?? Number.NaN);
    }
    return SMALL_FILES.map(({ ending, limit }, index) =>
      atMost(limit, {
        id: `cli-start-${ending}`,
        value: median(times[index] ?? []),
        unit: 'ms',
        reference: 'node -e 0; both are processor time of the whole process, started without npm',
        referenceValue: median(nothing),
      }),
    );
  });
}

const MANY = 1_000;
const FEWER = 250;
const MANY_ROUNDS = 3;
const MEMORY_LIMIT = 400_000_000;
/** More than this is no longer flat, from 250 documents to 1 000. */
const GROWTH_LIMIT = 1.15;

/** Copies of the documents of the fixtures in turn, those that do not open among them. */
function manyDocuments(folder: string, count: number): string {
  const names = readdirSync(DOCUMENTS)
    .filter((name) => formatOfName(name))
    .sort();
  const place = join(folder, String(count));
  mkdirSync(place);
  for (let index = 0; index < count; index += 1) {
    const name = names[index % names.length] ?? '';
    copyFileSync(join(DOCUMENTS, name), join(place, `${String(index).padStart(4, '0')}-${name}`));
  }
  return place;
}

/** A thousand mixed documents with two jobs beside the same with one, in turn; memory with two jobs. */
export async function cliManyBench(): Promise<BenchRow[]> {
  build();
  return withFolder((folder, start) => {
    const many = manyDocuments(folder, MANY);
    const fewer = manyDocuments(folder, FEWER);
    const check = (documents: string, jobs: number): Used =>
      start(START, 'check', documents, '--jobs', String(jobs), '--format', 'json', ...DAY);
    check(fewer, 1);
    const runs = { one: [] as Used[], two: [] as Used[], fewer: [] as Used[] };
    for (let round = 0; round < MANY_ROUNDS; round += 1) {
      runs.one.push(check(many, 1));
      runs.two.push(check(many, 2));
      runs.fewer.push(check(fewer, 2));
    }
    const middle = (list: readonly Used[], what: keyof Used): number => median(list.map((used) => used[what]));
    const each = (list: readonly Used[]): string => (middle(list, 'processor') / MANY).toFixed(1);
    const memory = { value: middle(runs.two, 'memory'), unit: 'bytes' } as const;
    return [
      fasterThan(1.7, {
        id: 'cli-1000',
        value: middle(runs.two, 'clock'),
        unit: 'ms',
        reference: `1 job; processor time a document ${each(runs.one)} ms, with 2 jobs ${each(runs.two)} ms`,
        referenceValue: middle(runs.one, 'clock'),
      }),
      atMost(1, { id: 'cli-1000-memory', ...memory, reference: 'limit, with 2 jobs', referenceValue: MEMORY_LIMIT }),
      atMost(GROWTH_LIMIT, {
        id: 'cli-1000-growth',
        ...memory,
        reference: `memory of ${FEWER} documents, with 2 jobs`,
        referenceValue: middle(runs.fewer, 'memory'),
      }),
    ];
  });
}
