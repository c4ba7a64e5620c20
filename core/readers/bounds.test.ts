import { describe, expect, test } from 'vitest';
import type { PageNode, PageSnapshot, TableRow } from '../page/snapshot.ts';
import { readPage } from './index.ts';

const pageOf = (nodes: PageNode[]): PageSnapshot => ({
  schema: 'duibiao/page@2',
  url: 'http://oa.example/',
  title: '',
  frames: [{ path: '', url: 'http://oa.example/', label: '', state: 'read', nodes }],
  gaps: [],
});
const row = (label: string, value: string): TableRow => ({ cells: [{ text: label }, { text: value }] });
const tableOf = (rows: TableRow[]): PageNode => ({ type: 'table', path: 1, rows });
const form = [
  row('标题', '关于做好窗口服务工作的通知'),
  row('拟稿人', '王芳'),
  row('审核人', ''),
  row('签发人', '周志强'),
];
const incomplete = (snapshot: PageSnapshot) =>
  readPage(snapshot)
    .notes.filter(({ kind }) => kind === 'incomplete')
    .map(({ problem }) => problem?.code);

describe('what of a page is judged is bounded, and what is beyond is said', () => {
  test('a form of ordinary size says nothing', () => {
    expect(incomplete(pageOf([tableOf(form)]))).toEqual([]);
  });

  test('labelled values', () => {
    const rows = [...form, ...Array.from({ length: 7_100 }, (_, index) => row('审核人', `张三${index}`))];
    const snapshot = pageOf([tableOf(rows)]);
    expect(incomplete(snapshot)).toEqual(['page-too-large']);
    expect(readPage(snapshot).pairs).toHaveLength(7_000);
  });

  test('the length of one value, once however many are too long', () => {
    const long = '同意。王芳 2026-03-01，'.repeat(3_000);
    const snapshot = pageOf([tableOf([...form, row('审核意见', long), row('领导意见', long)])]);
    expect(incomplete(snapshot)).toEqual(['page-too-large']);
    expect(Math.max(...readPage(snapshot).pairs.map(({ value }) => value.length))).toBeLessThanOrEqual(20_000);
  });

  test('controls without text', () => {
    const embeds = Array.from(
      { length: 60 },
      (_, index): PageNode => ({ type: 'embed', path: index + 2, name: `控件${index}` }),
    );
    const { notes } = readPage(pageOf([tableOf(form), ...embeds]));
    expect(notes.filter(({ problem }) => problem?.code === 'embed-unreadable')).toHaveLength(50);
  });
});
