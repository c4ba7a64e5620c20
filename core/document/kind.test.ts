import { expect, it } from 'vitest';
import { RECORD_TYPES } from '../records/index.ts';
import { KIND_LABELS, kindOf } from './kind.ts';

it.each(RECORD_TYPES.map(({ example }) => example))('%s is a record by its title alone', (title) => {
  expect(kindOf({ title, docNumber: '', kindWord: '', labels: [], blocks: [] }).kind).toBe('record');
});

it.each([
  '源县人民政府令',
  '中华人民共和国国务院令',
  '中华人民共和国主席令',
  '财政部令',
  '源县公安局公告',
  '青禾镇人民代表大会公报',
  '青禾镇镇长办公会议纪要',
  '青禾水务有限公司通告',
  '关于开展培训的通知。',
])('%s is a 公文 by its title alone', (title) => {
  expect(kindOf({ title, docNumber: '', kindWord: '', labels: [], blocks: [] }).kind).toBe('official');
});

it.each(['指令', '窗口责令', '会议公告栏', '使用部门意见栏', '公告栏'])('%s is none', (title) => {
  expect(kindOf({ title, docNumber: '', kindWord: '', labels: [], blocks: [] }).kind).toBe('unknown');
});

it('tells a record by words of its types and by no others', () => {
  const known = new Set(
    RECORD_TYPES.flatMap(({ boxes }) => boxes.flatMap(({ name, words = '' }) => [name, ...words.split(' ')])),
  );
  const [, , telling = new Set<string>()] = KIND_LABELS.find(([kind]) => kind === 'record') ?? [];
  expect(telling.size).toBeGreaterThan(40);
  expect([...telling].filter((word) => !known.has(word))).toEqual([]);
});
