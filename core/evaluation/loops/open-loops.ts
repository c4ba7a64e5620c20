import { addMonths } from '../../base/dates.ts';
import { fillSlots, shorten } from '../../base/text.ts';
import type { Place } from '../../ledger/entry.ts';
import { lastDayOf } from '../../records/due.ts';
import { tellsFault } from '../../records/fault.ts';
import { recordTypeOfId } from '../../records/index.ts';
import { type FilledRecord, linesOf, textsIn } from '../../records/kept-record.ts';
import type { RecordLink } from '../../records/record-type.ts';
import { agrees, agreesBy, comparable, mayBelong, namedIn, neighboursIn } from './belonging.ts';
import type { KeptRecord } from './kept-records.ts';

const WORDS = {
  copies: '“{number}”{version}版发放{issued}份、回收{back}份，没有写其余的去向。',
  called: '{type}“{about}”',
  unsure: '第{sequences}号可能就是，如果是，请在那一条的新版本里连上。',
} as const;

const MISSING: ReadonlyMap<RecordLink['how'], string> = new Map([
  ['then', '{called}还没有{other}。'],
  ['if-found', '{called}发现的“{what}”还没有{other}。'],
  ['with', '{called}换了版本，还没有旧版的{other}。'],
  ['any', '{called}满{months}个月了，还没有{other}。'],
]);

/** What is missing behind a record, or wrong with it. */
export interface OpenLoop {
  /** The record that it is about. */
  place: Place;
  /** Name of its type. */
  type: string;
  /** One sentence. */
  message: string;
  /** People whom the record names, or else the seat that registered it. */
  who: string;
  /** ISO day by which it was due; '' where nothing sets one. */
  due: string;
  /** Sequences of records that may be what is missing, though nothing says so: then it is only asked. */
  maybe: readonly number[];
}

/** What the rules say of one record: the ids of rules that found a fault, and their sentences. */
export type Judge = (record: FilledRecord) => readonly { rule: string; message: string }[];

export interface LoopContext {
  /** ISO day. */
  today: string;
  judge: Judge;
}

/** The rule that needs all issues of a document together. */
const COVERS = 'issue-covers-windows';

/**
 * What is not closed in these records, by day: what should have followed and did not, copies that did not come back, windows
 * that got none, and what the rules find in each. What is not due yet, and what is due on no day that can be told, is not here.
 * Same records, same day: same list.
 */
export function openLoops(records: readonly KeptRecord[], context: LoopContext): OpenLoop[] {
  const told = new Set<string>();
  const all: Records = { byType: Map.groupBy(records, ({ type }) => type.id), beside: neighboursIn(records) };
  const missing = records.flatMap((own) =>
    own.type.links
      .flatMap((link) => missingBehind(own, link, all, context.today))
      .filter(({ once, loop }) => {
        const key = once || `${loop.place.chain} ${loop.place.sequence} ${loop.message}`;
        return !told.has(key) && told.add(key);
      }),
  );
  return [
    ...missing.map(({ loop }) => loop),
    ...copies(records),
    ...windows(records, context),
    ...faults(records, context),
  ].sort(
    (left, right) =>
      left.maybe.length - right.maybe.length ||
      compare(left.due || '9999', right.due || '9999') ||
      left.place.sequence - right.place.sequence ||
      compare(left.place.chain, right.place.chain),
  );
}

/** The records of each type, and those that belong to one. */
interface Records {
  byType: ReadonlyMap<string, readonly KeptRecord[]>;
  beside(record: KeptRecord): ReadonlySet<KeptRecord>;
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const calledOf = ({ type, about, at }: KeptRecord): string =>
  about === ''
    ? `${type.name}（第${at.sequence}号）`
    : fillSlots(WORDS.called, { type: type.name, about: shorten(about, 30) });

/** People whom a record names, by the first of its boxes that has any. */
function whoOf({ type, record, actor }: KeptRecord): string {
  for (const box of type.boxes)
    if (box.type === 'people') {
      const names = textsIn(record, box.name);
      if (names.length > 0) return shorten(names.join('、'), 40);
    }
  return actor;
}

const loopOf = (own: KeptRecord, message: string, more: Partial<OpenLoop> = {}): OpenLoop => ({
  place: own.place,
  type: own.type.name,
  message,
  who: whoOf(own),
  due: '',
  maybe: [],
  ...more,
});

/** The last day for what is due, and whether it is over; undefined where it cannot be told, or has not come. */
function dueOf(own: KeptRecord, { due, months }: RecordLink, today: string): string | undefined {
  if (months !== undefined) {
    const day = own.factOn === '' ? undefined : addMonths(own.factOn, months);
    return day !== undefined && day < today ? day : undefined;
  }
  if (due === undefined) return '';
  const [year = ''] = /20\d\d/.exec(textsIn(own.record, '年度')[0] ?? '') ?? [];
  const days = textsIn(own.record, due).map((text) => lastDayOf(text) ?? (year && lastDayOf(`${year}年${text}`)) ?? '');
  const last = days.sort().at(-1) ?? '';
  return last !== '' && last < today ? last : undefined;
}

/** Whether something has to follow here at all. */
function isWanted(own: KeptRecord, { by, where, changed }: RecordLink, { byType }: Records): boolean {
  const box = by?.[0] ?? '';
  const before = (other: KeptRecord): boolean => other.factOn === '' || own.factOn === '' || other.factOn <= own.factOn;
  const same = (other: KeptRecord): boolean =>
    namedIn(own, box).some((text) => namedIn(other, box).some((there) => comparable(text) === comparable(there)));
  if (where !== undefined) return (byType.get(where) ?? []).some((other) => before(other) && same(other));
  if (changed === undefined) return true;
  const [version] = namedIn(own, changed);
  return (
    version !== undefined &&
    (byType.get(own.type.id) ?? []).some((other) => {
      const [earlier] = namedIn(other, changed);
      if (other === own || earlier === undefined || !before(other) || !same(other)) return false;
      // Of two of one day, the one with the higher number is the newer.
      return !agrees(earlier, version) && (other.factOn < own.factOn || other.at.sequence < own.at.sequence);
    })
  );
}

/** A loop, and what it is told once for: a recall is missing after an order and after an issue alike. */
interface Missing {
  loop: OpenLoop;
  once: string;
}

function missingBehind(own: KeptRecord, link: RecordLink, all: Records, today: string): Missing[] {
  const other = recordTypeOfId(link.to);
  const due = dueOf(own, link, today);
  if (other === undefined || due === undefined || !isWanted(own, link, all)) return [];
  // Of things that go together the one that brings the change asks for the other.
  if (link.how === 'with' && link.changed === undefined) return [];
  const there = all.byType.get(link.to) ?? [];
  if (link.how === 'any' && there.length > 0) return [];
  const linked = [...all.beside(own)].filter(({ type }) => type.id === link.to);
  const say = (what: string): Missing => {
    const slots = { called: calledOf(own), other: other.name, what: shorten(what, 30), months: link.months ?? 0 };
    const isFree = (one: KeptRecord): boolean => ![...all.beside(one)].some(({ type }) => type === own.type);
    const free = there.filter((one) => isFree(one) && mayBelong(own, one, link.by));
    const maybe = free.map(({ at }) => at.sequence);
    const question = maybe.length === 0 ? '' : fillSlots(WORDS.unsure, { sequences: maybe.slice(0, 5).join('、') });
    const key = link.by === undefined ? '' : comparable(namedIn(own, link.by[0])[0] ?? '');
    return {
      loop: loopOf(own, fillSlots(MISSING.get(link.how) ?? '', slots) + question, { due, maybe }),
      once: link.how === 'if-found' || key === '' || link.to !== 'recall-record' ? '' : `${link.to} ${key}`,
    };
  };
  if (link.found !== undefined) {
    const wrong = namedIn(own, link.found).filter((text) => tellsFault(text) === true);
    if (linked.length >= wrong.length) return [];
    return wrong.filter((text) => !there.some((one) => agreesBy(text, own, one, link.by))).map(say);
  }
  if (linked.length > 0) return [];
  const named = namedIn(own, link.by?.[0]);
  return named.some((text) => there.some((one) => agreesBy(text, own, one, link.by))) ? [] : [say('')];
}

/** What is said of copies that did not come back. */
const TELLS_REST = /未|缺|遗失|丢失|损毁|留存|保留|存档|参考|归档|在用|待|自行|份/u;

/** Copies of a version that was called back, against those that were handed out: both as the records count them. */
function copies(records: readonly KeptRecord[]): OpenLoop[] {
  const countsOf = (id: string, count: string) =>
    records
      .filter(({ type }) => type.id === id)
      .flatMap((own) =>
        linesOf(own.record).map((line) => ({ own, line, count: Number(line.get(count) ?? Number.NaN) })),
      );
  const [issued, back] = [countsOf('issue-record', '份数'), countsOf('recall-record', '回收份数')];
  const keyOf = ({ line }: (typeof back)[number]): string =>
    [line.get('文件编号') ?? '', line.get('版本') ?? ''].map(comparable).join(' ');
  return [...Map.groupBy(back, keyOf)].flatMap(([key, recalled]): OpenLoop[] => {
    const [first] = recalled;
    const given = issued.filter((one) => keyOf(one) === key);
    const sum = (some: typeof back): number => some.reduce((all, { count }) => all + count, 0);
    const [out, home] = [sum(given), sum(recalled)];
    const isTold = recalled.some(({ line }) => TELLS_REST.test(line.get('处理方式') ?? ''));
    const version = first?.line.get('版本') ?? '';
    // NaN is no number of copies, and compares with nothing.
    if (first === undefined || version === '' || isTold || !(home < out)) return [];
    const slots = { number: first.line.get('文件编号') ?? '', version, issued: out, back: home };
    return [loopOf(first.own, fillSlots(WORDS.copies, slots))];
  });
}

/** Windows that got no copy of a document, over all issues of it. */
function windows(records: readonly KeptRecord[], { judge }: LoopContext): OpenLoop[] {
  const lines = records
    .filter(({ type }) => type.id === 'issue-record')
    .flatMap((own) => linesOf(own.record).map((line) => ({ own, line })));
  const byNumber = Map.groupBy(lines, ({ line }) =>
    [line.get('文件编号') ?? '', line.get('版本') ?? ''].map(comparable).join(' '),
  );
  return [...byNumber].flatMap(([, some]): OpenLoop[] => {
    const last = some.at(-1)?.own;
    const number = some[0]?.line.get('文件编号') ?? '';
    if (last === undefined || number === '') return [];
    const heads = last.type.boxes.map(({ name }) => name);
    const table = [heads, ...some.map(({ line }) => heads.map((name) => line.get(name) ?? ''))];
    const said = judge({ type: last.type.id, values: [], table }).filter(({ rule }) => rule === COVERS);
    return said.map(({ message }) => loopOf(last, `${number}：${message}`));
  });
}

/** What the rules find in each record by itself, told as one. */
const faults = (records: readonly KeptRecord[], { judge }: LoopContext): OpenLoop[] =>
  records.flatMap((own) => {
    const said = judge(own.record).flatMap(({ rule, message }) => (rule === COVERS ? [] : [message]));
    return said.length === 0 ? [] : [loopOf(own, `${calledOf(own)}：${[...new Set(said)].join('')}`)];
  });
