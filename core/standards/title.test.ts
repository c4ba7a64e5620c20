import { expect, test } from 'vitest';
import { fc } from '../base/testing.ts';
import { tellDifferences, titleDifferences, titleKey } from './title.ts';

test.each([
  ['标准化工作导则 第1部分标准化文件结构和起草规则', '标准化工作导则　第1部分：标准化文件的结构和起草规则', '少了“的”'],
  ['行政服务标准体系建设指南 第1部分 基本要求', '行政服务中心标准体系建设指南　第1部分：基本要求', '少了“中心”'],
  ['政务服务中心服务现场的管理规范', '政务服务中心服务现场管理规范', '多了“的”'],
  ['政务服务中心服务现场管理规定', '政务服务中心服务现场管理规范', '“定”应当是“范”'],
  ['政务中心服务现场管理规定', '政务服务中心服务现场管理规范', '少了“服务”、“定”应当是“范”'],
  ['政务服务中心运行规范-第一部分:基本要求', '政务服务中心运行规范　第1部分：基本要求', ''],
  ['政务服务“一次一评”“一事一评”工作规范', '政务服务 “一次一评” “一事一评” 工作规范', ''],
])('%s', (found, right, told) => {
  expect(tellDifferences(titleDifferences(found, right))).toBe(told);
});

test('marks and spaces count for nothing', () => {
  expect(titleKey('《甲　乙》（Ｃ）：第1部分—丙，丁.')).toBe('甲乙C第1部分丙丁');
});

test('titles that have little in common are not told character by character', () => {
  const differences = titleDifferences('消防安全标志设置要求', '政务服务中心服务现场管理规范');
  expect(differences.length).toBeGreaterThan(0);
  expect(tellDifferences(titleDifferences('甲乙丙丁戊己庚辛', '甲一丙二戊三庚四'))).toBe('');
});

test('property: the differences lead from one title to the other, and there are none only between equals', () => {
  const title = fc
    .array(fc.constantFrom(...'政务服务中心标准的规范第1部分：　—'), { maxLength: 30 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(title, title, (found, right) => {
      const differences = titleDifferences(found, right);
      expect(differences.length === 0).toBe(titleKey(found) === titleKey(right));
      const length = (key: 'found' | 'right') => differences.reduce((sum, one) => sum + one[key].length, 0);
      // What is not different is common to both, so as many characters are left of each.
      expect(titleKey(found).length - length('found')).toBe(titleKey(right).length - length('right'));
    }),
  );
});
