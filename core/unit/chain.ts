import { squeeze } from '../base/text.ts';
import type { CataloguePack, CatalogueRow, StatusAnswer } from '../standards/catalogue.ts';
import { findDesignations, undated } from '../standards/designation.ts';
import { isOver, statusOn } from '../standards/status.ts';
import { applyingIn } from './applying.ts';
import { type Applied, type CoveredService, type CoveredStandard, registered } from './coverage.ts';
import { inPostOn } from './posts.ts';
import type { ServiceItem, UnitProfile, UnitStandard } from './profile.ts';
import { nameKey } from './recognise.ts';
import { registerOf, statusWithUnit } from './standards.ts';

/*
 * The chain from a service to its standards, the posts that handle it and what is missing; and the reverse, from a standard
 * to what goes by it.
 */

/** A window at which a service is handled, and who of the people is in a post of it. */
export interface Handler {
  window: string;
  people: string[];
}

/** The windows that handle a service, with the people who are in a post of theirs on a day. @param on ISO day */
export function handlersOf(unit: UnitProfile, service: ServiceItem, on: string): Handler[] {
  const names = new Set([service.name, service.parent ?? '', ...(service.aliases ?? [])].filter(Boolean).map(nameKey));
  const holders = inPostOn(unit, on);
  const inPost = (window: string): string[] => [
    ...new Set(holders.flatMap(({ person, post }) => (squeeze(post.name).includes(squeeze(window)) ? [person] : []))),
  ];
  return (unit.windows ?? []).flatMap(({ name, services }) =>
    services.some((one) => names.has(nameKey(one))) ? [{ window: name, people: inPost(name) }] : [],
  );
}

/** What is missing of a service's chain, or over in it. `no-guide` and `no-evidence` are of the ledger. */
export type ServiceGap = 'no-standard' | 'over' | 'outside' | 'no-duties' | 'no-window' | 'nobody';

/** What a service's chain lacks by the profile, in the order of the chain. */
export function gapsOf(
  { item, standards }: CoveredService,
  unit: UnitProfile,
  handlers: readonly Handler[],
): ServiceGap[] {
  const register = new Map(unit.standards.map((standard) => [standard.designation, standard]));
  const gaps: readonly (readonly [ServiceGap, boolean])[] = [
    ['no-standard', standards.length === 0],
    ['over', standards.some(({ answer }) => isOver(answer))],
    ['outside', standards.some(({ designation, answer }) => registered(register, designation, answer) === undefined)],
    ['no-duties', (item.duties ?? []).length === 0],
    ['no-window', handlers.length === 0],
    ['nobody', handlers.some(({ people }) => people.length === 0)],
  ];
  return gaps.flatMap(([gap, holds]) => (holds ? [gap] : []));
}

/** A duty of a service by a clause of a standard. */
export interface DutyOf {
  service: string;
  text: string;
  clause: string;
}

/** A standard, of which the edition is said, with its row of the register and of the catalogue, what it replaced and what replaced it, and what goes by it. */
export interface StandardChain extends Pick<Applied, 'designation' | 'title' | 'answer'> {
  /** The row of the unit's register; undefined where it has none. */
  own?: UnitStandard;
  /** Its row of the catalogue; undefined where that has none. */
  row?: CatalogueRow;
  /** What took its place, and in whose place it stands, each with its status on the day. */
  after: StatusAnswer[];
  before: StatusAnswer[];
  services: CoveredStandard['services'];
  duties: DutyOf[];
}

/** Whether a clause is one of a standard: Q/YTBM 101—2022 5.3. */
const isClauseOf = (clause: string, designation: string): boolean =>
  findDesignations(clause).some(({ text }) => text === designation || text === undated(designation));

/**
 * A standard of the register, or any other, with all that hangs on it on a day; without a year the edition is meant that is in
 * force. Pure. @param on ISO day
 */
export function standardChain(unit: UnitProfile, catalogue: CataloguePack, asked: string, on: string): StandardChain {
  const ask = statusWithUnit(catalogue, unit);
  const answer = ask(asked, on);
  const designation = answer.row?.designation ?? answer.designation;
  const number = undated(designation);
  // A reference without a year is to this one only where it is the edition in force.
  const means = (one: string): boolean =>
    one === designation || (one === number && ask(one, on).row?.designation === designation);
  const own = unit.standards.find((one) => one.designation === designation);
  const applying = applyingIn(unit, on);
  const { row } = statusOn(catalogue, designation, on);
  const before = [...registerOf(unit).rows, ...catalogue.rows].filter(({ replacedBy }) =>
    replacedBy?.includes(designation),
  );
  return {
    ...{ designation, title: own?.title ?? answer.row?.title ?? '', answer },
    ...(own && { own }),
    ...(row && { row }),
    after: answer.replacedBy.map((one) => ask(one.designation, on)),
    before: [...new Set(before.map((one) => one.designation))].map((one) => ask(one, on)),
    services: unit.services.flatMap((service, at) => {
      const applied = applying(service).find((one) => means(one.designation));
      return applied === undefined ? [] : [{ at, name: service.name, reason: applied.reason }];
    }),
    duties: unit.services.flatMap(({ name, duties = [] }) =>
      duties.flatMap(({ text, clause = '' }) =>
        isClauseOf(clause, designation) ? [{ service: name, text, clause }] : [],
      ),
    ),
  };
}
