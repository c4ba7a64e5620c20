import type { Source } from '../../base/source.ts';
import { squeeze } from '../../base/text.ts';
import { readLimit } from '../../document/values.ts';
import type { Limit } from '../../document/vocabulary.ts';
import type { ServiceItem } from '../../unit/profile.ts';
import { plainLabel } from '../questions/boxes.ts';
import { chaptersOf } from '../questions/clauses.ts';
import { hoursIn, isUsualHours } from '../questions/hours.ts';
import { type Place, placesOf } from '../questions/places.ts';
import { TEXT_REASONS, whyNotWhole } from '../questions/standard-text.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'hours-differ': {
    outcome: 'failed',
    message: '{label}前后不一致：{first}写的是{firstHours}，{second}写的是{secondHours}。',
  },
  'hours-unit': { outcome: 'failed', message: '{label}写的是{found}，单位资料里是{right}，请核对。' },
  'limits-differ': {
    outcome: 'failed',
    message: '“{service}”的{what}时限前后不一致：{first}写的是{firstLimit}，{second}写的是{secondLimit}。',
  },
  'limit-unit': { outcome: 'failed', message: '“{service}”的{what}时限写的是{found}，单位资料里是{right}，请核对。' },
  none: { outcome: 'not-applicable', message: '没有写服务时间和办结时限，没有可对的。' },
  unread: TEXT_REASONS.unread,
  'no-text': TEXT_REASONS['no-text'],
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

/** Hours that the text states, by the words that it uses for them. */
interface Hours {
  label: string;
  /** 08:30—12:00 and the like. */
  ranges: readonly string[];
  place: string;
  source: Source;
}

/** A limit of one service. */
interface ServiceLimit {
  service: string;
  what: '承诺' | '法定';
  limit: Limit;
  written: string;
  place: string;
  source: Source;
}

export const timesAgree = defineRule({
  id: 'times-agree',
  title: '服务时间和办结时限前后一致',
  severity: 'error',
  actor: 'author',
  kinds: ['standard'],
  basis: ['handout-1-c12', 'handout-4-3'],
  indicators: ['C8', 'C12'],
  reasons: REASONS,
  check(context) {
    const { document, unit } = context;
    const why = whyNotWhole(document);
    if (why) return [{ reason: why }];
    const places = chaptersOf(document).flatMap(placesOf);
    const hours = places.flatMap(hoursAt);
    const limits = places.flatMap(limitsAt);
    if (hours.length === 0 && limits.length === 0) return [{ reason: 'none' }];
    return [
      ...hoursDiffer(hours),
      ...hours.flatMap((one) => ofUnitHours(one, unit?.openingHours)),
      ...limitsDiffer(limits),
      ...limits.flatMap((one) => ofUnitLimit(context, one)),
    ];
  },
});

const HOURS_LABEL = /(?:工作|办公|上班|作息|对外服务|窗口服务)时间/u;

function hoursAt({ name, block }: Place): Hours[] {
  if (!HOURS_LABEL.test(block.text)) return [];
  return block.text.split(/(?<=[。；;\n])/u).flatMap((sentence) => {
    const label = HOURS_LABEL.exec(sentence)?.[0];
    const ranges = label === undefined || !isUsualHours(sentence) ? [] : hoursIn(sentence);
    return label === undefined || ranges.length === 0 ? [] : [{ label, ranges, place: name, source: block.source }];
  });
}

const sameRanges = (left: readonly string[], right: readonly string[]): boolean => left.join() === right.join();

/** The first statement of each label against those that follow; one that gives only half a day says nothing of the other. */
function hoursDiffer(hours: readonly Hours[]): Verdict<ReasonId>[] {
  return [...Map.groupBy(hours, ({ label, ranges }) => `${label} ${ranges.length}`).values()].flatMap((group) => {
    const [first, ...others] = group;
    const second = others.find(({ ranges }) => first && !sameRanges(ranges, first.ranges));
    if (!first || !second) return [];
    const slots = {
      label: first.label,
      ...{ first: first.place, firstHours: first.ranges.join('、') },
      ...{ second: second.place, secondHours: second.ranges.join('、') },
    };
    return [{ reason: 'hours-differ' as const, slots, subject: first.label, sources: [second.source, first.source] }];
  });
}

function ofUnitHours({ label, ranges, source }: Hours, openingHours: string | undefined): Verdict<ReasonId>[] {
  const right = openingHours === undefined || !isUsualHours(openingHours) ? [] : hoursIn(openingHours);
  if (right.length !== ranges.length || sameRanges(ranges, right)) return [];
  const slots = { label, found: ranges.join('、'), right: right.join('、') };
  return [{ reason: 'hours-unit', slots, subject: label, sources: [source] }];
}

/** 临时救助的承诺办结时限为15个工作日: the whole phrase in front is the service. */
const LIMIT =
  /(?<![\p{Script=Han}])(\p{Script=Han}{2,24}?)的?(承诺|法定)(?:办结|办理)?(?:时限|期限)(?:均?为|是|：|:)?(\d{1,3}个?(?:工作日|自然日|日|天|小时|月))/gu;

function limitsAt(place: Place): ServiceLimit[] {
  if (!place.block.text.includes('限') || !/[时期]\s?限/u.test(place.block.text)) return [];
  return place.block.rows ? limitsInRows(place) : limitsInText(place);
}

function limitsInText({ name, block }: Place): ServiceLimit[] {
  return [...squeeze(block.text).matchAll(LIMIT)].flatMap(([, service = '', what = '', written = '']) => {
    const limit = readLimit(written);
    return limit
      ? [{ service, what: what as ServiceLimit['what'], limit, written, place: name, source: block.source }]
      : [];
  });
}

const SERVICE_COLUMN = /^(?:服务|办理|办事)?(?:事项|项目)(?:名称)?$/u;
const LIMIT_COLUMN = /^(承诺|法定)(?:办结|办理)?(?:时限|期限)$/u;

function limitsInRows({ name, block }: Place): ServiceLimit[] {
  const [header = [], ...rows] = block.rows ?? [];
  const service = header.findIndex((title) => SERVICE_COLUMN.test(plainLabel(title)));
  if (service < 0) return [];
  return header.flatMap((title, column) => {
    const what = LIMIT_COLUMN.exec(plainLabel(title))?.[1];
    if (what === undefined) return [];
    return rows.flatMap((row) => {
      const [item, written] = [squeeze(row[service] ?? ''), squeeze(row[column] ?? '')];
      const limit = readLimit(written);
      return item === '' || !limit
        ? []
        : [{ service: item, what: what as ServiceLimit['what'], limit, written, place: name, source: block.source }];
    });
  });
}

/** Limits in different units cannot be compared. */
const differs = (left: Limit, right: Limit): boolean => left.unit === right.unit && left.amount !== right.amount;

function limitsDiffer(limits: readonly ServiceLimit[]): Verdict<ReasonId>[] {
  return [...Map.groupBy(limits, ({ service, what }) => `${service} ${what}`).values()].flatMap((group) => {
    const [first, ...others] = group;
    const second = others.find(({ limit }) => first && differs(limit, first.limit));
    if (!first || !second) return [];
    const { service, what } = first;
    const slots = {
      ...{ service, what, first: first.place, firstLimit: first.written },
      ...{ second: second.place, secondLimit: second.written },
    };
    return [
      {
        reason: 'limits-differ' as const,
        slots,
        subject: `${service} ${what}`,
        sources: [second.source, first.source],
      },
    ];
  });
}

function ofUnitLimit(
  { unit }: RuleContext,
  { service, what, limit, written, source }: ServiceLimit,
): Verdict<ReasonId>[] {
  const item = unit?.services.find((one) => namesOf(one).includes(service));
  const right = what === '承诺' ? item?.promisedLimit : item?.statutoryLimit;
  const known = right === undefined ? undefined : readLimit(right);
  if (!known || right === undefined || !differs(limit, known)) return [];
  const slots = { service, what, found: written, right };
  return [{ reason: 'limit-unit', slots, subject: `${service} ${what}`, sources: [source] }];
}

const namesOf = ({ name, aliases = [] }: ServiceItem): string[] => [name, ...aliases].map(squeeze);
