import { problem } from '../base/problems.ts';
import { fillSlots } from '../base/text.ts';
import { STAGES } from '../document/vocabulary.ts';
import { RULES } from '../rules/index.ts';
import type { UnitProfile } from '../unit/profile.ts';
import type { CheckSettings } from './check-file.ts';
import type { Command } from './command.ts';
import { readText } from './disk.ts';
import { checkReport, type FileReport, jsonText } from './json.ts';
import { type CommandLine, oneOf } from './options.ts';
import { reportAll } from './pool.ts';
import { checkText } from './pretty.ts';
import { type ReportSettings, reportOf } from './report-file.ts';
import { UsageError } from './usage.ts';
import { walk } from './walk.ts';
import { WORDS } from './words.ts';

const LEVELS = ['off', 'info', 'warning', 'error'] as const;
const FAIL_ON = ['error', 'warning', 'never'] as const;
const MOST_JOBS = 64;
/** Fewer files than this are done before a person would look for progress. */
const LONG_WORK = 20;

export const check: Command = {
  options: {
    unit: { type: 'string' },
    stage: { type: 'string' },
    rule: { type: 'string', multiple: true },
    'fail-on': { type: 'string' },
    jobs: { type: 'string' },
    all: { type: 'boolean' },
  },
  async run(line) {
    if (line.words.length === 0) throw new UsageError('no-files');
    const text = (name: string): string | undefined => {
      const value = line.own[name];
      return typeof value === 'string' ? value : undefined;
    };
    const failOn = oneOf('--fail-on', text('fail-on') ?? 'error', FAIL_ON);
    const jobs = readJobs(text('jobs'));
    const unit = text('unit');
    const stage = text('stage');
    const settings: ReportSettings = {
      unit: unit === undefined ? undefined : await readUnit(unit),
      catalogue: line.catalogue,
      today: line.today,
      stage: stage === undefined ? undefined : oneOf('--stage', stage, STAGES),
      severities: readSeverities(line),
      format: line.format,
      all: line.own.all === true,
      masked: line.out !== undefined,
    };

    const { files, skipped, missing } = walk(line.words);
    const absent = missing.map((name) => ({ uri: name, sha256: '', problem: problem('file-missing', { name }) }));
    const reports = [
      ...absent.map((result) => reportOf(result, settings)),
      ...(await reportAll(files, settings, { jobs, progress: progressOn(files.length) })),
    ];
    return {
      output: line.format === 'json' ? jsonText(checkReport(reports, skipped, settings)) : checkText(reports, skipped),
      code: exitCode(reports, failOn),
    };
  },
};

/** 1: something at or above the level; 2: nothing found, and something or everything could not be read; else 0. */
function exitCode(reports: readonly FileReport[], failOn: (typeof FAIL_ON)[number]): 0 | 1 | 2 {
  const loud = failOn === 'never' ? [] : failOn === 'error' ? (['error'] as const) : (['error', 'warning'] as const);
  const found = reports.some(({ summary }) => summary && loud.some((severity) => summary[severity] > 0));
  if (found) return 1;
  return reports.length === 0 || reports.some(({ unread }) => unread) ? 2 : 0;
}

async function readUnit(path: string): Promise<UnitProfile> {
  const { parseUnit } = await import('../unit/parse.ts');
  return parseUnit(readText(path), path);
}

function readJobs(text: string | undefined): number {
  const jobs = Number(text ?? 1);
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > MOST_JOBS)
    throw new UsageError('bad-jobs', { value: text ?? '', most: MOST_JOBS });
  return jobs;
}

function readSeverities(line: CommandLine): CheckSettings['severities'] {
  const given = Array.isArray(line.own.rule) ? line.own.rule.map(String) : [];
  return Object.fromEntries(
    given.map((value) => {
      const [rule = '', wanted] = value.split('=');
      const level = LEVELS.find((one) => one === wanted);
      if (level === undefined) throw new UsageError('bad-rule', { value, choices: LEVELS.join('、') });
      if (!RULES.some(({ id }) => id === rule)) throw new UsageError('unknown-rule', { rule });
      return [rule, level];
    }),
  );
}

function progressOn(total: number): (done: number) => void {
  if (!process.stderr.isTTY || total < LONG_WORK) return () => undefined;
  return (done) => {
    process.stderr.write(`\r${fillSlots(WORDS.progress, { done, total })}${done === total ? '\r\u001b[K' : ''}`);
  };
}
