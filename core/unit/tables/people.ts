import type { RowValues } from '../../tables/table-type.ts';
import type { Person, Post } from '../profile.ts';
import { changed, given, keyOn, putItem, type RowChange, takeItems, textIn, type UnitTable } from './unit-table.ts';

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

/** Where a row of the table stands: each post is one, and so is a person without any. */
const placesOf = (people: readonly Person[]): { person: number; post: number }[] =>
  people.flatMap(({ posts }, person) =>
    posts.length === 0 ? [{ person, post: 0 }] : posts.map((_, post) => ({ person, post })),
  );

/** Posts of which one is changed, added or taken away; one without a name is none. */
const postsPut = (posts: readonly Post[], at: number | undefined, change: RowChange | undefined): Post[] =>
  putItem(posts, at, change, (now, before) => {
    const { post: name, from, to } = now;
    const said = { ...('post' in now && { name }), ...('from' in now && { from }), ...('to' in now && { to }) };
    return changed<Post>(before ?? { name: '' }, said);
  }).filter(({ name }) => name !== undefined && name !== '');

/** A row that is added goes to its person, where there is one of that name. */
function added(people: readonly Person[], name: string, change: RowChange): Person[] {
  const at = people.findIndex((one) => one.name === name);
  const before = people[at] ?? { name, posts: [] };
  const person = { ...before, posts: postsPut(before.posts, undefined, change) };
  return at < 0 ? [...people, person] : people.with(at, person);
}

/** A row that is taken away: with the last post goes the person. */
function without(people: readonly Person[], { person, post }: { person: number; post: number }): Person[] {
  const left = postsPut(people[person]?.posts ?? [], post, undefined);
  return people.flatMap((one, at) => (at !== person ? [one] : left.length === 0 ? [] : [{ ...one, posts: left }]));
}

const FAULTS = {
  order: '“任职结束”早于“任职开始”，这一行没有读。',
  noPost: '写了任职日期，没有写“岗位”，这一行没有读。',
} as const;

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
  faultOf(row) {
    const [post, from, to] = (['post', 'from', 'to'] as const).map((key) => textIn(row, key));
    if (post === undefined && (from ?? to) !== undefined) return FAULTS.noPost;
    return from !== undefined && to !== undefined && to < from ? FAULTS.order : undefined;
  },
  take(profile, rows) {
    const byName = Map.groupBy(rows, (row) => textIn(row, 'name') ?? '');
    const { items, ...told } = takeItems(
      profile.people,
      [...byName.keys()].map((name) => ({ name })),
      {
        keyOf: ({ name }) => name,
        keyIn: (row) => textIn(row, 'name') ?? '',
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
  put(profile, at, change) {
    const place = at === undefined ? undefined : placesOf(profile.people)[at];
    const person = place && profile.people[place.person];
    if (place === undefined || person === undefined)
      return change === undefined
        ? profile
        : { ...profile, people: added(profile.people, textIn(change, 'name') ?? '', change) };
    if (change === undefined) return { ...profile, people: without(profile.people, place) };
    const name = textIn(change, 'name') ?? person.name;
    if (name !== person.name && profile.people.some((one) => one.name === name)) {
      // The post was another person's.
      const { name: post, ...period } = person.posts[place.post] ?? { name: undefined };
      const row = { ...(post === undefined ? {} : { post }), ...period, ...change };
      return { ...profile, people: added(without(profile.people, place), name, row) };
    }
    const posts = postsPut(person.posts, person.posts.length === 0 ? undefined : place.post, change);
    return { ...profile, people: profile.people.with(place.person, { ...person, name, posts }) };
  },
  titled: ['name', 'post'],
  nameIn: (row) => row.姓名 ?? '',
  isTwin: (row, other) => {
    const [from, began] = [textIn(row, 'from'), textIn(other, 'from')];
    const isPost = textIn(row, 'name') === textIn(other, 'name') && textIn(row, 'post') === textIn(other, 'post');
    return isPost && (from === began || from === undefined || began === undefined);
  },
  ends: {
    key: 'to',
    action: '离岗',
    day: '在岗的最后一天',
    others: '这个人还有 {count} 个岗位，也到这一天为止',
  },
};
