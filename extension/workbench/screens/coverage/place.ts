import { hashOf } from '../../route.ts';
import { COVERAGE } from './words.ts';

/** What of the coverage is listed. */
export type View = keyof typeof COVERAGE.views;
export const VIEWS = Object.keys(COVERAGE.views) as View[];

/** What an address asks for: a list, or the page of a service or of a standard. */
export type CoveragePlace = { view: View } | { service: string } | { standard: string };

/** Longer names stand by their number in an address. */
const LONGEST = 200;

/** What an address asks for; all services where it is no place of this screen. */
export function readCoveragePlace(parameter = ''): CoveragePlace {
  const [, page, text] = /^(service|standard)\/(.+)$/su.exec(parameter) ?? [];
  if (page === 'service') return { service: text ?? '' };
  if (page === 'standard') return { standard: text ?? '' };
  return { view: VIEWS.find((view) => view === parameter) ?? 'all' };
}

type Named = readonly { name: string }[];

/** The page of a service: by its name, or by its number where an earlier one is called so too. */
export function hashOfService(services: Named, at: number): string {
  const name = services[at]?.name ?? '';
  const first = services.findIndex((one) => one.name === name);
  return hashOf('coverage', `service/${first === at && name.length <= LONGEST ? name : `.${at + 1}`}`);
}

/** Which service an address means; -1 for none. */
export function serviceAt(services: Named, text: string): number {
  const named = services.findIndex(({ name }) => name === text);
  const number = Number(/^\.(\d{1,6})$/.exec(text)?.[1] ?? 0);
  return named >= 0 ? named : number <= services.length ? number - 1 : -1;
}

/** The page of a standard, in the register or outside of it. */
export const hashOfStandard = (designation: string): string => hashOf('coverage', `standard/${designation}`);
export const hashOfView = (view: View): string => hashOf('coverage', view);
