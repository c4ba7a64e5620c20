import { nearest } from '../base/near.ts';
import { halfWidth, squeeze } from '../base/text.ts';
import { type Advice, adviseOn } from '../standards/advice.ts';
import type { CataloguePack, StatusAnswer } from '../standards/catalogue.ts';
import { type Citation, citedOnce } from '../standards/citations.ts';
import { applyingIn, reasonText } from './applying.ts';
import type { ServiceItem, UnitProfile } from './profile.ts';
import { statusWithUnit } from './standards.ts';

/** A standard with its two dates and its status on a day. */
export interface StandardView {
  designation: string;
  title: string;
  publishedOn?: string;
  effectiveOn?: string;
  answer: StatusAnswer;
  /** Why it governs a service that does not name it, in words. */
  reason?: string;
}

/** A standard that a document names, and what to do about it. */
export interface CitedStandard extends StandardView {
  advice: Advice;
}

/** A service that a page is about. */
export interface ServiceMatch {
  item: ServiceItem;
  /**
   * exact: code or full name; alias: another name of it, or a person said so; part: one name is contained in the other, or in
   * the title; near: some characters differ, and a person has to say.
   */
  match: 'exact' | 'alias' | 'part' | 'near';
  standards: StandardView[];
}

/** What a service is recognised by; a document model has it all. */
export interface ServicePage {
  title: string;
  fields: readonly { role: string; state: string; value?: unknown }[];
}

/** Shorter names are contained in too many others, and near to too many. */
const PART_LENGTH = 4;
/** Services that are asked about. */
const MOST_NEAR = 3;
/** Share of the pairs of characters of two names that both have, from which on they are near. */
const NEAR = 0.6;

/** What people said of names on pages: which service of the profile each means; '' for none of those that were offered. */
export type SaidOfNames = Readonly<Record<string, string>>;

/** The form in which names of services are compared, and under which it is kept what people said of one. */
export const nameKey = (text: string): string => halfWidth(squeeze(text)).replace(/[《》“”"'（）()【】[\]·、，,]/g, '');

function nameIn(page: ServicePage, role: string): string {
  const field = page.fields.find((one) => one.role === role);
  return field?.state === 'present' && typeof field.value === 'string' ? nameKey(field.value) : '';
}

/** The name of a service as a page writes it; '' where none is written. */
export function nameOnPage({ fields }: ServicePage): string {
  const field = fields.find(({ role }) => role === 'serviceName');
  return field?.state === 'present' && typeof field.value === 'string' ? field.value : '';
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

/** The share of the pairs of characters of two names that both have. */
function sharedPairs(left: string, right: string): number {
  const pairsOf = (text: string): string[] =>
    Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const [own, others] = [pairsOf(left), pairsOf(right)];
  const there = own.filter((pair) => others.includes(pair)).length;
  return (2 * there) / (own.length + others.length);
}

/** Services whose names come near to one: a character wrong, left out or more. */
function nearOnes(name: string, services: readonly ServiceItem[]): ServiceItem[] {
  if (name.length < PART_LENGTH) return [];
  const all = services.flatMap((item) => namesOf(item).map((text) => ({ item, text })));
  const found = nearest(
    all.map(({ text }) => text),
    name,
  ).flatMap((at) => all[at] ?? []);
  return [...new Set(found.filter(({ text }) => sharedPairs(text, name) >= NEAR).map(({ item }) => item))].slice(
    0,
    MOST_NEAR,
  );
}

function recognise(
  page: ServicePage,
  services: readonly ServiceItem[],
  said: SaidOfNames,
): Pick<ServiceMatch, 'item' | 'match'>[] {
  const name = nameIn(page, 'serviceName');
  const meant = Object.hasOwn(said, name) ? said[name] : undefined;
  const codes = [nameIn(page, 'serviceCode'), nameIn(page, 'basicCode')].filter((code) => code !== '');
  const exact = services.filter((item) => nameKey(item.name) === name || codes.includes(nameKey(item.code ?? '')));
  if (exact.length > 0) return exact.map((item) => ({ item, match: 'exact' }));
  const alias = services.filter((item) => name !== '' && (namesOf(item).includes(name) || item.name === meant));
  if (alias.length > 0) return alias.map((item) => ({ item, match: 'alias' }));
  const text = name || nameKey(page.title);
  const parts = services
    .map((item) => ({ item, part: partOf(item, text, name !== '') }))
    .filter(({ part }) => part !== '');
  // A name inside a longer name that was found too is not meant.
  const whole = parts.filter(({ part }) => !parts.some((other) => other.part !== part && other.part.includes(part)));
  if (whole.length > 0 || meant !== undefined) return whole.map(({ item }) => ({ item, match: 'part' }));
  return nearOnes(name, services).map((item) => ({ item, match: 'near' }));
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
