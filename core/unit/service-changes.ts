import { halfWidth, squeeze } from '../base/text.ts';
import { readLimit } from '../document/values.ts';
import type { ServiceItem, UnitProfile } from './profile.ts';
import { nameKey, nearness } from './recognise.ts';
import type { TakenTables } from './take-tables.ts';

/** What a list says of a service beside its name and its standards, and how two of them are compared. */
const MEMBERS = {
  statutoryLimit: 'limit',
  promisedLimit: 'limit',
  serviceType: 'member',
  caseType: 'member',
  department: 'member',
  legalBasis: 'member',
  code: 'member',
  basicCode: 'member',
  parent: 'member',
} as const satisfies Partial<Record<keyof ServiceItem, 'limit' | 'member'>>;
export type ServiceMember = keyof typeof MEMBERS;
const MEMBER_NAMES = Object.keys(MEMBERS) as ServiceMember[];

/** One thing that a later profile says otherwise of a service than an earlier one. */
export interface ServiceChange {
  /**
   * `renamed`: its code says that it is the same one; `near`: one is gone and a new one is called almost so, and a person has to
   * say whether they are one.
   */
  kind: 'new' | 'gone' | 'renamed' | 'near' | 'limit' | 'member' | 'standards';
  /** Which one of a limit or another member. */
  member?: ServiceMember;
  /** As it was; undefined for a new one. */
  was?: ServiceItem;
  /** As it is; undefined where it is gone. */
  item?: ServiceItem;
  /** What was said and what is said now, as written; '' for nothing. Of standards those that went, and those that came. */
  before: string;
  after: string;
}

/**
 * The profile with no other services than those of the list of services in a workbook, as they stand then: what the list leaves
 * out is gone from it. Undefined where the workbook has no such list.
 */
export function withListedServices({ profile, tables }: TakenTables): UnitProfile | undefined {
  const list = tables.find(({ id, rows }) => id === 'services' && rows > 0);
  if (list === undefined) return undefined;
  const left = new Set(list.left);
  return { ...profile, services: profile.services.filter((_, at) => !left.has(at)) };
}

/**
 * What a later profile says otherwise of its services, in its order, and then what is gone. What only one of both says (a limit
 * that was not known until now) is no change, and neither is the first list of all.
 */
export function serviceChanges(before: UnitProfile, after: UnitProfile): ServiceChange[] {
  if (before.services.length === 0) return [];
  const { pairs, gone } = pairsOf(before.services, after.services);
  const come = after.services.filter((item) => !pairs.has(item));
  const near = nearPairs(gone, come);
  const called = new Set(near.values());
  const changes = after.services.flatMap((item): ServiceChange[] => {
    const was = pairs.get(item);
    if (was !== undefined) return changesOf(was, item);
    const perhaps = near.get(item);
    return perhaps === undefined
      ? [{ kind: 'new', item, before: '', after: item.name }]
      : [{ kind: 'near', was: perhaps, item, before: perhaps.name, after: item.name }];
  });
  const left = gone.filter((was) => !called.has(was));
  return [...changes, ...left.map((was): ServiceChange => ({ kind: 'gone', was, before: was.name, after: '' }))];
}

/** Name, main item and code: as much as tells services apart. */
export const wholeKey = ({ name, parent = '', code = '' }: ServiceItem): string =>
  JSON.stringify([nameKey(name), nameKey(parent), nameKey(code)]);

/** By what two services are one, the surest first. Of all but the whole key: what several have tells nothing. */
const KEYS: readonly ((item: ServiceItem) => string)[] = [
  wholeKey,
  ({ name, parent = '' }) => JSON.stringify([nameKey(name), nameKey(parent)]),
  ({ name }) => nameKey(name),
  ({ code = '' }) => nameKey(code),
];

/** Which earlier service each later one is. */
function pairsOf(
  before: readonly ServiceItem[],
  after: readonly ServiceItem[],
): { pairs: Map<ServiceItem, ServiceItem>; gone: ServiceItem[] } {
  const pairs = new Map<ServiceItem, ServiceItem>();
  let gone = [...before];
  for (const keyOf of KEYS) {
    const [earlier, later] = [
      Map.groupBy(gone, keyOf),
      Map.groupBy(
        after.filter((item) => !pairs.has(item)),
        keyOf,
      ),
    ];
    const found = new Set<ServiceItem>();
    for (const [key, items] of later) {
      const same = earlier.get(key) ?? [];
      if (key === '' || (keyOf !== wholeKey && (items.length > 1 || same.length > 1))) continue;
      for (const [at, was] of same.slice(0, items.length).entries()) {
        pairs.set(items[at] as ServiceItem, was);
        found.add(was);
      }
    }
    gone = gone.filter((item) => !found.has(item));
  }
  return { pairs, gone };
}

/** Comparing each with each takes too long beyond this. */
const MOST_COMPARED = 250_000;

/** New services that are called almost as one that is gone is, and none comes nearer to either. */
function nearPairs(gone: readonly ServiceItem[], come: readonly ServiceItem[]): Map<ServiceItem, ServiceItem> {
  if (gone.length * come.length > MOST_COMPARED) return new Map();
  const all = come.flatMap((item) =>
    gone.map((was) => {
      const [left, right] = [nameKey(was.name), nameKey(item.name)];
      return { item, was, near: left === right ? 0 : nearness(left, right) };
    }),
  );
  const [pairs, taken] = [new Map<ServiceItem, ServiceItem>(), new Set<ServiceItem>()];
  for (const { item, was } of all.filter(({ near }) => near > 0).sort((left, right) => right.near - left.near)) {
    if (pairs.has(item) || taken.has(was)) continue;
    pairs.set(item, was);
    taken.add(was);
  }
  return pairs;
}

const plain = (text: string): string => halfWidth(squeeze(text));

/** 15个工作日 and 15 工作日 say the same. */
function isSame(how: 'limit' | 'member', left: string, right: string): boolean {
  const [was, is] = how === 'limit' ? [readLimit(left), readLimit(right)] : [];
  if (was !== undefined && is !== undefined) return was.amount === is.amount && was.unit === is.unit;
  return nameKey(left) === nameKey(right);
}

/** What is different about a service that is one and the same. */
export function changesOf(was: ServiceItem, item: ServiceItem): ServiceChange[] {
  const both = { was, item };
  const changes: ServiceChange[] = [];
  if (nameKey(was.name) !== nameKey(item.name))
    changes.push({ kind: 'renamed', ...both, before: was.name, after: item.name });
  for (const member of MEMBER_NAMES) {
    const [before, after] = [was[member] ?? '', item[member] ?? ''];
    const kind = MEMBERS[member];
    if (before !== '' && after !== '' && !isSame(kind, before, after))
      changes.push({ kind, member, ...both, before, after });
  }
  const without = (some: readonly string[], others: readonly string[]): string =>
    some.filter((one) => !others.some((other) => plain(other) === plain(one))).join('、');
  const [went, came] = [without(was.standards, item.standards), without(item.standards, was.standards)];
  if (was.standards.length > 0 && item.standards.length > 0 && went + came !== '')
    changes.push({ kind: 'standards', ...both, before: went, after: came });
  return changes;
}
