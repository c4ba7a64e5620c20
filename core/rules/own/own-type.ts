import { v } from '../../base/schema.ts';
import { labelOfRole, roleOfLabel } from '../../document/glossary.ts';
import { isDateRole, ROLES, type Role } from '../../document/vocabulary.ts';
import type { Rule } from '../rule.ts';

/** What a type of own rule makes of its entries: what it may say, and how it judges. */
export type OwnJudge = Pick<Rule, 'reasons' | 'check'>;

/** A type of rule that a unit can write as data. Each is one file in types/, named as in the pack. */
export interface OwnType {
  /** Chinese name, for the list of rules. */
  title: string;
  /** What a rule of this type states beside what every own rule states. */
  entries: v.ObjectEntries;
  /** `given` has the shape of `entries`. */
  make(given: never): OwnJudge;
}

/** Gives a type the types of its entries. */
export function ownType<const Entries extends v.ObjectEntries>(type: {
  title: string;
  entries: Entries;
  make(given: v.InferOutput<v.StrictObjectSchema<Entries, undefined>>): OwnJudge;
}): OwnType {
  return type;
}

const UNKNOWN_ROLE = '不是认得的栏目，请写“拟稿人”“发文字号”这样的栏目名';
const NO_DATE = '不是日期栏目，请写“签发日期”“发布日期”这样的栏目名';

/** The role that a person names by its key or by a label that forms have. */
function roleNamed(name: string): Role | undefined {
  return ROLES.find((role) => role === name) ?? roleOfLabel(name)?.role;
}

/** A box, by the key of its role (`contact`) or by its label (联系人). */
export const roleSchema = v.pipe(
  v.string(),
  v.maxLength(40),
  v.check((name) => roleNamed(name) !== undefined, UNKNOWN_ROLE),
  v.transform((name) => roleNamed(name) as Role),
);

/** A box that holds a day. */
export const dateRoleSchema = v.pipe(
  roleSchema,
  v.check((role) => isDateRole(role), NO_DATE),
);

/** A word or a value: short, and not empty. */
export const wordSchema = v.pipe(v.string(), v.trim(), v.nonEmpty('不能是空的'), v.maxLength(100));

/** Words of one rule. */
export const wordsSchema = v.pipe(v.array(wordSchema), v.minLength(1, '至少写一个'), v.maxLength(200));

/** Slots for a box in a sentence. */
export const named = (role: Role): { box: string } => ({ box: labelOfRole(role) });
