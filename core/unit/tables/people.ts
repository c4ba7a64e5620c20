import type { RowValues } from '../../tables/table-type.ts';
import type { Person, Post } from '../profile.ts';
import { given, keyOn, takeItems, textIn, type UnitTable } from './unit-table.ts';

/** Posts with those of some rows: a post that began on the same day is the same one. What is over stays: who was in post then has an answer. */
function postsWith(posts: readonly Post[], rows: readonly RowValues[]): Post[] {
  const result = [...posts];
  for (const row of rows) {
    const name = textIn(row, 'post');
    if (name === undefined) continue;
    const post: Post = { name, ...given<Post>(row, ['from', 'to']) };
    const at = result.findIndex((one) => one.name === name && (one.from === post.from || post.from === undefined));
    if (at < 0) result.push(post);
    else result[at] = { ...(result[at] as Post), ...post };
  }
  return result;
}

/** 人员岗位表: a row for each post of each person. */
export const people: UnitTable = {
  type: {
    id: 'people',
    name: '人员岗位',
    columns: [
      { key: 'name', head: '姓名', words: '人员 人员姓名 名字 工作人员', required: true },
      { key: 'post', head: '岗位', words: '职务 岗位职务 岗位名称 职位 职务职称 岗位或职务' },
      { key: 'from', head: '任职开始', words: '任职日期 任职时间 开始日期 到岗日期 起', kind: 'day' },
      { key: 'to', head: '任职结束', words: '离任日期 结束日期 离岗日期 止', kind: 'day', hint: '还在岗的留空' },
    ],
    sample: { 姓名: '张三', 岗位: '便民服务中心主任', 任职开始: '2024-01-01' },
  },
  keyOf: keyOn('name', 'post', 'from'),
  take(profile, rows) {
    const byName = Map.groupBy(rows, (row) => textIn(row, 'name') ?? '');
    const { items, ...told } = takeItems(
      profile.people,
      [...byName.keys()].map((name) => ({ name })),
      {
        is: ({ name }, row) => name === row.name,
        nameOf: ({ name }) => name,
        made: (row, before): Person => {
          const name = textIn(row, 'name') ?? '';
          return { ...(before ?? { name }), posts: postsWith(before?.posts ?? [], byName.get(name) ?? []) };
        },
      },
    );
    return { profile: { ...profile, people: items }, ...told };
  },
  rowsOf: ({ people: all }) =>
    all.flatMap(({ name, posts }) =>
      posts.length === 0
        ? [{ 姓名: name }]
        : posts.map((post) => ({ 姓名: name, 岗位: post.name, 任职开始: post.from ?? '', 任职结束: post.to ?? '' })),
    ),
};
