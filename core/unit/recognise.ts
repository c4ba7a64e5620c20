import { halfWidth, squeeze } from '../base/text.ts';
import type { ServiceItem } from './profile.ts';
import { ACTIONS, TITLE_ENDS, TITLE_STARTS } from './service-words.ts';

/** What a service is recognised by; a document model has it all. */
export interface ServicePage {
  title: string;
  fields: readonly { role: string; state: string; value?: unknown }[];
}

/** A service that is meant, and how sure that is; see `ServiceMatch` of services.ts. */
export interface Recognised {
  item: ServiceItem;
  match: 'exact' | 'alias' | 'part' | 'near';
}

/** Shorter names are contained in too many others, and near to too many. */
const PART_LENGTH = 4;
/** Services that are asked about: of those with a name near to the one on the page, and of those whose names go on from it. */
const [MOST_NEAR, MOST_BEGUN] = [3, 5];
/** Share of the pairs of characters of two names that both have, from which on they are near. */
const NEAR = 0.6;
/** Characters that may be others: with more it is another thing of the same kind (城镇职工 for 城乡居民). */
const MOST_WRONG = 1;
/** The beginning or the end of a name is more of it than what is missing. */
const BEGUN = 0.5;
/** What two names share at their ends, so that one may stand for both: 水费代缴 and 电费代缴 in 水电费代缴. */
const SHARED_LENGTH = 2;

/** What people said of names on pages: which service of the profile each means; '' for none of those that were offered. */
export type SaidOfNames = Readonly<Record<string, string>>;

/** The form in which names of services are compared, and under which it is kept what people said of one. */
export const nameKey = (text: string): string => halfWidth(squeeze(text)).replace(/[《》“”"'（）()【】[\]·、，,]/g, '');

function nameIn(page: ServicePage, role: string): string {
  const field = page.fields.find((one) => one.role === role);
  return field?.state === 'present' && typeof field.value === 'string' ? field.value : '';
}

/** The name of a service as a page writes it: in its box, else what its title is about; '' where neither is written. */
export const nameOnPage = (page: ServicePage): string => nameIn(page, 'serviceName') || coreOf(page.title);

/** What a title is about, without what stands around the name of a service: 源潭镇…申请表, 关于…的公示. */
function coreOf(title: string): string {
  let core = title.trim();
  for (let before = ''; before !== core; ) {
    before = core;
    core = core.replace(TITLE_STARTS, '').replace(TITLE_ENDS, '');
  }
  return core;
}

const namesOf = (item: ServiceItem): string[] => [item.name, ...(item.aliases ?? [])].map(nameKey);

/** The longest name of the item that is contained in the text. */
function partOf(item: ServiceItem, text: string): string {
  const contained = namesOf(item).filter((name) => name.length >= PART_LENGTH && text.includes(name));
  return contained.sort((left, right) => right.length - left.length)[0] ?? '';
}

/** How many characters two texts have in common at their ends, or at their beginnings. */
function sharedLength(left: string, right: string, fromEnd: boolean): number {
  let count = 0;
  while (
    count < Math.min(left.length, right.length) &&
    left.at(fromEnd ? -1 - count : count) === right.at(fromEnd ? -1 - count : count)
  )
    count += 1;
  return count;
}

/** Whether a text says a name in short together with another one that it has in full: 水费代缴 in 水电费代缴. */
function isSaidWith(name: string, full: string, text: string): boolean {
  const at = text.indexOf(full);
  const [before, behind] = [text.slice(0, at), text.slice(at + full.length)];
  const lengths = (shared: number): number[] =>
    Array.from({ length: Math.max(0, shared - SHARED_LENGTH + 1) }, (_, more) => SHARED_LENGTH + more).filter(
      (length) => length < name.length,
    );
  return (
    lengths(sharedLength(name, full, true)).some((length) =>
      before.replace(/[与及和或]$/u, '').endsWith(name.slice(0, -length)),
    ) ||
    lengths(sharedLength(name, full, false)).some((length) =>
      behind.replace(/^[与及和或]/u, '').startsWith(name.slice(length)),
    )
  );
}

/** The services whose names stand in a text. A name in short beside one in full makes all of them a question. */
function partsIn(text: string, services: readonly ServiceItem[]): Recognised[] {
  const parts = services.map((item) => ({ item, part: partOf(item, text) })).filter(({ part }) => part !== '');
  // A name inside a longer name that was found too is not meant.
  const whole = parts.filter(({ part }) => !parts.some((other) => other.part !== part && other.part.includes(part)));
  const found = new Set(parts.map(({ item }) => item));
  const inShort = services.filter(
    (item) => !found.has(item) && whole.some(({ part }) => namesOf(item).some((name) => isSaidWith(name, part, text))),
  );
  const match = inShort.length > 0 ? 'near' : 'part';
  return [...whole.map(({ item }) => item), ...inShort].map((item) => ({ item, match }));
}

/** The share of the pairs of characters of two names that both have. */
function sharedPairs(left: string, right: string): number {
  const pairsOf = (text: string): string[] =>
    Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2));
  const [own, others] = [pairsOf(left), pairsOf(right)];
  const there = own.filter((pair) => others.includes(pair)).length;
  return (2 * there) / (own.length + others.length);
}

/** How many characters two names have in common, in the same order. */
function commonLength(left: string, right: string): number {
  let row: number[] = Array.from({ length: right.length + 1 }, () => 0);
  for (const sign of left) {
    const next = [0];
    for (let at = 0; at < right.length; at += 1)
      next.push(sign === right[at] ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** How near a text comes to a name, from 0 to 1: it differs by a character, or by some that only one of them has. */
export function nearness(name: string, text: string): number {
  const shared = sharedPairs(name, text);
  if (shared < NEAR) return 0;
  const common = commonLength(name, text);
  // 补贴申请 is the end of many names.
  if (common === text.length && name.endsWith(text)) return 0;
  return Math.min(name.length, text.length) - common <= MOST_WRONG ? shared : 0;
}

/** Services whose names come near to one. */
function nearOnes(name: string, services: readonly ServiceItem[]): ServiceItem[] {
  if (name.length < PART_LENGTH) return [];
  const all = services.flatMap((item) => namesOf(item).map((text) => ({ item, shared: nearness(text, name) })));
  const found = all.filter(({ shared }) => shared > 0).sort((left, right) => right.shared - left.shared);
  return [...new Set(found.map(({ item }) => item))].slice(0, MOST_NEAR);
}

/** A name that says first what is done: 换领残疾人证 → 残疾人证换领. */
function turned(name: string): string {
  const action = ACTIONS.find((word) => name.startsWith(word));
  return action === undefined ? '' : name.slice(action.length) + action;
}

/** A name without what is done: 残疾人证换领 → 残疾人证. */
function thingOf(name: string): string {
  const action = ACTIONS.find((word) => name.endsWith(word));
  return action === undefined ? '' : name.slice(0, name.length - action.length);
}

/** Services that are about a thing, or whose names begin so; none where these are too many to ask. */
function begunBy(thing: string, services: readonly ServiceItem[]): ServiceItem[] {
  if (thing.length < 2) return [];
  const begins = (name: string): boolean =>
    thingOf(name) === thing ||
    (thing.length >= PART_LENGTH && name.startsWith(thing) && thing.length > name.length * BEGUN);
  const found = services.filter((item) => namesOf(item).some(begins));
  return found.length > MOST_BEGUN ? [] : found;
}

/** The only service whose name ends so; what many end with (补贴申请) is none. */
function endedBy(end: string, services: readonly ServiceItem[]): ServiceItem[] {
  if (end.length <= PART_LENGTH) return [];
  const found = services.filter((item) =>
    namesOf(item).some((name) => name.endsWith(end) && end.length > name.length * BEGUN),
  );
  return found.length === 1 ? found : [];
}

/** Services that a name may mean, of which a person has to say which. */
function askedAbout(name: string, services: readonly ServiceItem[]): ServiceItem[] {
  const other = turned(name);
  const same = services.filter((item) => other !== '' && namesOf(item).includes(other));
  if (same.length > 0) return same;
  const begun = begunBy(name, services);
  if (begun.length > 0) return begun;
  const near = nearOnes(name, services);
  if (near.length > 0) return near;
  const ended = endedBy(name, services);
  return ended.length > 0 ? ended : begunBy(thingOf(name) || thingOf(other), services);
}

/**
 * The services that a page is about: by code or name in its boxes, else by another name, else by a name contained in the
 * service box or the title, else by one that comes near, of which a person has to say. Empty when nothing points to one.
 */
export function recognise(page: ServicePage, services: readonly ServiceItem[], said: SaidOfNames): Recognised[] {
  const [box, onPage] = [nameKey(nameIn(page, 'serviceName')), nameKey(nameOnPage(page))];
  const meant = Object.hasOwn(said, onPage) ? said[onPage] : undefined;
  const codes = [nameIn(page, 'serviceCode'), nameIn(page, 'basicCode')].map(nameKey).filter((code) => code !== '');
  const exact = services.filter((item) => nameKey(item.name) === box || codes.includes(nameKey(item.code ?? '')));
  if (exact.length > 0) return exact.map((item) => ({ item, match: 'exact' }));
  const alias = services.filter((item) => (box !== '' && namesOf(item).includes(box)) || item.name === meant);
  if (alias.length > 0) return alias.map((item) => ({ item, match: 'alias' }));
  const parts = partsIn(box || nameKey(page.title), services);
  if (parts.some(({ match }) => match === 'part') || meant !== undefined)
    return parts.filter(({ match }) => match === 'part');
  if (parts.length > 0) return parts;
  return askedAbout(onPage, services).map((item) => ({ item, match: 'near' }));
}

/** The services that a page is about for certain: not those about which a person has to be asked. */
export const surelyOn = (page: ServicePage, services: readonly ServiceItem[], said: SaidOfNames = {}): ServiceItem[] =>
  recognise(page, services, said).flatMap(({ item, match }) => (match === 'near' ? [] : [item]));
