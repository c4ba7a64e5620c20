import { findDates } from '../../base/dates.ts';
import type { DocumentModel } from '../../document/model.ts';
import type { RecordBox, RecordType } from '../../records/record-type.ts';
import { findBox, isEmptyText, mentionOf, plainLabel, wordsOf } from '../questions/boxes.ts';
import { namedRecordType } from '../questions/records.ts';
import { columnOf, tablesOf } from '../questions/rows.ts';
import { partUnread } from '../questions/sight.ts';
import { defineRule, type Rule, type RuleContext, type Verdict } from '../rule.ts';

const REASONS = {
  blank: { outcome: 'failed', message: '{type}的“{name}”是空的。' },
  column: { outcome: 'failed', message: '{type}的表格里“{name}”一列没有填。' },
  missing: { outcome: 'failed', severity: 'warning', message: '{type}里没有“{name}”，通常应当有。' },
  waits: { outcome: 'pending', message: '“{name}”由后面的环节填，现在不用管。' },
  unreadable: { outcome: 'cannot-tell', message: '{type}的“{name}”没读到，请目视核对。' },
  'by-hand': { outcome: 'cannot-tell', quiet: true, message: '“{name}”可能在打印件上手签，没有判断。' },
  'other-type': { outcome: 'cannot-tell', quiet: true, message: '没有认出是哪一种记录，填写是否齐全没有判断。' },
  'a-case': { outcome: 'not-applicable', message: '这是办件，由查办件的规则看。' },
  'blank-form': { outcome: 'not-applicable', message: '这是一张还没有填的空白表。' },
} as const satisfies Rule['reasons'];
type ReasonId = keyof typeof REASONS;

export const recordComplete = defineRule({
  id: 'record-complete',
  title: '记录填写齐全',
  severity: 'error',
  actor: 'author',
  kinds: ['record', 'case'],
  basis: ['handout-8-12', 'handout-8-16', 'handout-8-17'],
  indicators: ['C10'],
  reasons: REASONS,
  check(context) {
    const { title, kind, recordType } = context.document;
    // Only where a person chose the form is it known which boxes a case has.
    if (kind === 'case' && recordType === undefined) return [{ reason: 'a-case' }];
    const type = namedRecordType(context.document);
    if (!type) return [{ reason: 'other-type' }];
    if (MADE_TO_FILL.test(title)) return [{ reason: 'blank-form' }];
    const required = type.boxes.filter(({ optional }) => !optional);
    const verdicts = required.map((wanted) => judge(context, type, wanted)).filter((verdict) => verdict !== undefined);
    const missing = verdicts.filter(({ reason }) => reason === 'missing');
    // A form that lacks half of what its title promises is another form; so may be one of which no more was read.
    const placeless = verdicts.filter(({ reason, sources }) => reason === 'unreadable' && sources?.length === 0);
    if ((missing.length + placeless.length) * 2 >= required.length) return [{ reason: 'other-type' }];
    const blank = verdicts.filter(({ reason }) => reason === 'blank' || reason === 'column');
    if (blank.length > 0 && blank.length + missing.length === required.length) return [{ reason: 'blank-form' }];
    return verdicts;
  },
});

/** A form that others fill in. */
const MADE_TO_FILL = /范本|模[板版]|样[表本张]|空白表|[（(](?:样式|式样|示例)[)）]$/u;

/** A day may stand at the foot of the text without any label. */
const DATED = /(?:日期|时间)$/u;
const hasDate = ({ blocks }: DocumentModel): boolean =>
  blocks.some(({ text, hidden }) => !hidden && findDates(text).some(({ iso }) => iso));

function judge(context: RuleContext, type: RecordType, wanted: RecordBox): Verdict<ReasonId> | undefined {
  const box = findBox(context, wanted);
  const { name } = wanted;
  const say = (reason: ReasonId): Verdict<ReasonId> => ({
    reason,
    slots: { type: type.name, name },
    subject: name,
    sources: box.sources,
    ...(wanted.role ? { fields: [wanted.role] } : {}),
  });
  if (box.state === 'present') return undefined;
  const column = listed(context, type, wanted);
  if (column === 'filled') return undefined;
  if (box.state === 'blank' && box.pending) return say('waits');
  if (wanted.signed && (column === 'empty' || (box.state === 'blank' && context.document.from === 'file')))
    return say('by-hand');
  if (box.state === 'blank') return say('blank');
  // A list may go on where nothing was read.
  if (column === 'empty') return say(partUnread(context.document) ? 'unreadable' : 'column');
  const mention = mentionOf(context.document, wanted);
  if (mention === 'shown' || (DATED.test(name) && hasDate(context.document))) return undefined;
  return say(mention || box.state === 'unreadable' || partUnread(context.document) ? 'unreadable' : 'missing');
}

/**
 * The column of a table that holds it. Only a column in which nothing at all is written counts as empty: a cell under a
 * filled one may be covered by it.
 */
function listed({ document }: RuleContext, type: RecordType, wanted: RecordBox): 'filled' | 'empty' | undefined {
  const labels = new Set(type.boxes.flatMap(wordsOf));
  const columns = tablesOf(document).flatMap((table) => {
    const index = columnOf(table, wanted);
    // Labels below labels: a form, and no list with columns.
    if (index < 0 || table.rows[0]?.some((cell) => labels.has(plainLabel(cell)))) return [];
    const written = table.rows.filter((row) => row.filter((cell) => !isEmptyText(cell)).length > 1);
    return written.length > 0 ? [written.map((row) => row[index] ?? '')] : [];
  });
  if (columns.length === 0) return undefined;
  return columns.some((cells) => cells.some((cell) => !isEmptyText(cell))) ? 'filled' : 'empty';
}
