import type { RecordBox, RecordType } from '../../records/record-type.ts';

/** Words of the tables in which records are filled in, and handed out. */
export const TABLE_WORDS = {
  title: '{type}（台账）',
  how: '一行一条，从“示例”下面填起，最多 {most} 行。带 * 的应当填。日期写成 2026-03-12 这样。第一列写着“示例”“怎么填”的行不会导入。',
  mark: '说明',
  example: '示例',
  hints: '怎么填',
  factOn: '事实日期',
  factOnHint: '照原件上写的填；没写就留空。',
  follows: '接第几号',
  followsHint: '它接在台账里的哪一条后面，写那一条的序号；没有就留空。',
  remark: '备注',
  required: '*',
  date: '年月日',
  number: '只写数字',
  people: '几个人用顿号隔开',
} as const;

/** Rows of one table at the most. */
export const MOST_ROWS = 1_000;

/** A column of the table of a type: a box of it, or what is said beside its boxes. */
export type RecordColumn =
  | { kind: 'box'; name: string; box: RecordBox }
  | { kind: 'factOn' | 'follows' | 'remark'; name: string };

/** The columns of a type, in their order. `isLinked`: there are types behind which it stands. */
export function columnsOf(type: RecordType, isLinked: boolean): RecordColumn[] {
  return [
    ...type.boxes.map((box): RecordColumn => ({ kind: 'box', name: box.name, box })),
    ...(type.day === undefined ? [{ kind: 'factOn' as const, name: TABLE_WORDS.factOn }] : []),
    ...(isLinked ? [{ kind: 'follows' as const, name: TABLE_WORDS.follows }] : []),
    { kind: 'remark', name: TABLE_WORDS.remark },
  ];
}

/** How a box is filled in, in one sentence; '' where nothing needs saying. */
export function hintOf({ type = 'text', hint, choices }: RecordBox): string {
  if (hint !== undefined) return hint;
  if (choices !== undefined) return choices.replaceAll(' ', '、');
  return type === 'date' || type === 'number' || type === 'people' ? TABLE_WORDS[type] : '';
}
