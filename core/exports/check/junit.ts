import { printable } from '../../base/printable.ts';
import { fillSlots } from '../../base/text.ts';
import { element, escapeMarkup } from '../markup.ts';
import { type CheckResult, type FileReport, openFindings, placesOf, type ToldFinding } from './report.ts';
import { JUNIT_WORDS, OUTCOME_WORDS } from './words.ts';

interface Case {
  name: string;
  failures: string[];
  errors: string[];
  skipped: string[];
  /** What is only said. */
  told: string[];
}

/**
 * For servers that show tests: a suite for each document, a case for each rule. What must be mended is a failure;
 * a file that could not be read, or a rule that broke, is an error; what does not apply, could not be told or waits is skipped;
 * the rest is output of a case that passes.
 */
export function junitText({ files }: CheckResult): string {
  const suites = files.map((file) => ({ uri: file.uri, cases: casesOf(file) }));
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites
    .map(({ uri, cases }) =>
      element('testsuite', cases.map((one) => caseText(uri, one)).join('\n'), attributes(uri, cases)),
    )
    .join('\n');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', `\n${body}\n`, attributes(JUNIT_WORDS.suite, all))}\n`;
}

function attributes(name: string, cases: readonly Case[]): string {
  const count = (of: (one: Case) => readonly string[]): number => cases.filter((one) => of(one).length > 0).length;
  const counts = {
    tests: cases.length,
    failures: count(({ failures }) => failures),
    errors: count(({ errors }) => errors),
    skipped: count((one) => (isSkipped(one) ? one.skipped : [])),
  };
  return named({ name, ...counts });
}

/** A case is one thing only: what is worse is said. */
const isSkipped = ({ failures, errors }: Case): boolean => failures.length === 0 && errors.length === 0;

function casesOf(file: FileReport): Case[] {
  const cases = new Map<string, Case>();
  const caseOf = (name: string): Case => {
    const one = cases.get(name) ?? { name, failures: [], errors: [], skipped: [], told: [] };
    cases.set(name, one);
    return one;
  };
  const read = caseOf(JUNIT_WORDS.read);
  for (const { message } of file.problems) (file.unread ? read.errors : read.told).push(message);
  for (const finding of openFindings(file)) {
    const one = caseOf(finding.rule);
    const sentence = sentenceOf(finding);
    if (finding.outcome === 'failed') (finding.severity === 'error' ? one.failures : one.told).push(sentence);
    else if (finding.outcome === 'errored') one.errors.push(sentence);
    else if (finding.outcome === 'cannot-tell')
      one.skipped.push(fillSlots(JUNIT_WORDS.cannotTell, { message: sentence }));
    else if (finding.outcome === 'pending') one.skipped.push(fillSlots(JUNIT_WORDS.pending, { message: sentence }));
  }
  for (const { rule } of file.findings) caseOf(rule);
  for (const rule of file.passed) caseOf(rule);
  for (const rule of file.notApplicable) caseOf(rule).skipped.push(OUTCOME_WORDS['not-applicable']);
  return [...cases.values()];
}

function sentenceOf(finding: ToldFinding): string {
  const where = placesOf(finding).join('、');
  return where === '' ? finding.message : `${finding.message}（${where}）`;
}

function caseText(uri: string, one: Case): string {
  const line = (name: string, message: string): string => `<${name} ${named({ message })}/>`;
  const inside = [
    ...one.errors.map((message) => line('error', message)),
    ...one.failures.map((message) => line('failure', message)),
    ...(isSkipped(one) ? one.skipped.slice(0, 1).map((message) => line('skipped', message)) : []),
    ...(one.told.length > 0 ? [element('system-out', written(one.told.join('\n')))] : []),
  ];
  return element('testcase', inside.join(''), named({ classname: uri, name: one.name }));
}

const named = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${written(String(value))}"`)
    .join(' ');

/** What XML cannot hold is shown as its code; line ends stay. */
const written = (text: string): string => escapeMarkup(text.split('\n').map(printable).join('\n'));
