import { shorten, squeeze } from '../../base/text.ts';
import { readDesignation } from '../../standards/designation.ts';
import { applyingIn } from '../../unit/applying.ts';
import type { WantedBox } from '../questions/boxes.ts';
import { cellFor, rowsWith } from '../questions/records.ts';
import { registerRowsOf } from '../questions/registers.ts';
import { columnOf, isSurelyEmpty } from '../questions/rows.ts';
import { orUnread, partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  'no-standard': { outcome: 'failed', message: '事项“{item}”没有对应的标准。' },
  'no-guide': { outcome: 'failed', message: '事项“{item}”没有对应的办事指南。' },
  'not-listed': { outcome: 'failed', severity: 'warning', message: '单位资料里的事项“{item}”没有列进对照表。' },
  'not-in-register': {
    outcome: 'failed',
    severity: 'warning',
    message: '单位资料里“{item}”对应的{number}没有列进明细表。',
  },
  unread: { outcome: 'cannot-tell', message: '表格没有读全，事项和标准请目视核对。' },
  none: { outcome: 'not-applicable', message: '没有事项和标准的对照，单位资料里也没有。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

const ITEM: WantedBox = {
  name: '事项名称',
  words: '服务事项 办理事项 事项 政务服务事项 服务事项名称 政务服务事项名称',
};
const STANDARD: WantedBox = {
  name: '对应标准',
  words: '标准号 标准编号 对应标准号 标准名称 对应标准名称 服务提供标准 执行标准 对应内部标准 对应标准编号 内部标准',
};
const GUIDE: WantedBox = { name: '办事指南', words: '对应办事指南 服务指南 办事指南编号 办事指南名称' };

export const serviceCoverage = defineRule({
  id: 'service-coverage',
  title: '每个事项都有标准和办事指南',
  severity: 'error',
  actor: 'administrator',
  kinds: ['table'],
  basis: ['handout-1-c7', 'handout-1-c9'],
  indicators: ['C7', 'C9'],
  reasons: REASONS,
  check(context) {
    const { document } = context;
    const rows = rowsWith(document, ITEM).filter(
      ({ row, text }) => text !== '' && [STANDARD, GUIDE].some((wanted) => columnOf(row.table, wanted) >= 0),
    );
    const verdicts = [
      ...rows.flatMap(judge),
      ...unlisted(
        context,
        rows.map(({ text }) => text),
      ),
      ...unregistered(context),
    ];
    const some = rows.length > 0 || (context.unit !== undefined && registerRowsOf(document).length > 0);
    return orUnread(document, some ? verdicts : [{ reason: 'none' }], { reason: 'unread' });
  },
});

function judge({ row, text }: ReturnType<typeof rowsWith>[number]): Verdict<ReasonId>[] {
  const item = shorten(squeeze(text), 30);
  const say = (reason: ReasonId): Verdict<ReasonId>[] => [
    { reason, slots: { item }, subject: item, sources: [row.table.block.source] },
  ];
  const columns = [STANDARD, GUIDE].map((wanted) => columnOf(row.table, wanted)) as [number, number];
  // A number without a name and a name without a number both name a standard.
  const named = [STANDARD.name, ...(STANDARD.words ?? '').split(' ')].some(
    (name) => (cellFor(row, { name }) ?? '') !== '',
  );
  if (!named && isSurelyEmpty(row, columns[0])) return say('no-standard');
  return isSurelyEmpty(row, columns[1]) ? say('no-guide') : [];
}

/** A table of all services, so that one that is left out is missed. */
function unlisted({ document, unit }: RuleContext, listed: readonly string[]): Verdict<ReasonId>[] {
  const services = unit?.services ?? [];
  if (partUnread(document) || services.length === 0 || listed.length === 0) return [];
  const keys = listed.map((text) => squeeze(text));
  const isListed = (name: string): boolean =>
    keys.some((key) => key.includes(squeeze(name)) || squeeze(name).includes(key));
  const missing = services.filter(({ name, aliases = [] }) => ![name, ...aliases].some(isListed));
  if (missing.length * 2 > services.length) return [];
  return missing.map(({ name }) => ({ reason: 'not-listed', slots: { item: name }, subject: name, sources: [] }));
}

/** The unit's own standards of its services against the register. */
function unregistered({ document, unit, today }: RuleContext): Verdict<ReasonId>[] {
  const ours = registerRowsOf(document).flatMap(({ designations }) =>
    designations.filter(({ family }) => family === 'unit'),
  );
  if (partUnread(document) || ours.length === 0) return [];
  const listed = new Set(ours.map(({ text }) => text));
  const applying = unit && applyingIn(unit, today);
  const wanted = (unit?.services ?? []).flatMap((service) =>
    (applying?.(service) ?? []).flatMap(({ designation }) => {
      const read = readDesignation(designation);
      return read?.family === 'unit' ? [{ name: service.name, number: read.text }] : [];
    }),
  );
  const missing = wanted.filter(({ number }) => !listed.has(number));
  if (missing.length * 2 > wanted.length) return [];
  const inProfile = new Set(unit?.standards.map(({ designation }) => readDesignation(designation)?.text));
  // What the profile's own register has is told by register-files.
  return missing
    .filter(({ number }) => !inProfile.has(number))
    .map(({ name, number }) => ({
      reason: 'not-in-register',
      slots: { item: name, number },
      subject: `${name} ${number}`,
      sources: [],
    }));
}
