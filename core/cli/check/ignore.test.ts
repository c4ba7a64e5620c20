import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ignoring, patternIn } from './ignore.ts';

describe('ignoring', () => {
  it('passes over hidden files and the locks of open ones, whatever the patterns', () => {
    const isIgnored = ignoring([]);
    for (const path of ['a/.git', '.a.docx', 'a/~$通知.docx']) expect(isIgnored(path), path).toBe(true);
    for (const path of ['a/b.docx', '.', '..', '../a.docx', '~a.docx']) expect(isIgnored(path), path).toBe(false);
  });

  it('takes a name without a slash at any depth', () => {
    const isIgnored = ignoring(['归档', '*.tmp.docx']);
    expect(['归档', 'a/b/归档', 'a/b.tmp.docx'].every(isIgnored)).toBe(true);
    expect(['归档2', 'a/归档.docx', 'b.docx'].some(isIgnored)).toBe(false);
  });

  it('takes a pattern with a slash from the current folder, or from where it was written down', () => {
    const isIgnored = ignoring(['发文/旧/**', './收文/', patternIn('设置', 'x/*.docx')]);
    expect(['发文/旧/a.docx', '收文', '设置/x/a.docx', resolve('发文/旧/b/c.docx')].every(isIgnored)).toBe(true);
    expect(['a/发文/旧/a.docx', '发文/新/a.docx', 'x/a.docx', '设置/x/y/a.docx'].some(isIgnored)).toBe(false);
  });

  it('passes over its own files, so that a report is not read as a document the next night', () => {
    const isIgnored = ignoring([], ['报告/今天.html', '缓存']);
    expect(['报告/今天.html', resolve('缓存')].every(isIgnored)).toBe(true);
    expect(['报告', '报告/昨天.html'].some(isIgnored)).toBe(false);
  });

  it('takes letters that mean something in a pattern as they are where they stand in a folder', () => {
    const folder = resolve('2026[1](草稿)');
    const isIgnored = ignoring([patternIn(folder, '旧/*.docx')]);
    expect(isIgnored(join(folder, '旧/a.docx'))).toBe(true);
    expect(isIgnored(join(resolve('20261(草稿)'), '旧/a.docx'))).toBe(false);
  });
});
