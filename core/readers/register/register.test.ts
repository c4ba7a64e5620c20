import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../../page/testing.ts';
import { readPage } from '../index.ts';
import { pagerOf } from './pager.ts';
import { placeOfList } from './place.ts';
import { readRegister } from './register.ts';

describe('the place of a list', () => {
  it.each([
    ['http://oa.example/list?page=3&pageSize=20&kind=2', 'http://oa.example/list?kind=2'],
    ['http://oa.example/list?kind=2&_t=17', 'http://oa.example/list?kind=2'],
    ['http://oa.example/list_4.html', 'http://oa.example/list.html'],
    ['http://oa.example/list/page/4', 'http://oa.example/list'],
    ['http://oa.example/app/#/sent?pageNum=2&state=done', 'http://oa.example/app/#/sent?state=done'],
    ['http://oa.example/app/#/?page=2', 'http://oa.example/app/'],
    ['http://oa.example/app/#page=2', 'http://oa.example/app/'],
    ['http://oa.example/documents/12', 'http://oa.example/documents/12'],
    ['list.html', 'list.html'],
  ])('of %s is %s', (url, place) => {
    expect(placeOfList(url)).toBe(place);
  });
});

describe('what a pager tells', () => {
  it.each([
    [['共 126 条', '第 2 页 / 共 7 页'], { total: 126, page: 2, pages: 7 }],
    [['显示第 11 至 20 项结果，共 126 项'], { total: 126 }],
    [['总数：1,204', '3/121'], { total: 1204, page: 3, pages: 121 }],
    [['第2页 共7页 共126条记录'], { total: 126, page: 2, pages: 7 }],
    [['Total 58'], { total: 58 }],
    // Fewer than stand here: it counts something else.
    [['您有 共3条 待办'], {}],
    [['第 9 页 共 7 页'], { pages: 7 }],
    [
      [
        '关于第2页的说明共有很多字写在这里，不是翻页的地方，长得不像，也没有人会把它当成翻页的地方，更不会把它当成总数共 9 条',
      ],
      {},
    ],
  ])('%j', (texts, told) => {
    expect(pagerOf(texts, 10)).toEqual(told);
  });
});

const HEADS = ['序号', '文号', '标题', '拟稿人', '状态'];
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table>`;
const ROWS = [
  ['1', '源政〔2026〕1号', '<a href="/doc/view/1">关于甲的通知</a>', '王芳', '已归档'],
  ['2', '源政〔2026〕2号', '关于乙的通知', '王芳', '已归档'],
];

describe('the register of a page', () => {
  it('is read with its heads drawn as a table of their own', async () => {
    const apart = table(HEADS, []).replace('<th', '<td') + table([], ROWS);
    const read = readRegister(await snapshotOf(`<h2>发文登记</h2>${apart}`));
    expect(read?.register).toMatchObject({ kind: 'outgoing', name: '发文登记' });
    expect(read?.register.rows.map(({ cells, href }) => [cells[1], href])).toEqual([
      ['源政〔2026〕1号', 'http://oa.example/doc/view/1'],
      ['源政〔2026〕2号', undefined],
    ]);
  });

  it('has the cell that covers several rows in each of them, and no sums', async () => {
    const rows = `<tr><td>1</td><td>收1</td><td rowspan="2">县政务局</td><td>关于甲的通知</td><td>2026-03-01</td></tr>
<tr><td>2</td><td>收2</td><td>关于乙的通知</td><td>2026-03-02</td></tr><tr><td colspan="5">合计 2 件</td></tr>`;
    const html = table(['序号', '收文编号', '来文单位', '来文标题', '收文日期'], []).replace(
      '</table>',
      `${rows}</table>`,
    );
    const read = readRegister(await snapshotOf(`<h2>收文登记</h2>${html}`));
    expect(read?.register.rows.map(({ cells }) => cells[2])).toEqual(['县政务局', '县政务局']);
  });

  it('has the frozen columns of its rows, which are drawn as a table beside them', async () => {
    const view = (side: number, mark: string, columns: readonly number[]): string =>
      `<div class="datagrid-view${side}"><table><tr class="datagrid-header-row">${columns.map((at) => `<td>${HEADS[at]}</td>`).join('')}</tr></table><table>${ROWS.map((cells, row) => `<tr id="${mark}-${side}-${row}">${columns.map((at) => `<td>${cells[at]}</td>`).join('')}</tr>`).join('')}</table></div>`;
    const drawn = (mark: string): string => `<h2>发文登记</h2>${view(1, mark, [0, 1])}${view(2, mark, [2, 3, 4])}`;
    const read = readRegister(await snapshotOf(drawn('datagrid-row-r1')));
    expect(read?.register.columns.map(({ label }) => label)).toEqual(HEADS);
    expect(read?.register.rows.map(({ cells, href }) => [cells[1], cells[3], href])).toEqual([
      ['源政〔2026〕1号', '王芳', 'http://oa.example/doc/view/1'],
      ['源政〔2026〕2号', '王芳', undefined],
    ]);
    expect(JSON.stringify(read?.rest)).not.toContain('源政');
    // Two lists of as many rows one below another are two lists.
    const apart = readRegister(await snapshotOf(drawn('item')));
    expect(apart?.register.columns.map(({ label }) => label)).not.toContain(HEADS[1]);
  });

  const drawn = (role: string, told: string, heads: readonly string[], head = 'columnheader'): string => {
    const line = (cells: readonly string[], cell: string): string =>
      `<div role="row">${cells.map((text) => `<div role="${cell}"><div>${text}</div></div>`).join('')}</div>`;
    return `<div role="${role}" ${told}><div role="rowgroup">${line(heads, head)}</div><div><div role="rowgroup">${ROWS.map((cells) => line(cells, 'gridcell')).join('')}</div></div></div>`;
  };

  it.each(['table', 'grid', 'treegrid'])('is read of blocks with the roles of a %s', async (role) => {
    const snapshot = await snapshotOf(`<h2>发文登记</h2>${drawn(role, '', HEADS)}`);
    const register = readRegister(snapshot)?.register;
    expect(register?.rows.map(({ cells }) => cells[1])).toEqual(['源政〔2026〕1号', '源政〔2026〕2号']);
    expect(register?.total).toBeUndefined();
    expect(readPage(snapshot).notes.filter(({ kind }) => kind === 'incomplete')).toEqual([]);
  });

  it('is told to have more rows where only those in view are drawn', async () => {
    const snapshot = await snapshotOf(`<h2>发文登记</h2>${drawn('grid', 'aria-rowcount="481"', HEADS)}`);
    expect(readRegister(snapshot)?.register.total).toBe(480);
    expect(
      readPage(snapshot)
        .notes.filter(({ kind }) => kind === 'incomplete')
        .map(({ text }) => text),
    ).toEqual(['表格只读了画出来的3行，页面说连表头共有481行，其余的滚动到了才画出来，没有读。']);
  });

  it('says nothing of rows where all are drawn, or the page does not know how many there are', async () => {
    for (const told of ['3', '-1', '9e99', 'x']) {
      const snapshot = await snapshotOf(`<h2>发文登记</h2>${drawn('grid', `aria-rowcount="${told}"`, HEADS)}`);
      expect(readRegister(snapshot)?.register.total).toBeUndefined();
      expect(readPage(snapshot).notes.filter(({ kind }) => kind === 'incomplete')).toEqual([]);
    }
  });

  it('is none of a grid without heads, as calendars are', async () => {
    expect(readRegister(await snapshotOf(`<h2>发文登记</h2>${drawn('grid', '', HEADS, 'gridcell')}`))).toBeUndefined();
  });

  it('leaves the rest of the page without it', async () => {
    const read = readRegister(await snapshotOf(`<h2>发文登记</h2>${table(HEADS, ROWS)}<p>共 2 条</p>`));
    expect(JSON.stringify(read?.rest)).not.toContain('关于甲');
    expect(JSON.stringify(read?.rest)).toContain('共 2 条');
  });

  it.each([
    ['tasks', '<h2>待办事项</h2>', table(HEADS, ROWS)],
    [
      'standards',
      '<h2>标准明细表</h2>',
      table(['序号', '标准号', '标准名称', '发布日期', '实施日期'], [['1', 'GB/T 1.1', '导则', '', '']]),
    ],
    ['boxes to fill in', '<h2>发文登记</h2>', table(HEADS, [['1', '<input>', '<input>', '王芳', '']])],
    ['two columns of words', '<h2>发文登记</h2>', table(['标题', '时间'], [['关于甲的通知', '2026-03-01']])],
    [
      'a form',
      '<h2>发文稿纸</h2>',
      '<table><tr><td>标题</td><td>关于甲的通知</td></tr><tr><td>文号</td><td></td></tr></table>',
    ],
    [
      'a workflow record',
      '<h2>流转记录</h2>',
      table(['环节', '办理人', '意见', '时间'], [['签发', '周志强', '同意', '2026-03-01']]),
    ],
  ])('is not made of %s', async (_, heading, html) => {
    expect(readRegister(await snapshotOf(heading + html))).toBeUndefined();
  });
});
