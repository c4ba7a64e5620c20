import { fillSlots } from '../base/text.ts';
import type { DocumentModel, Note } from '../document/model.ts';
import { readBoxes } from './read-boxes.ts';
import type { CheckRun, Finding } from './run.ts';

/** What a clerk reads instead of outcomes and severities. The one table of these words. */
export const GROUP_WORDS = {
  must: '必须改',
  look: '建议看',
  unread: '没读到',
  later: '待流转',
  fine: '没问题',
} as const;
export type GroupId = keyof typeof GROUP_WORDS;

const SENTENCES = {
  fine: '查了{checked}项，读到{boxes}个栏目',
  fineWithout: '查了{checked}项，读到{boxes}个栏目；另有{quiet}项表上没有，没有判断',
  nothing: '没有读到可以检查的内容',
  more: '{phrases}等',
  besides: '{text}；另有{word}{count}项',
} as const;

/** One thing to show: a finding, or a note of the reader about a part that it could not read. */
export type Item<One = Finding> = { text: string } & ({ finding: One; note?: never } | { note: Note; finding?: never });

export interface Group<One = Finding> {
  id: GroupId;
  word: string;
  items: Item<One>[];
}

/** The group in which a finding is shown; undefined when it is folded under 查了什么. */
export function groupOf(
  finding: Pick<Finding, 'outcome' | 'severity' | 'quiet'>,
): Exclude<GroupId, 'fine'> | undefined {
  if (finding.quiet) return undefined;
  switch (finding.outcome) {
    case 'failed':
      return finding.severity === 'error' ? 'must' : 'look';
    case 'cannot-tell':
    case 'errored':
      return 'unread';
    case 'pending':
      return 'later';
    default:
      return undefined;
  }
}

/** What of a run is shown. A report may say more of each finding. */
interface JudgedRun<One = Finding> extends Pick<CheckRun, 'stopped'> {
  findings: readonly One[];
}

/**
 * Everything that is shown, grouped by word, in the order 必须改 建议看 没读到 待流转; empty groups are left out.
 * The counts of the three lines, of the panel and of the command line are the lengths of these lists.
 */
export function groupsOf<One extends Pick<Finding, 'outcome' | 'severity' | 'quiet' | 'message'>>(
  run: JudgedRun<One>,
  model: Pick<DocumentModel, 'notes'>,
): Group<One>[] {
  const order = ['must', 'look', 'unread', 'later'] as const;
  const notes = run.stopped
    ? []
    : model.notes.filter((note) => note.kind === 'unreadable' || note.kind === 'incomplete');
  return order
    .map((id): Group<One> => {
      const unread = id === 'unread' ? notes.map((note): Item<One> => ({ note, text: sentenceOf(note) })) : [];
      const findings = run.findings.filter((finding) => groupOf(finding) === id);
      const items = findings.map((finding): Item<One> => ({ finding, text: finding.message }));
      return { id, word: GROUP_WORDS[id], items: [...unread, ...items] };
    })
    .filter((group) => group.items.length > 0);
}

const sentenceOf = (note: Note): string => note.problem?.message ?? note.text;

/** One of the lines that stand first: `必须改 2 审核人是空的；实施日期早于发布日期`. */
export interface Line {
  id: GroupId;
  word: string;
  count: number;
  text: string;
}

const PHRASES = 3;

/**
 * The three lines that a clerk reads first. At most three: a fourth group is named at the end of the third line.
 * [] for a page that is no document. 没问题 is said only where something was read and nothing is left unread.
 */
export function threeLines(run: JudgedRun, model: DocumentModel): Line[] {
  const groups = groupsOf(run, model);
  if (groups.length === 0) return model.isDocument ? [fineLine(run, model)] : [];
  const lines = groups.map((group) => ({
    id: group.id,
    word: group.word,
    count: group.items.length,
    text: phrasesOf(group.items),
  }));
  const [first, second, third, fourth] = lines;
  if (!first || !second || !third || !fourth) return lines;
  const { word, count } = fourth;
  return [first, second, { ...third, text: fillSlots(SENTENCES.besides, { text: third.text, word, count }) }];
}

function fineLine(run: JudgedRun, model: DocumentModel): Line {
  const { checked, boxes, quiet } = tallyOf(run, model);
  if (boxes === 0 && !model.blocks.some((block) => block.region === 'body'))
    return { id: 'unread', word: GROUP_WORDS.unread, count: 0, text: SENTENCES.nothing };
  const text = fillSlots(quiet > 0 ? SENTENCES.fineWithout : SENTENCES.fine, { checked, boxes, quiet });
  return { id: 'fine', word: GROUP_WORDS.fine, count: checked, text };
}

/** How much was looked at: rules that judged, boxes that were read, rules that found nothing of theirs on the form. */
export interface Tally {
  checked: number;
  boxes: number;
  quiet: number;
}

export function tallyOf(
  { findings }: Pick<JudgedRun, 'findings'>,
  model: Pick<DocumentModel, 'fields' | 'pairs'>,
): Tally {
  const asked = findings.filter((finding) => finding.outcome !== 'not-applicable');
  const judged = new Set(asked.filter((finding) => !finding.quiet).map((finding) => finding.rule));
  const quiet = new Set(asked.map((finding) => finding.rule)).size - judged.size;
  const boxes = readBoxes(model).filter((box) => box.state !== 'unreadable').length;
  return { checked: judged.size, boxes, quiet };
}

/** The first clauses of the first few sentences, without values quoted in passing: 发文字号“…”的年份 becomes 发文字号的年份. */
function phrasesOf(items: readonly Item[]): string {
  const phrases = [...new Set(items.map((item) => firstClause(item.text).replaceAll(/“[^”]*”的/gu, '的')))];
  const text = phrases.slice(0, PHRASES).join('；');
  return phrases.length > PHRASES ? fillSlots(SENTENCES.more, { phrases: text }) : text;
}

/** 审核人是空的，请补填。 → 审核人是空的. Marks inside brackets and quotation marks do not end a clause. */
export function firstClause(sentence: string): string {
  let depth = 0;
  for (const [index, character] of [...sentence].entries()) {
    if ('（“《〔'.includes(character)) depth += 1;
    else if ('）”》〕'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && '，；。'.includes(character)) return [...sentence].slice(0, index).join('');
  }
  return sentence;
}
