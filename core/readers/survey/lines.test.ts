import { expect, it } from 'vitest';
import { snapshotOf } from '../../page/testing.ts';
import { linesOf } from './lines.ts';

const linesIn = async (html: string): Promise<string[]> => {
  const { frames } = await snapshotOf(html);
  return linesOf(frames[0]?.nodes ?? [], false);
};

it('puts the colon between a label and its value that a style draws', async () => {
  expect(
    await linesIn('<div><span class="el-descriptions-item__label">实际办理</span><span>钱一</span></div>'),
  ).toEqual(['实际办理：钱一']);
});

it('puts none where one is written, or nothing follows', async () => {
  expect(await linesIn('<div><label>办理人：</label><span>钱一</span></div>')).toEqual(['办理人：钱一']);
  expect(await linesIn('<div><label>办理人</label></div><div>钱一</div>')).toEqual(['办理人', '钱一']);
  expect(await linesIn('<div><b>办理人</b><span>钱一</span></div>')).toEqual(['办理人钱一']);
});

it('keeps the label of a form item with a value of one line', async () => {
  const field = (value: string): string =>
    `<div class="el-form-item"><label class="el-form-item__label">办理人</label><div class="el-form-item__content">${value}</div></div>`;
  expect(await linesIn(field('钱一'))).toEqual(['办理人：钱一']);
  expect(await linesIn(field('<p>同意。</p><p>钱一</p>'))).toEqual(['办理人', '同意。', '钱一']);
  expect(await linesIn(field(''))).toEqual(['办理人']);
});
