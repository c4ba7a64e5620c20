import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileReport, ToldFinding } from '../../exports/check/report.ts';
import { readBaseline, writeBaseline } from './baseline.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-baseline-'));
  mkdirSync(join(folder, '基线'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const id = (digit: string): string => digit.repeat(24);
const finding = (digit: string, more: Partial<ToldFinding> = {}) =>
  ({ id: id(digit), rule: 'title-form', outcome: 'failed', ...more }) as ToldFinding;
const file = (name: string, ...findings: ToldFinding[]) => ({ uri: join(folder, name), findings }) as FileReport;

describe('baseline', () => {
  it('keeps failed findings that nobody accepted, each id once with how often it is there', () => {
    const path = join(folder, '基线/a.json');
    const files = [
      file('乙.docx', finding('2'), finding('1')),
      file(
        '甲.docx',
        finding('1'),
        finding('3', { stands: { standing: 'accepted', note: '' } }),
        finding('4', { stands: { standing: 'known', note: '' } }),
        finding('5', { outcome: 'cannot-tell' }),
      ),
    ];
    expect(writeBaseline(path, files)).toBe(3);
    const written = readFileSync(path, 'utf8');
    expect(JSON.parse(written).findings).toEqual([
      { id: id('1'), count: 2, rule: 'title-form', uri: '../乙.docx' },
      { id: id('2'), count: 1, rule: 'title-form', uri: '../乙.docx' },
      { id: id('4'), count: 1, rule: 'title-form', uri: '../甲.docx' },
    ]);
    writeBaseline(path, files);
    expect(readFileSync(path, 'utf8')).toBe(written);
    expect(readBaseline(path).get(id('1'))).toEqual({
      standing: 'known',
      note: '',
      times: 2,
      rule: 'title-form',
      uri: join(folder, '乙.docx'),
    });
  });

  it.each([
    ['{', '全文'],
    ['"a"', '最外层'],
    ['{"schema":"duibiao/baseline@1","findings":[{"id":"x","count":1,"rule":"a","uri":"b"}]}', 'findings.0.id'],
    [`{"schema":"duibiao/baseline@1","findings":[{"id":"${'1'.repeat(24)}","count":0,"rule":"a","uri":"b"}]}`, 'count'],
  ])('refuses %s and says where', (content, where) => {
    const path = join(folder, 'bad.json');
    writeFileSync(path, content);
    expect(() => readBaseline(path)).toThrow(where);
  });
});
