import { type Advice, adviseOn } from '../standards/advice.ts';
import type { CataloguePack, StatusAnswer } from '../standards/catalogue.ts';
import { type Citation, type CitedAt, citedOnce, placesOnPage } from '../standards/citations.ts';
import { applyingIn, reasonText } from './applying.ts';
import type { ServiceItem, UnitProfile } from './profile.ts';
import { type Recognised, recognise, type SaidOfNames, type ServicePage } from './recognise.ts';
import { type HeldEdition, heldEdition, statusWithUnit } from './standards.ts';

/** A standard with its two dates and its status on a day. */
export interface StandardView {
  designation: string;
  title: string;
  publishedOn?: string;
  effectiveOn?: string;
  answer: StatusAnswer;
  /** Why it governs a service that does not name it, in words. */
  reason?: string;
  /** The unit's edition, where its register says that there is a newer one. The catalogue's answer is another fact. */
  held?: HeldEdition;
}

/** A standard that a document names, and what to do about it. */
export interface CitedStandard extends StandardView {
  advice: Advice;
  /** Where on the page. */
  places: CitedAt[];
}

/** A service that a page is about. */
export interface ServiceMatch {
  item: ServiceItem;
  /**
   * exact: code or full name; alias: another name of it, or a person said so; part: a name of it is contained in the box or in
   * the title; near: what stands there comes near to it, or may mean several, and a person has to say.
   */
  match: Recognised['match'];
  standards: StandardView[];
  /** Names of the windows that handle it; [] where the profile does not say. */
  windows: string[];
}

type Ask = ReturnType<typeof statusWithUnit>;

function view(designation: string, title: string, ask: Ask, today: string): StandardView {
  const answer = ask(designation, today);
  const { row } = answer;
  return {
    designation: answer.designation,
    title: row?.title ?? title,
    ...(row?.publishedOn === undefined ? {} : { publishedOn: row.publishedOn }),
    ...(row?.effectiveOn === undefined ? {} : { effectiveOn: row.effectiveOn }),
    answer,
  };
}

/** The standards that govern a service, with their status today: those that it names in the order of the profile, then those of rules. */
export function standardsFor(
  service: ServiceItem,
  unit: UnitProfile,
  catalogue: CataloguePack,
  today: string,
): StandardView[] {
  const ask = statusWithUnit(catalogue, unit);
  return applyingIn(
    unit,
    today,
  )(service).map(({ designation, reason }) => ({
    ...view(designation, '', ask, today),
    ...(reason.kind === 'named' ? {} : { reason: reasonText(reason) }),
  }));
}

/**
 * The services that a page is about: by code or name in its boxes, else by another name, else by a name contained in
 * the service box or the title, else by a name that comes near to that in the service box. Empty when nothing points to one.
 */
export function servicesOn(
  page: ServicePage,
  unit: UnitProfile,
  catalogue: CataloguePack,
  today: string,
  said: SaidOfNames = {},
): ServiceMatch[] {
  return recognise(page, unit.services, said).map(({ item, match }) => ({
    item,
    match,
    standards: standardsFor(item, unit, catalogue, today).map((one) => withHeld(one, unit)),
    windows: (unit.windows ?? []).filter(({ services }) => services.includes(item.name)).map(({ name }) => name),
  }));
}

function withHeld<View extends StandardView>(shown: View, unit: UnitProfile | undefined): View {
  const held = unit && heldEdition(unit, shown.designation);
  return held ? { ...shown, held } : shown;
}

/** The standards that a document names, each once, in reading order, with their status today and what to do about them. */
export function citedStandards(
  document: { citations: readonly Citation[] },
  unit: UnitProfile | undefined,
  catalogue: CataloguePack,
  today: string,
): CitedStandard[] {
  const ask = statusWithUnit(catalogue, unit);
  return citedOnce(document.citations).map((cited) => {
    const shown = withHeld(view(cited.designation, cited.title, ask, today), unit);
    const places = placesOnPage(document.citations, cited.designation);
    return { ...shown, advice: adviseOn(shown.answer, cited), places };
  });
}
