import { dirname, resolve } from 'node:path';
import { issuesOf, v } from '../../base/schema.ts';
import { STAGES } from '../../document/vocabulary.ts';
import { REPORT_FORMAT_IDS } from '../../exports/check/formats.ts';
import { readText } from '../disk.ts';
import type { Values } from '../options.ts';
import { UsageError } from '../usage.ts';
import { patternIn } from './ignore.ts';
import { FAIL_ON, LEVELS, MOST_JOBS } from './levels.ts';

const text = v.pipe(v.string(), v.minLength(1));
const about = <Schema extends v.GenericSchema>(schema: Schema, words: string) =>
  v.exactOptional(v.pipe(schema, v.description(words)));

/** What may stand in the file. `config.schema.json` says the same to editors; a test holds the two together. */
export const configSchema = v.strictObject({
  $schema: about(text, '这份文件的写法说明'),
  unit: about(text, '单位资料（JSON）'),
  catalogue: about(text, '另一份标准目录（JSON、xlsx、xls、csv）'),
  stage: about(v.picklist(STAGES), '文件所处环节'),
  rules: about(v.record(text, v.picklist(LEVELS)), '规则的级别：规则编号和级别'),
  failOn: about(v.picklist(FAIL_ON), '有这一级及以上的问题时退出码为 1'),
  jobs: about(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_JOBS)), '同时检查几份'),
  ignore: about(v.array(text), '不查的文件和文件夹；不带斜杠的是名字，带斜杠的从这份文件所在的文件夹算起'),
  format: about(v.picklist(REPORT_FORMAT_IDS), '结果的格式'),
  out: about(text, '结果写进哪个文件'),
  cache: about(text, '存放以前结果的文件夹'),
  baseline: about(text, '基线文件：里面记下的问题算已知'),
  verdicts: about(text, '处理意见文件：里面说了不适用、误报的不再算'),
  packs: about(v.array(text), '本单位的规则文件'),
  mappings: about(v.array(text), '教过的 OA 表单的文件'),
});

/**
 * Settings of a file as options of the command, its paths from where it stands.
 * @throws ProblemError when it cannot be read, UsageError when something in it is wrong
 */
export function configOptions(path: string): Values {
  const config = readConfig(path);
  const folder = dirname(resolve(path));
  const { unit, catalogue, stage, failOn, format, out, cache, baseline, verdicts } = config;
  const at = (file: string | undefined): string | undefined => file && resolve(folder, file);
  return {
    unit: at(unit),
    catalogue: at(catalogue),
    stage,
    rule: Object.entries(config.rules ?? {}).map(([rule, level]) => `${rule}=${level}`),
    'fail-on': failOn,
    jobs: config.jobs?.toString(),
    ignore: (config.ignore ?? []).map((pattern) => patternIn(folder, pattern)),
    format,
    out: at(out),
    cache: at(cache),
    baseline: at(baseline),
    verdicts: at(verdicts),
    pack: (config.packs ?? []).map((pack) => resolve(folder, pack)),
    mapping: (config.mappings ?? []).map((mapping) => resolve(folder, mapping)),
  };
}

/** @throws UsageError with a line for everything that is wrong */
function readConfig(path: string): v.InferOutput<typeof configSchema> {
  const content = readText(path);
  let value: unknown;
  try {
    value = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError('config-not-json', { file: path });
  }
  const issues = issuesOf(configSchema, value);
  if (issues.length === 0) return v.parse(configSchema, value);
  const list = issues.map(({ keys, why }) => `${keys.join('.') || '最外层'}：${why}`).join('\n');
  throw new UsageError('config-invalid', { file: path, count: issues.length, list });
}
