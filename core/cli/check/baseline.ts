import { writeFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { ProblemError } from '../../base/problems.ts';
import { firstIssue, v } from '../../base/schema.ts';
import { compareText } from '../../base/text.ts';
import type { Register, Said } from '../../check/standing.ts';
import type { FileReport } from '../../exports/check/report.ts';
import { jsonText } from '../../exports/json.ts';
import { readText } from '../disk.ts';
import { UsageError } from '../usage.ts';
import { READ_FAULTS } from '../words.ts';
import { uriOf } from './check-file.ts';

const entrySchema = v.object({
  id: v.pipe(v.string(), v.regex(/^[0-9a-f]{24}$/)),
  count: v.pipe(v.number(), v.integer(), v.minValue(1)),
  rule: v.string(),
  uri: v.string(),
});
const baselineSchema = v.object({ schema: v.literal('duibiao/baseline@1'), findings: v.array(entrySchema) });

/**
 * What a baseline says of findings. Its paths are from its own folder; those of the register are as the run writes them.
 * @throws ProblemError when it cannot be read, UsageError when it is none
 */
export function readBaseline(path: string): Register {
  const wrong = (at: string, why: string): UsageError => new UsageError('baseline-invalid', { file: path, at, why });
  const content = readText(path);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    throw wrong('全文', READ_FAULTS.notJson);
  }
  const issue = firstIssue(baselineSchema, value);
  if (issue) throw wrong(issue.path, issue.why);
  const folder = dirname(resolve(path));
  const { findings } = v.parse(baselineSchema, value);
  return new Map(
    findings.map(({ id, count, rule, uri }) => [
      id,
      { standing: 'known', note: '', times: count, rule, uri: resolve(folder, uri) } satisfies Said,
    ]),
  );
}

/** Writes down the failed findings that nobody accepted, so that a later run knows them. Same findings: same bytes. */
export function writeBaseline(path: string, files: readonly FileReport[]): number {
  const folder = dirname(resolve(path));
  const entries = new Map<string, v.InferOutput<typeof entrySchema>>();
  for (const file of files)
    for (const { id, rule, outcome, stands } of file.findings) {
      if (outcome !== 'failed' || stands?.standing === 'accepted') continue;
      const known = entries.get(id);
      if (known) known.count += 1;
      else entries.set(id, { id, count: 1, rule, uri: uriOf(relative(folder, resolve(file.uri))) });
    }
  const findings = [...entries.values()].sort(
    (left, right) =>
      compareText(left.uri, right.uri) || compareText(left.rule, right.rule) || compareText(left.id, right.id),
  );
  try {
    writeFileSync(path, jsonText({ schema: 'duibiao/baseline@1', findings }));
  } catch (error) {
    throw new ProblemError('export-failed', { why: READ_FAULTS.other }, error);
  }
  return findings.length;
}
