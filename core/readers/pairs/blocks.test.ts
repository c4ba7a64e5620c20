import { describe, expect, it } from 'vitest';
import { linesOf } from '../testing.ts';

const row = (label: string, value: string): string => `<div class="r"><div>${label}</div><div>${value}</div></div>`;

describe('labels beside blocks', () => {
  it('reads rows of two blocks, in which a box or an empty block may stand', async () => {
    const html =
      row('标题', '关于开会的通知') +
      row('拟稿人', '<input value="王芳">') +
      row('核稿人', '') +
      row('签发人', '周志强');
    expect(await linesOf(html)).toEqual(['标题=关于开会的通知', '拟稿人=王芳', '核稿人=?', '签发人=周志强']);
  });

  it('reads pairs that stand in one row, deeper markup and elements with an id', async () => {
    const flat =
      '<div><p>拟稿人</p><p>王芳</p><p>核稿人</p><p></p><p>签发人</p><p>周志强</p><p>日期</p><p>2026-03-09</p></div>';
    expect(await linesOf(flat)).toEqual(['拟稿人=王芳', '核稿人=?', '签发人=周志强', '日期=2026-03-09']);
    const deep = ['标题', '拟稿人', '签发人']
      .map((label, at) => `<div><div><div>${label}</div></div><div><div id="v${at}">值${at}</div></div></div>`)
      .join('');
    expect(await linesOf(deep)).toEqual(['标题=值0', '拟稿人=值1', '签发人=值2']);
  });

  it('takes several lines of one block as one value', async () => {
    const html = row('标题', '甲') + row('审核', '<p>同意</p><p>李建国</p>') + row('签发', '乙');
    expect(await linesOf(html)).toEqual(['标题=甲', '审核=同意\n李建国', '签发=乙']);
  });

  it.each([
    [
      'heads of columns',
      '<div><div>拟稿人</div><div>核稿人</div><div>签发人</div></div><div><div>甲</div><div>乙</div><div>丙</div></div>',
    ],
    [
      'words alone',
      '<div><div>拟稿人</div></div><div><div>核稿人</div></div><div><div>签发人</div></div><div><div>负责人</div></div>',
    ],
    ['two of them', row('审核', '3') + row('签发', '5')],
    ['what only follows', '<p>审核</p><p>一段话</p><p>签发</p><p>又一段话</p>'],
  ])('says nothing of %s', async (_, html) => {
    expect(await linesOf(html)).toEqual([]);
  });
});
