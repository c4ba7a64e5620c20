import type { CataloguePack, StatusAnswer } from '../standards/catalogue.ts';
import { readDesignation } from '../standards/designation.ts';
import { type ApplyReason, applyingIn } from './applying.ts';
import type { ServiceItem, UnitProfile, UnitStandard } from './profile.ts';
import { statusWithUnit } from './standards.ts';

/** A standard that a service goes by, with its status on the day. */
export interface Applied {
  designation: string;
  title: string;
  /** Sub-system in the register; '' outside of it. */
  system: string;
  answer: StatusAnswer;
  reason: ApplyReason;
}

export interface CoveredService {
  item: ServiceItem;
  standards: Applied[];
}

/** A standard of the register, with what goes by it. */
export interface CoveredStandard {
  standard: UnitStandard;
  answer: StatusAnswer;
  /** The services that go by it, with their places in the profile. */
  services: { at: number; name: string; reason: ApplyReason }[];
}

/** Which standards apply to which services, and what of it is missing or over. */
export interface Coverage {
  services: CoveredService[];
  standards: CoveredStandard[];
  /** Sub-systems of the register in their order; '' stands for those that have none, or are outside of it. */
  systems: string[];
  /** Designations by which services go and that the register does not have. */
  outside: string[];
  counts: {
    standards: number;
    /** Of the register: the unit's own, and those of others. */
    own: number;
    services: number;
    servicesWithout: number;
    standardsUnused: number;
    /** Standards of which the register does not say where they are kept. */
    unplaced: number;
  };
}

/** The row of a standard in a register by designations: of one without a year that of the edition which it means on the day. */
export const registered = <Row>(
  register: ReadonlyMap<string, Row>,
  designation: string,
  { row }: Pick<StatusAnswer, 'row'>,
): Row | undefined => register.get(designation) ?? (row && register.get(row.designation));

/** Which standards apply to which services on a day, and the reverse. Pure. @param today ISO day */
export function coverageOf(unit: UnitProfile, catalogue: CataloguePack, today: string): Coverage {
  const ask = statusWithUnit(catalogue, unit);
  const answers = new Map<string, StatusAnswer>();
  const answerOf = (designation: string): StatusAnswer => {
    const known = answers.get(designation) ?? ask(designation, today);
    answers.set(designation, known);
    return known;
  };
  const register = new Map(unit.standards.map((standard) => [standard.designation, standard]));
  const applying = applyingIn(unit, today);
  const users = new Map<string, CoveredStandard['services']>();
  const outside = new Set<string>();
  const services = unit.services.map((item, at): CoveredService => {
    const standards = applying(item).map(({ designation, reason }): Applied => {
      const answer = answerOf(designation);
      const own = registered(register, designation, answer);
      if (own === undefined) outside.add(designation);
      const known = users.get(own?.designation ?? designation) ?? [];
      users.set(own?.designation ?? designation, known);
      known.push({ at, name: item.name, reason });
      return { designation, title: own?.title ?? answer.row?.title ?? '', system: own?.system ?? '', answer, reason };
    });
    return { item, standards };
  });
  const standards = unit.standards.map(
    (standard): CoveredStandard => ({
      standard,
      answer: answerOf(standard.designation),
      services: users.get(standard.designation) ?? [],
    }),
  );
  const systems = [...new Set(unit.standards.map(({ system = '' }) => system))].filter((system) => system !== '');
  const someWithout = services.some((one) => one.standards.some(({ system }) => system === ''));
  return {
    services,
    standards,
    systems: someWithout ? [...systems, ''] : systems,
    outside: [...outside],
    counts: {
      standards: standards.length,
      own: standards.filter(({ standard }) => readDesignation(standard.designation)?.family === 'unit').length,
      services: services.length,
      servicesWithout: services.filter((one) => one.standards.length === 0).length,
      standardsUnused: standards.filter((one) => one.services.length === 0).length,
      unplaced: standards.filter(({ standard }) => (standard.place ?? '') === '').length,
    },
  };
}
