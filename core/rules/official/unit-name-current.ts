import type { Source } from '../../base/source.ts';
import { squeeze } from '../../base/text.ts';
import type { UnitProfile } from '../../unit/profile.ts';
import { textOf } from '../questions/boxes.ts';
import { dayIn } from '../questions/dates.ts';
import { linesOf, withoutQuotes } from '../questions/official-text.ts';
import { isOurs } from '../questions/people.ts';
import { isUnseen, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext } from '../rule.ts';

const REASONS = {
  retired: { outcome: 'failed', message: '文件里还在用旧名称“{name}”{more}，请改成“{current}”。' },
  'old-name': {
    outcome: 'failed',
    severity: 'info',
    message: '发文机关写的是“{name}”，乡镇的规范名称是“便民服务中心”，请核对。',
  },
  unread: { outcome: 'cannot-tell', quiet: true, message: '正文或发文机关没有读全，单位名称没有查完。' },
  none: { outcome: 'not-applicable', message: '没有本单位的旧名称可以对照。' },
  earlier: { outcome: 'not-applicable', message: '文件成文在标准体系发布之前，当时的名称不查。' },
  incoming: { outcome: 'not-applicable', message: '这是收文，不查来文里的名称。' },
} as const satisfies Rule['reasons'];

/** A sentence that tells how the name changed has to say the old one. */
const HISTORY = /原|更名|改名|改为|改称|曾用|前身|挂牌|摘牌|撤销|整合|合并|不再|变更|旧称|以下简称|历史/u;
/** Names of halls that the townships no longer bear. */
const OLD_HALL = /(?:为民|行政)服务中心$/u;
/** Another place in front of a name that has none of its own: 白河镇为民服务中心 is not ours. */
const PLACE_BEFORE = /[\p{Script=Han}]{0,8}[省市县区旗乡镇]$|街道$/u;

interface Hit {
  name: string;
  source: Source;
}

export const unitNameCurrent = defineRule({
  id: 'unit-name-current',
  title: '单位用现在的名称',
  severity: 'warning',
  actor: 'author',
  kinds: ['official'],
  basis: ['handout-8-1'],
  indicators: ['C9'],
  reasons: REASONS,
  check(context) {
    const { document, field, unit } = context;
    if (!isOurs(context)) return [{ reason: 'incoming' }];
    if (partUnread(document) || isUnseen(document, field('issuer')) || isUnseen(document, field('writtenOn')))
      return [{ reason: 'unread' }];
    const day = dayIn(field('writtenOn'));
    if (unit?.systemPublishedOn && day && day < unit.systemPublishedOn) return [{ reason: 'earlier' }];
    if (!unit) return withoutProfile(context);
    if (!unit.retiredNames?.length) return [{ reason: 'none' }];
    const hits = retiredIn(context, unit);
    const [first] = hits;
    if (!first) return [];
    const more = hits.length > 1 ? `（共${hits.length}处）` : '';
    const slots = { name: first.name, current: unit.name, more };
    return [{ reason: 'retired', slots, sources: hits.map(({ source }) => source) }];
  },
});

function withoutProfile({ field }: RuleContext) {
  const issuer = field('issuer');
  const name = issuer.state === 'present' ? squeeze(textOf(issuer)) : '';
  return OLD_HALL.test(name)
    ? [{ reason: 'old-name' as const, slots: { name }, fields: ['issuer' as const] }]
    : [{ reason: 'none' as const }];
}

/** The old names in the text proper and in the box of the issuer, the longest name first. */
function retiredIn({ document, field }: RuleContext, unit: UnitProfile): Hit[] {
  const names = (unit.retiredNames ?? []).map(squeeze).filter((name) => name.length > 3);
  const issuer = field('issuer');
  const lines = linesOf(document).map(({ text, block }) => ({ text, source: block.source }));
  const [place] = issuer.sources;
  const boxed = issuer.state === 'present' && place?.from === 'page' ? [{ text: textOf(issuer), source: place }] : [];
  return [...lines, ...boxed].flatMap(({ text, source }) =>
    sentencesOf(text).flatMap((sentence) => {
      const plain = squeeze(sentence).replaceAll(squeeze(unit.name), '□');
      const name = names.find((one) => holdsOwn(plain, one, unit.name));
      return name === undefined ? [] : [{ name, source }];
    }),
  );
}

const sentencesOf = (text: string): string[] =>
  withoutQuotes(text)
    .split(/(?<=[。；！？])/u)
    .filter((sentence) => !HISTORY.test(sentence));

/** The name stands there, and no other place in front of it makes it another body's. */
function holdsOwn(text: string, name: string, current: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const place = PLACE_BEFORE.exec(text.slice(0, at))?.[0];
    if (place === undefined || isOwnPlace(place, current)) return true;
  }
  return false;
}

/** The places in front of the unit's own name: 源县青石镇. */
const OWN_PLACES = /^\p{Script=Han}*(?:[省市县区旗乡镇]|街道)/u;
const LAST_PLACE = /[^省市县区旗乡镇]+(?:[省市县区旗乡镇]|街道)$/u;

/** 到青石镇 in front of the short name is our own town; 县 in front of it is the county, whose hall is another body. */
function isOwnPlace(place: string, current: string): boolean {
  const own = OWN_PLACES.exec(current)?.[0] ?? '';
  const last = LAST_PLACE.exec(own)?.[0] ?? '';
  return last !== '' && (place.endsWith(last) || own.endsWith(place));
}
