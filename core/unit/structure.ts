import { squeeze } from '../base/text.ts';
import type { CataloguePack, StatusAnswer } from '../standards/catalogue.ts';
import { classNamed } from '../standards/classes.ts';
import { isOver } from '../standards/status.ts';
import { readBoxText } from './box-text.ts';
import { codeAbove, codeKey, isPartOf } from './codes.ts';
import type { SubSystem, UnitProfile, UnitStandard } from './profile.ts';
import { statusWithUnit } from './standards.ts';

/** A standard of the system, with its status on the day. */
export interface Member {
  standard: UnitStandard;
  answer: StatusAnswer;
}

/** A box of the system with what stands in it. */
export interface SystemBox {
  /** '' where the boxes come from the words of the register. */
  code: string;
  name: string;
  /** Standards of the box itself. */
  members: Member[];
  below: SystemBox[];
  /** With those of the boxes below it: all, and those that are replaced or withdrawn. */
  count: number;
  over: number;
}

/** The system of standards of a unit on a day. */
export interface System {
  /** Whether the unit has declared it; else the boxes are the sub-systems that its register names. */
  declared: boolean;
  boxes: SystemBox[];
  /** Standards that stand in none. */
  outside: Member[];
  /** Standards of a declared system that have no code. */
  uncoded: Member[];
  /** Codes of standards that no box has. */
  undeclared: { code: string; standards: UnitStandard[] }[];
  /** Boxes that have nothing below them and no standard. */
  empty: SystemBox[];
  /** What the unit itself has withdrawn before: it is listed and not counted. */
  ended: UnitStandard[];
}

/** 服务提供标准体系 and 服务提供 are one. */
const nameKey = (name: string): string => squeeze(name).replace(/(?<=.{2})(?:标准)?(?:[子分])?体系$/u, '');

/** The boxes that the words of a register name, in their order: 国标 and the like are classes and no sub-systems. */
function boxesInWords({ standards }: UnitProfile): SubSystem[] {
  const boxes = new Map<string, SubSystem>();
  for (const { system = '' } of standards) {
    const key = nameKey(system);
    if (key !== '' && classNamed(squeeze(system)) === undefined && !boxes.has(key))
      boxes.set(key, { code: '', name: system });
  }
  return [...boxes.values()];
}

/** The boxes of a unit, and where something stands among them. */
export interface Places {
  declared: boolean;
  /** Each with the boxes above it behind it. */
  pathOf(box: SubSystem): SubSystem[];
  boxes: readonly SubSystem[];
  /** The box that a code names or stands below. `exact`: it is declared, or is a part of what has nothing below. */
  byCode(code: string): { box: SubSystem; exact: boolean } | undefined;
  /** The box that words name, by its code or its name; none where two have it. */
  byWords(words: string): SubSystem | undefined;
}

/** Where things stand in a unit's system. Pure. */
export function placesOf(unit: UnitProfile): Places {
  const declared = (unit.structure ?? []).length > 0;
  const boxes = declared ? (unit.structure ?? []) : boxesInWords(unit);
  const byKey = new Map(boxes.flatMap((box) => (box.code === '' ? [] : [[codeKey(box.code), box] as const])));
  const keys = new Set(byKey.keys());
  const names = Map.groupBy(boxes, ({ name }) => nameKey(name));
  const parents = new Set(boxes.flatMap(({ parent }) => (parent === undefined ? [] : [codeKey(parent)])));
  const byCode: Places['byCode'] = (code) => {
    const key = codeKey(code);
    const own = byKey.get(key);
    if (own !== undefined) return { box: own, exact: true };
    const above = codeAbove(key, keys);
    const box = above === undefined ? undefined : byKey.get(above);
    if (above === undefined || box === undefined) return undefined;
    return { box, exact: isPartOf(key, above) && !parents.has(above) };
  };
  return {
    declared,
    boxes,
    byCode,
    byWords(words) {
      const { code, name = '' } = readBoxText(words);
      const coded = code === undefined ? undefined : byKey.get(codeKey(code));
      const [named, another] = names.get(nameKey(words)) ?? names.get(nameKey(name)) ?? [];
      return coded ?? (another === undefined ? named : undefined);
    },
    pathOf(box) {
      const path = [box];
      for (let next = box.parent; next !== undefined && path.length <= boxes.length; ) {
        const above = byKey.get(codeKey(next));
        if (above === undefined) break;
        path.push(above);
        next = above.parent;
      }
      return path;
    },
  };
}

/** The box of a standard, by its code or else by the words of the register; undefined where it has none. */
export const boxOf = (places: Places, { code, system }: UnitStandard): SubSystem | undefined =>
  (code === undefined ? undefined : places.byCode(code)?.box) ??
  (system === undefined ? undefined : places.byWords(system));

/**
 * The system of standards on a day as a tree with its counts, and what does not fit. Pure; nothing is invented: without a
 * declared structure the boxes are those that the register names. @param on ISO day
 */
export function systemOn(unit: UnitProfile, catalogue: CataloguePack, on: string): System {
  const places = placesOf(unit);
  const ask = statusWithUnit(catalogue, unit);
  const nodes = new Map(
    places.boxes.map((box): [SubSystem, SystemBox] => [
      box,
      { code: box.code, name: box.name, members: [], below: [], count: 0, over: 0 },
    ]),
  );
  const system: System = {
    ...{ declared: places.declared, boxes: [], outside: [], uncoded: [], undeclared: [], empty: [] },
    ended: unit.standards.filter(({ withdrawnOn }) => withdrawnOn !== undefined && withdrawnOn <= on),
  };
  const ended = new Set(system.ended);
  const undeclared = new Map<string, UnitStandard[]>();
  for (const standard of unit.standards) {
    if (ended.has(standard)) continue;
    const member: Member = { standard, answer: ask(standard.designation, on) };
    const { code } = standard;
    if (places.declared && code === undefined) system.uncoded.push(member);
    if (places.declared && code !== undefined && !places.byCode(code)?.exact)
      undeclared.set(code, [...(undeclared.get(code) ?? []), standard]);
    const box = boxOf(places, standard);
    if (box === undefined) system.outside.push(member);
    else nodes.get(box)?.members.push(member);
    for (const each of box === undefined ? [] : places.pathOf(box)) {
      const node = nodes.get(each);
      if (node === undefined) continue;
      node.count += 1;
      node.over += isOver(member.answer) ? 1 : 0;
    }
  }
  for (const [box, node] of nodes) {
    const [, above] = places.pathOf(box);
    (above === undefined ? system.boxes : (nodes.get(above)?.below ?? system.boxes)).push(node);
  }
  system.undeclared = [...undeclared].map(([code, standards]) => ({ code, standards }));
  system.empty = [...nodes.values()].filter(({ below, count }) => below.length === 0 && count === 0);
  return system;
}

/** The boxes that stand beside each other at the top, below one box of the whole where there is such a one. */
export interface TopBoxes {
  whole: SystemBox | undefined;
  columns: readonly SystemBox[];
  /** What stands in none of the columns. */
  outside: readonly Member[];
}

/** The sub-systems as they are drawn and counted. */
export function topOf({ boxes, outside }: System): TopBoxes {
  const [first, second] = boxes;
  if (first === undefined || second !== undefined || first.below.length === 0)
    return { whole: undefined, columns: boxes, outside };
  return { whole: first, columns: first.below, outside: [...first.members, ...outside] };
}

/** All standards in a box and in those below it, in the order of the boxes. */
export const membersIn = (box: SystemBox): Member[] => [...box.members, ...box.below.flatMap(membersIn)];
