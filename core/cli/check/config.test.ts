import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectPublished } from '../../base/json-schema/testing.ts';
import { check } from '../check.ts';
import { configOptions, configSchema } from './config.ts';

/** What editors are told; `ACCEPT=config` writes it anew. */
const PUBLISHED = join(import.meta.dirname, 'config.schema.json');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-config-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const put = (content: unknown, place = ''): string => {
  mkdirSync(join(folder, place), { recursive: true });
  const path = join(folder, place, 'duibiao.config.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
};

describe('settings file', () => {
  it('is published as the schema that it is read with', () => {
    expectPublished(PUBLISHED, 'duibiao.config.json', configSchema, 'config');
  });

  it('becomes options of the command, paths from where the file stands', () => {
    const path = put(
      {
        unit: '单位.json',
        rules: { 'approver-required': 'off' },
        failOn: 'warning',
        jobs: 2,
        ignore: ['归档', '发文/旧/**'],
        format: 'html',
        out: '../报告.html',
        cache: '/tmp/c',
      },
      'deep',
    );
    const options = configOptions(path);
    expect(options).toMatchObject({
      unit: join(folder, 'deep/单位.json'),
      rule: ['approver-required=off'],
      'fail-on': 'warning',
      jobs: '2',
      ignore: ['归档', `${folder}/deep/发文/旧/**`],
      format: 'html',
      out: join(folder, '报告.html'),
      cache: '/tmp/c',
    });
    for (const name of Object.keys(options))
      expect([...Object.keys(check.options), 'out', 'catalogue'], name).toContain(name);
  });

  it('says everything that is wrong, a line for each', () => {
    const path = put({ unitt: 'a.json', jobs: 0, format: 'pdf', ignore: 'a', rules: { a: 'loud' } });
    expect(() => configOptions(path)).toThrow(/有 5 处不对/);
    for (const line of [
      /\nunitt：没有这一项/,
      /\njobs：写法不对/,
      /\nformat：只能是"pretty"、"json"/,
      /\nignore：应该是一个列表/,
      /\nrules\.a：只能是"off"/,
    ])
      expect(() => configOptions(path)).toThrow(line);
  });

  it('takes the mark that Notepad puts in front, and no text that is no JSON', () => {
    expect(configOptions(put('\uFEFF{"jobs": 3}'))).toMatchObject({ jobs: '3' });
    expect(() => configOptions(put('{jobs: 3}'))).toThrow('不是有效的 JSON');
    expect(() => configOptions(put('"a"'))).toThrow('最外层：应该是一组内容');
  });
});
