import { halfWidth, squeeze } from '../base/text.ts';
import { type Advice, adviseOn } from '../standards/advice.ts';
import type { CataloguePack, StatusAnswer } from '../standards/catalogue.ts';
import { type Citation, citedOnce } from '../standards/citations.ts';
import type { ServiceItem, UnitProfile } from './profile.ts';
import { statusWithUnit } from './standards.ts';

/** A standard with its two dates and its status on a day. */
export interface StandardView {
  designation: string;
  title: string;
  publishedOn?: string;
  effectiveOn?: string;
  answer: StatusAnswer;
}

/** A standard that a document names, and what to do about it. */
export interface CitedStandard extends StandardView {
  advice: Advice;
}

/** A service that a page is about. */
export interface ServiceMatch {
  item: ServiceItem;
  /** exact: code or full name; alias: another name of it; part: one name is contained in the other, or in the title. */
  match: 'exact' | 'alias' | 'part';
  standards: StandardView[];
}

/** What a service is recognised by; a document model has it all. */
export interface ServicePage {
  title: string;
  fields: readonly { role: string; state: string; value?: unknown }[];
}

/** Shorter names are contained in too many others. */
const PART_LENGTH = 4;

const nameKey = (text: string): string => halfWidth(squeeze(text)).replace(/[《》“”"'（）()【】[\]·、，,]/g, '');

function nameIn(page: ServicePage, role: string): string {
  const field = page.fields.find((one) => one.role === role);
  return field?.state === 'present' && typeof field.value === 'string' ? nameKey(field.value) : '';
}

const namesOf = (item: ServiceItem): string[] => [item.name, ...(item.aliases ?? [])].map(nameKey);

/** The longest name of the item that is contained in the text, or the other way round where the text is a name too. */
function partOf(item: ServiceItem, text: string, textIsName: boolean): string {
  const contained = namesOf(item).filter(
    (name) =>
      (name.length >= PART_LENGTH && text.includes(name)) ||
      (textIsName && text.length >= PART_LENGTH && name.includes(text)),
  );
  return contained.sort((left, right) => right.length - left.length)[0] ?? '';
}

function recognise(page: ServicePage, services: readonly ServiceItem[]): Pick<ServiceMatch, 'item' | 'match'>[] {
  const name = nameIn(page, 'serviceName');
  const codes = [nameIn(page, 'serviceCode'), nameIn(page, 'basicCode')].filter((code) => code !== '');
  const exact = services.filter((item) => nameKey(item.name) === name || codes.includes(nameKey(item.code ?? '')));
  if (exact.length > 0) return exact.map((item) => ({ item, match: 'exact' }));
  const alias = services.filter((item) => name !== '' && namesOf(item).includes(name));
  if (alias.length > 0) return alias.map((item) => ({ item, match: 'alias' }));
  const text = name || nameKey(page.title);
  const parts = services
    .map((item) => ({ item, part: partOf(item, text, name !== '') }))
    .filter(({ part }) => part !== '');
  // A name inside a longer name that was found too is not meant.
  const meant = parts.filter(({ part }) => !parts.some((other) => other.part !== part && other.part.includes(part)));
  return meant.map(({ item }) => ({ item, match: 'part' }));
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

/** The standards that govern a service, with their status today, in the order of the profile. */
export function standardsFor(
  service: ServiceItem,
  unit: UnitProfile,
  catalogue: CataloguePack,
  today: string,
): StandardView[] {
  const ask = statusWithUnit(catalogue, unit);
  return service.standards.map((designation) => view(designation, '', ask, today));
}

/**
 * The services that a page is about: by code or name in its boxes, else by another name, else by a name contained in
 * the service box or the title. Empty when nothing points to one.
 */
export function servicesOn(
  page: ServicePage,
  unit: UnitProfile,
  catalogue: CataloguePack,
  today: string,
): ServiceMatch[] {
  return recognise(page, unit.services).map(({ item, match }) => ({
    item,
    match,
    standards: standardsFor(item, unit, catalogue, today),
  }));
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
    const shown = view(cited.designation, cited.title, ask, today);
    return { ...shown, advice: adviseOn(shown.answer, cited) };
  });
}
