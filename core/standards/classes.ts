import type { FoundDesignation } from './designation.ts';

type Kind = Pick<FoundDesignation, 'family' | 'prefix'>;

/** A class by which offices count standards (标准汇总表). */
export interface StandardClass {
  /** As it stands in front of a row. */
  name: string;
  /** How else rows call it. */
  label: RegExp;
  isOf(kind: Kind): boolean;
  /** It is counted in parts, which are classes too. */
  inParts?: true;
}

const named = (words: string): RegExp => new RegExp(`^(?:${words})(?:[（(].*[)）])?$`, 'u');

export const CLASSES: readonly StandardClass[] = [
  { name: '国家标准', label: named('国家标准|国标'), isOf: ({ family }) => family === 'national', inParts: true },
  { name: 'GB', label: /^GB$/u, isOf: ({ prefix }) => prefix === 'GB' },
  { name: 'GB/T', label: /^GB\/T$/u, isOf: ({ prefix }) => prefix === 'GB/T' },
  { name: 'GB/Z', label: /^GB\/Z$/u, isOf: ({ prefix }) => prefix === 'GB/Z' },
  { name: '行业标准', label: named('行业标准|行标'), isOf: ({ family }) => family === 'industry' },
  { name: '地方标准', label: named('地方标准|地标'), isOf: ({ family }) => family === 'local' },
  { name: '团体标准', label: named('团体标准|团标'), isOf: ({ family }) => family === 'group' },
  {
    name: '内部标准',
    label: named('内部标准|企业标准|单位标准|本单位标准|自编标准|中心标准|企标'),
    isOf: ({ family }) => family === 'unit',
  },
];

/** The class that a word in front of a row means; undefined for any other word. */
export const classNamed = (label: string): StandardClass | undefined => CLASSES.find((one) => one.label.test(label));
