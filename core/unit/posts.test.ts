import { expect, test } from 'vitest';
import { inPostOn } from './posts.ts';

const people = [
  { name: '张三', posts: [{ name: '主任', from: '2020-05-06', to: '2024-12-31' }, { name: '组长' }] },
  { name: '李四', posts: [{ name: '主任', from: '2025-01-01' }] },
  { name: '王五', posts: [{ name: '窗口', to: '2022-03-01' }] },
  { name: '赵六', posts: [] },
];

test.each([
  ['2020-05-05', ['张三 组长', '王五 窗口']],
  ['2020-05-06', ['张三 主任', '张三 组长', '王五 窗口']],
  ['2022-03-01', ['张三 主任', '张三 组长', '王五 窗口']],
  ['2022-03-02', ['张三 主任', '张三 组长']],
  ['2024-12-31', ['张三 主任', '张三 组长']],
  ['2025-01-01', ['张三 组长', '李四 主任']],
  ['2099-01-01', ['张三 组长', '李四 主任']],
])('who was in post on %s', (day, expected) => {
  expect(inPostOn({ people }, day).map(({ person, post }) => `${person} ${post.name}`)).toEqual(expected);
});
