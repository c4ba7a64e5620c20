import { type JsonFile, parseJsonFile, placeInList } from '../../base/json.ts';
import { v } from '../../base/schema.ts';
import { ROLES, type Role } from '../../document/vocabulary.ts';
import { MAPPING_LIMITS as LIMITS } from './limits.ts';

/** The boxes of one form of an OA, pointed at by a person: which role each has, and how to find it again. */
export interface Mapping {
  schema: 'duibiao/mapping@1';
  /** Small letters, digits and dashes. One with the same id takes its place. */
  id: string;
  /** What the person calls the form: 发文稿纸. */
  name: string;
  /** Of the page or of a frame in it, without its host: literal text, `*` for any run of characters. */
  address: string;
  /** Labels by which the form is told from others under the same address, and which share of them has to be there. */
  signature: { labels: string[]; share: number };
  fields: MappedField[];
  made: { on: string; by?: string };
}

export interface MappedField {
  /** null: what stands here has no role, whatever its label seems to mean. */
  role: Role | null;
  /** The first is the ground on which the box is found; the others must not contradict it. */
  locators: Locator[];
}

/**
 * Ways to a box. A label: the `nth` of the `of` boxes that have it. Between two labels of the form ('' for the ends of
 * a page): the `nth` of the `of` boxes and texts that stand there. The name of a control. A whole path in a frame (core/page/paths.ts).
 */
export type Locator =
  | { by: 'label'; label: string; nth: number; of: number }
  | { by: 'between'; before: string; after: string; nth: number; of: number }
  | { by: 'control'; name: string }
  | { by: 'path'; frame: string; path: string };

const WORDS = {
  id: '只能用小写字母、数字和短横，例如 fawen-gaozhi',
  nth: '不能比一共几个还大',
  ground: '第一种找法要写栏目名（label），或前后的栏目（between）',
  field: '第 {n} 栏',
  empty: '不能是空的',
  day: '应该是日期，例如 2026-11-20',
} as const;

const about = <Schema extends v.GenericSchema>(schema: Schema, words: string) => v.pipe(schema, v.description(words));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const words = (most: number) => v.pipe(v.string(), v.minLength(1, WORDS.empty), v.maxLength(most));
const count = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LIMITS.repeats));

const locatorSchema = v.variant('by', [
  v.strictObject({
    by: v.literal('label'),
    label: about(words(LIMITS.label), '栏目名，不带空格和冒号'),
    nth: about(count, '同名的栏目里的第几个'),
    of: about(count, '同名的栏目一共几个'),
  }),
  v.strictObject({
    by: v.literal('between'),
    before: about(text(LIMITS.label), '前一个栏目名；没有就是空的'),
    after: about(text(LIMITS.label), '后一个栏目名；没有就是空的'),
    nth: about(count, '两个栏目之间的第几个'),
    of: about(count, '两个栏目之间一共几个'),
  }),
  v.strictObject({ by: v.literal('control'), name: about(words(LIMITS.name), '输入框的 name') }),
  v.strictObject({
    by: v.literal('path'),
    frame: about(v.pipe(v.string(), v.maxLength(100), v.regex(/^(?:\d+(?:\.\d+)*)?$/)), '嵌入页面：0、0.1；整页是空的'),
    path: about(text(LIMITS.path), '元素的位置'),
  }),
]);

const fieldSchema = v.strictObject({
  role: about(v.nullable(v.picklist(ROLES)), '是哪一栏；null 表示哪一栏都不是'),
  locators: about(
    v.pipe(
      v.array(locatorSchema),
      v.minLength(1, WORDS.empty),
      v.maxLength(LIMITS.locators),
      v.check(([first]) => first?.by === 'label' || first?.by === 'between', WORDS.ground),
      v.check((all) => all.every((one) => !('nth' in one) || one.nth <= one.of), WORDS.nth),
    ),
    '怎么找到它：第一种为准，其余的不能和它矛盾',
  ),
});

/** What was taught so far; there may be nothing yet. */
export const mappedFields = v.pipe(v.array(fieldSchema), v.maxLength(LIMITS.fields));

/** What may stand in the file. `mapping.schema.json` says the same to editors; a test holds the two together. */
export const mappingSchema = v.strictObject({
  $schema: v.exactOptional(about(words(LIMITS.path), '这份文件的写法说明')),
  schema: v.literal('duibiao/mapping@1'),
  id: about(v.pipe(v.string(), v.regex(/^[a-z\d]+(?:-[a-z\d]+)*$/, WORDS.id), v.maxLength(60)), WORDS.id),
  name: about(v.pipe(v.string(), v.trim(), v.minLength(1, WORDS.empty), v.maxLength(LIMITS.label)), '这个表单叫什么'),
  address: about(words(LIMITS.address), '网址里主机名后面的部分；* 代表任意文字'),
  signature: about(
    v.strictObject({
      labels: about(
        v.pipe(v.array(words(LIMITS.label)), v.minLength(1, WORDS.empty), v.maxLength(LIMITS.labels)),
        '这个表单有哪些栏目名',
      ),
      share: about(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1)), '至少有几成的栏目名在，才当作这个表单'),
    }),
    '凭什么认出这个表单',
  ),
  fields: about(v.pipe(v.array(fieldSchema), v.minLength(1, WORDS.empty), v.maxLength(LIMITS.fields)), '教过的栏目'),
  made: about(
    v.strictObject({
      on: about(v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/, WORDS.day)), '哪天教的'),
      by: v.exactOptional(about(words(LIMITS.label), '谁教的')),
    }),
    '谁在哪天教的',
  ),
});

const MAPPING_FILE: JsonFile<typeof mappingSchema> = {
  schema: mappingSchema,
  size: LIMITS.megabytes,
  notJson: 'mapping-not-json',
  invalid: 'mapping-invalid',
  place: placeInList(WORDS.field),
};

/**
 * A mapping from outside.
 * @param json the text of a file, or a value that was parsed already
 * @param name the file's name, for the sentence
 * @throws ProblemError `file-too-large`, `mapping-not-json` with the line, or `mapping-invalid` with each wrong place
 */
export function parseMapping(json: unknown, name: string): Mapping {
  const { $schema: _, ...mapping } = parseJsonFile(json, name, MAPPING_FILE);
  return mapping;
}
