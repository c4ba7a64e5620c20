import { fillSlots } from '../../../../core/base/text.ts';
import { readSubject, stateWords } from '../../../../core/evidence/kept-state.ts';
import type { StatusAnswer } from '../../../../core/standards/catalogue.ts';
import { exactBefore, type Found } from '../../../../core/standards/finder.ts';
import type { Person, UnitProfile } from '../../../../core/unit/profile.ts';
import type { FoundService, UnitWindow } from '../../../../core/unit/search.ts';
import type { StandardRow } from '../../../../core/unit/standards-list.ts';
import type { FoundEntry, FoundEverywhere } from '../../../worker/search.ts';
import { hashOf } from '../../route.ts';
import type { Screen } from '../../screen.ts';
import { hashOfService, hashOfStandard } from '../coverage/place.ts';
import { hashOfEntry } from '../ledger/place.ts';
import { FIND } from './words.ts';

/** One thing that was found. */
export interface FoundItem {
  name: string;
  /** Where it leads. */
  href: string;
  /** What tells it from others of its kind. */
  notes: string[];
  /** Of a standard. */
  answer?: StatusAnswer;
  /** Of an entry, by which later words about it are found. */
  found?: FoundEntry;
}

export type GroupId = keyof typeof FIND.groups;

/** The first of one kind, and how many there are. */
export interface FoundGroup {
  id: GroupId;
  items: FoundItem[];
  /** 12 项, 200 项以上. */
  count: string;
  /** Where the others are; undefined where all are here. */
  all?: string;
}

export interface FoundGroups {
  groups: FoundGroup[];
  count: number;
  near: boolean;
}

/** Services of a window that are named. */
const FEW = 3;

const ofScreen = ({ id, title }: Screen): FoundItem => ({ name: title, href: hashOf(id), notes: [] });

const ofStandard =
  (unit: UnitProfile | undefined) =>
  ({ designation, title, place, answer }: StandardRow): FoundItem => ({
    name: `${designation} ${title}`,
    // Its page tells what of the unit hangs on it.
    href: unit === undefined ? hashOf('standards', designation) : hashOfStandard(designation),
    notes: place === undefined ? [] : [fillSlots(FIND.place, { place })],
    answer,
  });

const ofService =
  (unit: UnitProfile | undefined) =>
  ({ item, at }: FoundService): FoundItem => {
    const { name, aliases = [], code, basicCode, department } = item;
    const number = code ?? basicCode;
    return {
      name,
      href: hashOfService(unit?.services ?? [], at),
      notes: [
        ...(department === undefined ? [] : [department]),
        ...(number === undefined ? [] : [fillSlots(FIND.code, { code: number })]),
        ...(aliases.length === 0 ? [] : [fillSlots(FIND.alias, { names: aliases.join('、') })]),
      ],
    };
  };

const ofWindow = ({ name, services }: UnitWindow): FoundItem => {
  const [names, count] = [services.slice(0, FEW).join('、'), services.length];
  return {
    name,
    href: hashOf('unit', 'windows'),
    notes: count > FEW ? [fillSlots(FIND.serves, { names, count })] : [names].filter(Boolean),
  };
};

const ofPerson = ({ name, posts }: Person): FoundItem => ({
  name,
  href: hashOf('unit', 'people'),
  notes: posts.map(({ name: post, from, to }) => {
    const period =
      from === undefined
        ? to && fillSlots(FIND.until, { to })
        : to === undefined
          ? fillSlots(FIND.since, { from })
          : fillSlots(FIND.span, { from, to });
    return period === undefined ? post : fillSlots(FIND.post, { name: post, period });
  }),
});

const ofEntry = (found: FoundEntry): FoundItem => {
  const { entry, chain } = found;
  const { about, state } = readSubject(entry.subject);
  return {
    name: about,
    href: hashOfEntry(entry.sequence, chain),
    notes: [entry.factOn, stateWords(state), entry.actor].filter(Boolean),
    found,
  };
};

/** What was found, as it is shown: group by group, what nothing was found of left out. */
export function groupsOf(
  answer: FoundEverywhere,
  screens: Found<Screen>,
  { words, unit }: { words: string; unit: UnitProfile | undefined },
): FoundGroups {
  const { more, ...lists } = answer;
  const all = exactBefore({ ...lists, screens });
  const group = <Item>(
    id: GroupId,
    { items, count }: Found<Item>,
    shown: (item: Item) => FoundItem,
    others?: string,
  ): FoundGroup => ({
    id,
    items: items.map(shown),
    count: fillSlots(id === 'evidence' && more ? FIND.more : FIND.count, { count }),
    ...(others !== undefined && count > items.length && { all: others }),
  });
  const groups = [
    group('screens', all.screens, ofScreen),
    group('services', all.services, ofService(unit), hashOf('coverage')),
    group('register', all.register, ofStandard(unit), hashOf('standards', words)),
    group('standards', all.standards, ofStandard(unit), hashOf('standards', words)),
    group('evidence', all.evidence, ofEntry, hashOf('ledger')),
    group('windows', all.windows, ofWindow, hashOf('unit', 'windows')),
    group('people', all.people, ofPerson, hashOf('unit', 'people')),
  ];
  const found = Object.values<Found<unknown>>(all);
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    count: found.reduce((sum, { count }) => sum + count, 0),
    near: found.some(({ near }) => near),
  };
}
