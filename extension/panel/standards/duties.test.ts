import { expect, test } from 'vitest';
import { dutiesOf } from './duties.ts';

const HANDLED = { windows: ['综合窗口1', '社保窗口'] };

test.each([
  ['综合窗口1', '本窗口（综合窗口1）要做的', ''],
  ['综合窗口1（王芳）', '本窗口（综合窗口1（王芳））要做的', ''],
  [' 综合窗口１ ', '本窗口（ 综合窗口１ ）要做的', ''],
  [
    '综合窗口12',
    '办理窗口（综合窗口1、社保窗口）要做的',
    '单位资料里这个事项由综合窗口1、社保窗口办理，这里是综合窗口12。',
  ],
  ['', '办理窗口（综合窗口1、社保窗口）要做的', ''],
])('from the seat “%s”', (seat, title, note) => {
  expect(dutiesOf(HANDLED, seat)).toEqual({ title, note });
});

test('where the profile does not say which window handles it, the duties are those of whoever does', () => {
  expect(dutiesOf({ windows: [] }, '综合窗口1')).toEqual({ title: '办理岗位要做的', note: '' });
});
