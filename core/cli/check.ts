import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { printable } from '../base/printable.ts';
import { problem } from '../base/problems.ts';
import { fillSlots } from '../base/text.ts';
import { countStanding, goneOf, type Register, withStanding } from '../check/standing.ts';
import { STAGES } from '../document/vocabulary.ts';
import { REPORT_FORMAT_IDS, REPORT_FORMATS } from '../exports/check/formats.ts';
import { type CheckResult, type FileReport, totalsOf } from '../exports/check/report.ts';
import type { Mapping } from '../readers/taught/mapping.ts';
import { RULES } from '../rules/index.ts';
import type { RulePack } from '../rules/own/pack.ts';
import { openCache, tidyCache } from './check/cache.ts';
import { type CheckSettings, uriOf } from './check/check-file.ts';
import { ignoring } from './check/ignore.ts';
import { FAIL_ON, type FailOn, LEVELS, MOST_JOBS } from './check/levels.ts';
import { reportAll } from './check/pool.ts';
import { type ReportSettings, reportOf } from './check/report-file.ts';
import { withPairs } from './check/scans.ts';
import { type Walk, walk } from './check/walk.ts';
import type { Command, Outcome } from './command.ts';
import { readText } from './disk.ts';
import { type CommandLine, oneOf, textOf, textsOf, type Values } from './options.ts';
import { progressOn } from './progress.ts';
import { toolOf } from './tool.ts';
import { readUnit } from './unit-file.ts';
import { UsageError } from './usage.ts';
import { WORDS } from './words.ts';

export const check: Command = {
  options: {
    format: { type: 'string' },
    unit: { type: 'string' },
    stage: { type: 'string' },
    rule: { type: 'string', multiple: true },
    'fail-on': { type: 'string' },
    jobs: { type: 'string' },
    all: { type: 'boolean' },
    config: { type: 'string' },
    ignore: { type: 'string', multiple: true },
    pack: { type: 'string', multiple: true },
    mapping: { type: 'string', multiple: true },
    verdicts: { type: 'string' },
    baseline: { type: 'string' },
    'write-baseline': { type: 'string' },
    cache: { type: 'string' },
    watch: { type: 'boolean' },
  },
  formats: REPORT_FORMAT_IDS,
  async defaults(written) {
    const path = textOf(written, 'config') ?? nearestConfig('.');
    if (path === undefined) return {};
    const { configOptions } = await import('./check/config.ts');
    return configOptions(path);
  },
  async run(line) {
    if (line.words.length === 0) throw new UsageError('no-files');
    const plan = await planOf(line);
    const look = (): Walk => walk(line.words, plan.isIgnored);
    if (line.own.watch === true) return watched(plan, look);
    const found = look();
    const result = resultOf(await reportWalk(found, plan), found, plan);
    if (plan.settings.cache) tidyCache(plan.settings.cache.folder);
    if (plan.newBaseline === undefined) return outcomeOf(result, plan);
    const { writeBaseline } = await import('./check/baseline.ts');
    const count = writeBaseline(plan.newBaseline, result.files);
    say(fillSlots(WORDS.baselineWritten, { file: printable(basename(plan.newBaseline)), count }));
    return outcomeOf(result, { ...plan, failOn: 'never' });
  },
};

/** Name of the settings file that is looked for in the current folder and those above it. */
const CONFIG_NAME = 'duibiao.config.json';

function nearestConfig(folder: string): string | undefined {
  const here = resolve(folder);
  const path = join(here, CONFIG_NAME);
  if (existsSync(path)) return path;
  const above = dirname(here);
  return above === here ? undefined : nearestConfig(above);
}

/** A command line, understood. */
interface Plan {
  line: CommandLine;
  format: (typeof REPORT_FORMATS)[number];
  settings: ReportSettings;
  failOn: FailOn;
  jobs: number;
  isIgnored: ReturnType<typeof ignoring>;
  register: Register | undefined;
  newBaseline: string | undefined;
}

async function planOf(line: CommandLine): Promise<Plan> {
  const { own, out, catalogue, today } = line;
  const text = (name: string): string | undefined => textOf(own, name);
  const format = REPORT_FORMATS.find(({ id }) => id === line.format) ?? REPORT_FORMATS[0];
  const newBaseline = text('write-baseline');
  if ('binary' in format && out === undefined) throw new UsageError('needs-out', { format: format.id });
  if (own.watch === true && (out ?? newBaseline) !== undefined) throw new UsageError('watch-folders');
  const failOn = oneOf('--fail-on', text('fail-on') ?? 'error', FAIL_ON);
  const jobs = readJobs(text('jobs'));
  const [unit, stage, cache] = [text('unit'), text('stage'), text('cache')];
  const [baseline, verdicts] = [text('baseline'), text('verdicts')];
  const settings = {
    unit: unit === undefined ? undefined : await readUnit(unit),
    catalogue,
    today,
    stage: stage === undefined ? undefined : oneOf('--stage', stage, STAGES),
    packs: await readPacks(textsOf(own, 'pack')),
    mappings: await readMappings(textsOf(own, 'mapping')),
    severities: readSeverities(own),
    details: 'details' in format,
    all: own.all === true,
    masked: out !== undefined || 'handedOn' in format,
  };
  return {
    ...{ line, format, failOn, jobs, newBaseline },
    // What is kept on a disk is masked; what is shown is not, so it is not kept.
    settings: { ...settings, cache: cache !== undefined && settings.masked ? openCache(cache, settings) : undefined },
    isIgnored: ignoring(
      [...textsOf(own, 'ignore'), CONFIG_NAME],
      [
        out,
        cache,
        baseline,
        verdicts,
        newBaseline,
        text('config'),
        unit,
        ...textsOf(own, 'pack'),
        ...textsOf(own, 'mapping'),
      ].filter((path) => path !== undefined),
    ),
    register: await registerOf(baseline, verdicts),
  };
}

/** Tells what was found on the disk: names that mean nothing first, then the files in their order. */
async function reportWalk({ files, missing }: Pick<Walk, 'files' | 'missing'>, plan: Plan): Promise<FileReport[]> {
  const { settings, jobs } = plan;
  const progress = progressOn('files', WORDS.progress);
  const absent = missing.map((name) => ({ uri: name, sha256: '', problem: problem('file-missing', { name }) }));
  return [
    ...absent.map((result) => reportOf(result, settings)),
    ...(await reportAll(files, settings, { jobs, progress: (done) => progress(done, files.length) })),
  ];
}

function resultOf(
  files: FileReport[],
  { skipped }: Pick<Walk, 'skipped'>,
  { line, settings, register }: Plan,
): CheckResult {
  const { catalogue, today } = line;
  const rulePack = files.find((file) => file.rulePack !== undefined)?.rulePack;
  const [passedOver, checked] = [files.filter(isPassedOver), withPairs(files.filter((file) => !isPassedOver(file)))];
  const told = register ? withStanding(checked, register) : checked;
  return {
    tool: toolOf(catalogue, rulePack),
    today,
    unit: settings.unit?.name ?? '',
    files: told,
    skipped: [...skipped.map(uriOf), ...passedOver.map(({ uri }) => uri)],
    ...(register && { standing: standingOf(told, register) }),
  };
}

const isPassedOver = ({ passedOver }: FileReport): boolean => passedOver === true;

/** How the findings stand. The register knows documents by their whole paths, and people by those from here. */
function standingOf(files: readonly FileReport[], register: Register): NonNullable<CheckResult['standing']> {
  const placed = files.map((file) => ({ ...file, uri: resolve(file.uri) }));
  const gone = goneOf(placed, register, isThere).map((one) => ({ ...one, uri: uriOf(relative('.', one.uri)) }));
  return { counts: countStanding(files, gone), gone };
}

/** Whether a file stands there, or an archive that may hold it. */
function isThere(path: string): boolean {
  if (existsSync(path)) return true;
  const above = dirname(path);
  return above !== path && (statSync(above, { throwIfNoEntry: false })?.isFile() ?? isThere(above));
}

async function outcomeOf(result: CheckResult, { format, failOn }: Pick<Plan, 'format' | 'failOn'>): Promise<Outcome> {
  return { output: await format.write(result), code: exitCode(result.files, failOn) };
}

/** 1: something open at or above the level; 2: nothing found, and something or everything could not be read; else 0. */
function exitCode(files: readonly FileReport[], failOn: FailOn): 0 | 1 | 2 {
  const { error, warning, unread } = totalsOf(files);
  const loud = failOn === 'never' ? 0 : failOn === 'error' ? error : error + warning;
  if (loud > 0) return 1;
  return files.length === 0 || unread > 0 ? 2 : 0;
}

/** Shows everything once and then what changed, until it is stopped; the code is that of all files as they stood last. */
async function watched(plan: Plan, look: () => Walk): Promise<Outcome> {
  const { changes } = await import('./check/watch.ts');
  const last = new Map<string, FileReport[]>();
  for await (const found of changes(look)) {
    const result = resultOf(await reportWalk(found, plan), found, plan);
    if (result.files.length > 0 || found.isFirst) process.stdout.write(await plan.format.write(result));
    for (const path of found.removed) last.delete(path);
    for (const path of found.files)
      last.set(
        path,
        result.files.filter(({ uri }) => isOf(uri, path)),
      );
    if (found.isFirst) say(WORDS.watching);
  }
  return { output: '', code: exitCode([...last.values()].flat(), plan.failOn) };
}

const isOf = (uri: string, path: string): boolean => uri === uriOf(path) || uri.startsWith(`${uriOf(path)}/`);

const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

/** What was said of findings before: by the baseline, and by people, whose word goes before it. */
async function registerOf(baseline: string | undefined, verdicts: string | undefined): Promise<Register | undefined> {
  if (baseline === undefined && verdicts === undefined) return undefined;
  return new Map([
    ...(baseline === undefined ? [] : (await import('./check/baseline.ts')).readBaseline(baseline)),
    ...(verdicts === undefined ? [] : (await import('./check/verdicts.ts')).readVerdicts(verdicts)),
  ]);
}

async function readPacks(paths: readonly string[]): Promise<RulePack[]> {
  if (paths.length === 0) return [];
  const { parseRulePack } = await import('../rules/own/pack.ts');
  return paths.map((path) => parseRulePack(readText(path), basename(path)));
}

async function readMappings(paths: readonly string[]): Promise<Mapping[]> {
  if (paths.length === 0) return [];
  const { parseMapping } = await import('../readers/taught/mapping.ts');
  return paths.map((path) => parseMapping(readText(path), basename(path)));
}

function readJobs(text: string | undefined): number {
  const jobs = Number(text ?? 1);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError('bad-jobs', { value: text ?? '', most: MOST_JOBS });
  return jobs;
}

function readSeverities(own: Values): CheckSettings['severities'] {
  return Object.fromEntries(
    textsOf(own, 'rule').map((value) => {
      const [rule = '', wanted] = value.split('=');
      const level = LEVELS.find((one) => one === wanted);
      if (level === undefined) throw new UsageError('bad-rule', { value, choices: LEVELS.join('、') });
      if (!RULES.some(({ id }) => id === rule)) throw new UsageError('unknown-rule', { rule });
      return [rule, level];
    }),
  );
}
