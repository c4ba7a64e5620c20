import { problem } from '../base/problems.ts';
import { fillSlots } from '../base/text.ts';
import { STAGES } from '../document/vocabulary.ts';
import { RULES } from '../rules/index.ts';
import type { Severity } from '../rules/rule.ts';
import { parseUnit } from '../unit/parse.ts';
import type { CheckSettings, FileResult } from './check-file.ts';
import type { Command } from './command.ts';
import { readText } from './disk.ts';
import { checkReport, isUnread, jsonText } from './json.ts';
import { maskedResult } from './masked.ts';
import { type CommandLine, oneOf } from './options.ts';
import { checkAll } from './pool.ts';
import { checkText } from './pretty.ts';
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
    const settings: CheckSettings = {
      unit: unit === undefined ? undefined : parseUnit(readText(unit), unit),
      catalogue: line.catalogue,
      today: line.today,
      stage: stage === undefined ? undefined : oneOf('--stage', stage, STAGES),
      severities: readSeverities(line),
    };

    const { files, skipped, missing } = walk(line.words);
    const absent = missing.map((name) => ({ uri: name, sha256: '', problem: problem('file-missing', { name }) }));
    const read = [...absent, ...(await checkAll(files, settings, jobs, progressOn(files.length)))];
    const results = line.out === undefined ? read : read.map(maskedResult);
    const all = line.own.all === true;
    const report = checkReport(results, skipped, settings, all);
    return {
      output: line.format === 'json' ? jsonText(report) : checkText(results, report, all),
      code: exitCode(results, failOn),
    };
  },
};

/** 1: something at or above the level; 2: nothing found, and something or everything could not be read; else 0. */
function exitCode(results: readonly FileResult[], failOn: (typeof FAIL_ON)[number]): 0 | 1 | 2 {
  const loud: readonly Severity[] = failOn === 'never' ? [] : failOn === 'error' ? ['error'] : ['error', 'warning'];
  const found = results.some(
    (result) => 'run' in result && loud.some((severity) => severity !== 'info' && result.run.summary[severity] > 0),
  );
  if (found) return 1;
  return results.length === 0 || results.some(isUnread) ? 2 : 0;
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
