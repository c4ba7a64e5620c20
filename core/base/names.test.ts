import { describe, expect, it } from 'vitest';
import { isBodyName, isPersonName, isPlaceholder, splitNames } from './names.ts';

describe('names', () => {
  it.each([
    ['李明、王芳', ['李明', '王芳']],
    ['张建国[综合办公室]', ['张建国']],
    ['张 张建国', ['张建国']],
    ['张 建 国', ['张建国']],
    ['李 明', ['李明']],
    ['赵子龙 同意 2026-11-23 12:12:49', ['赵子龙']],
    ['张建国/029-12345678', ['张建国']],
    ['阿依古丽·买买提', ['阿依古丽·买买提']],
    ['王芳，王芳', ['王芳']],
    ['阿依古丽•买买提、阿依古丽・买买提', ['阿依古丽·买买提']],
    ['阿依古丽.买买提', ['阿依古丽·买买提']],
    ['建国 张建国', ['张建国']],
    ['国 张建国', ['张建国']],
    ['张建国 查看', ['张建国']],
    ['张建国 转办', ['张建国']],
    ['已核 张建国', ['张建国']],
    ['王芳 已校对', ['王芳']],
    ['芳芳、王芳芳芳', ['芳芳', '王芳芳芳']],
    ['原野、于同', ['原野', '于同']],
    ['意见', []],
    ['无意见', []],
    ['呈批意见', []],
    ['已核', []],
    ['请领导', []],
    ['请阅示', []],
    ['党政办', []],
    ['同意', []],
    ['1083', []],
  ])('%s → %j', (text, names) => {
    expect(splitNames(text)).toEqual(names);
  });

  it.each(['×××', 'XX', '待定', '/', '—', '某某', '____', '（待填）'])('%s holds only a place', (text) => {
    expect(isPlaceholder(text)).toBe(true);
    expect(isPersonName(text)).toBe(false);
  });

  it.each(['张三', '王芳', '无锡', '2026-01-01', ''])('%s is no placeholder', (text) => {
    expect(isPlaceholder(text)).toBe(false);
  });

  it('tells offices from people', () => {
    expect(isBodyName('党政办')).toBe(true);
    expect(isBodyName('综合办公室')).toBe(true);
    expect(isBodyName('张建国')).toBe(false);
    expect(isPersonName('张镇长')).toBe(true);
  });
});

// Read in quadratic time these texts would take many minutes.
it('finds the names beside brackets that never close and among ten thousand dates', () => {
  expect(splitNames(`王芳 ${'（'.repeat(100_000)}`)).toEqual(['王芳']);
  expect(splitNames(`王芳 ${'2026-11-23 '.repeat(20_000)}李明`)).toEqual(['王芳', '李明']);
});
