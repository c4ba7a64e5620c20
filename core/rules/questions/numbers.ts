import { squeeze } from '../../base/text.ts';
import { isOpenNumber } from '../../document/values.ts';
import type { Beside, NumberRole, OtherDocument } from '../rule.ts';
import { isEmptyText } from './boxes.ts';

/** A document as far as it is compared with others by its numbers. */
export interface Numbered extends OtherDocument {
  numbers: Partial<Record<NumberRole, string>>;
  /** Year in which it came in or went out; missing where it is not known. */
  year?: string;
  /** It is still under way: its number may not be its own yet. */
  open?: boolean;
}

/** So many documents with one number are no slip of a pen: the column holds something else. */
const MOST_OF_ONE = 3;
/** Of a hundred rows so many may share their number with another, and at least so many. */
const MOST_SHARED = 10;
const FEWEST_SHARED = 2;

/** A number as it is compared: brackets, spaces and width make no other number. */
export const plainNumber = (number: string): string =>
  squeeze(number.normalize('NFKC'))
    .replace(/[[({【﹝〈<]/gu, '〔')
    .replace(/[\])}】﹞〉>]/gu, '〕')
    .toUpperCase();

/** Two entries of one document: sent once more, put right, or listed under a shorter name. */
const plainTitle = (title: string): string => title.normalize('NFKC').replace(/\([^()]*\)|[^\p{L}\p{N}]/gu, '');

function isSameTitle(left: string, right: string): boolean {
  const [one, other] = [plainTitle(left), plainTitle(right)];
  return one === '' || other === '' || one.includes(other) || other.includes(one);
}

/**
 * What a number is known by; undefined where it is none that is given once. A bare serial begins anew each year, and on outgoing
 * documents in each office.
 */
function keyOf({ numbers, year }: Numbered, role: NumberRole): string | undefined {
  const number = numbers[role] ?? '';
  if (isEmptyText(number) || isOpenNumber(number) || !/\d/.test(number)) return undefined;
  const plain = plainNumber(number);
  if (/(?:19|20)\d{2}/.test(plain)) return plain;
  if (role === 'docNumber' || year === undefined) return undefined;
  return `${year} ${plain}`;
}

/**
 * For each document of a register, in their order, the others that bear its number under another title. A role is missing where
 * nobody can tell. Documents that are under way are left out.
 */
export function besideOf(documents: readonly Numbered[]): Beside[] {
  const roles = ['docNumber', 'receiptNumber'] as const;
  const groups = roles.map((role) => [role, groupsOf(documents, role)] as const);
  return documents.map((one) =>
    Object.fromEntries(
      groups.flatMap(([role, known]) => {
        const group = one.open ? undefined : known?.get(keyOf(one, role) ?? '');
        if (group === undefined || group.length > MOST_OF_ONE) return [];
        return [[role, group.filter((other) => other !== one && !isSameTitle(other.title, one.title))]];
      }),
    ),
  );
}

/** Documents by their number; undefined where so many share one that the numbers are none of single documents. */
function groupsOf(documents: readonly Numbered[], role: NumberRole): Map<string, Numbered[]> | undefined {
  const groups = new Map<string, Numbered[]>();
  let numbered = 0;
  for (const one of documents) {
    const key = one.open ? undefined : keyOf(one, role);
    if (key === undefined) continue;
    numbered += 1;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const shared = [...groups.values()].filter((group) => group.length > 1).flat().length;
  return shared > Math.max(FEWEST_SHARED, (numbered * MOST_SHARED) / 100) ? undefined : groups;
}
