import { findDates } from '../../base/dates.ts';
import { isOffice, isPersonName, splitNames, withDeputies, withWholeNames } from '../../base/names.ts';
import { COMMON_WORD, isSureName } from '../../base/surnames.ts';
import { cleanText, halfWidth, squeeze } from '../../base/text.ts';
import { isKnownLabel, roleOfStep } from '../glossary.ts';
import { OPINION } from '../values.ts';
import { awaited, FORESEEN, WAITING } from './step.ts';
import { ACTIONS, ITEM_LABEL, LABEL_LINE, type LabelOfItem, OBJECT, STEP_DEED } from './words.ts';

/** What one item of a record tells: a sentence, the lines of a timeline's item, a part between arrows. */
export interface Item {
  /** '' where none is named. */
  step: string;
  actors: string[];
  action?: string;
  opinion?: string;
  /** `YYYY-MM-DDTHH:mm:ss` or a day. */
  time?: string;
  /** A day or an hour stands there, also one without its year, which is no date. */
  dated: boolean;
  /** It began and ended: the time is its end. */
  span?: true;
  /** All names are told by their surname, or by the dot of minority names. */
  sure: boolean;
  /** Characters that tell none of these and are taken for the opinion. */
  unknown: number;
}

/** 已提交, 同意了此申请, 超时自动通过. */
const DEED = new RegExp(
  `^(?:超时)?(?:自动)?(?:(?<action>已?(?:${ACTIONS}))(?:了|过)?(?:${OBJECT})?|(?<step>审核|审批|核稿|会签|签发|批准)(?<decided>同意|通过|不同意|不通过|退回|驳回))$`,
  'u',
);
/** True for a word of what was done, and nothing else: 同意, 已办. */
export const isDeed = (word: string): boolean => DEED.test(squeeze(word));

/** 周三提交了此申请, 钱一鸣于, 钱一鸣已同意. */
const GLUED = new RegExp(`^(?<name>[\\p{Script=Han}·]{2,15}?)(?<deed>已?(?:${ACTIONS}).{0,6})?$`, 'u');
const BEGINS_WITH_DEED = new RegExp(`^(?:已|了)?(?:${ACTIONS}|签署)`, 'u');
/** A step's name ends with what is done in it, or with who does it. */
const STEP_END =
  /(?:拟稿|起草|拟文|撰稿|编制|发起|提交|申请|填写|开始|会签|会审|协办|签发|批准|审定|签批|核准|批示|核稿|审核|复核|复稿|复搞|初审|终审|审稿|审签|校核|核签|审查|审批|校对|登记|编号|套红|承办|办理|受理|拟办|分发|印发|归档|办结|结束|传阅|阅知|抄送|知会|用印|盖章|发布|意见|[人员岗]|环节|节点)$/u;
/** Opinions hold a step's word too: 请领导审核, 建议签发. */
const OPINES = /^(?:[请已未待拟呈无不按经由并建]|同意|原则)/u;
/** 09-14 10:20, 14:05: what is left of a date without its year. */
const PART_OF_DATE = /(?<![\d.:：-])(?:\d{1,2}[-/.]\d{1,2}\s+)?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?![\d:：])/gu;
const LASTED = /(?:耗时|用时|历时|停留)\s*[:：]?\s*[\d.\s天日小时分钟秒]+/gu;
/** In front of the time at which a step began. */
const BEGAN = /(?:到达|接收|接收到|收到|送达|开始|创建)(?:时间|日期)?\s*[:：]?\s*$/u;
/** Between the time at which a step began and that at which it ended. */
const UNTIL = /^\s*(?:[丨|｜~～—–-]+|至|到)\s*$/u;
const BRACKET = /[『「“"'‘【[（(『」”"'’】\]）)<>]/gu;
const NUMBERED = /^(?:\d{1,2}[、.)](?!\d)|[①-⑳●○•·▪►▶-])\s*/u;
const WORD = /[^\s,，、;；|/。!！:：]+/gu;
/** 周三『提交』了此申请, 【同意】 钱一鸣. */
const QUOTED = new RegExp(`[『「“"'‘【[](${ACTIONS})[』」”"'’】\\]](?=(了)?)`, 'gu');
/** Names without a known surname have none of these characters. */
const NO_NAME = /[已的了无可请不未同意改善齐全属实正确规范清楚按办文件核审批阅]/u;
/** What can be done with an item. */
const CONTROL = /^(?:回复|查看|详情|展开|收起|更多|点赞|评论|下载)$/u;
/** Steps that mean nothing for who signed. */
const OTHER_STEP = /(?:归档|办结|结束|传阅|阅知|抄送|知会|分发|印发|用印|盖章|发布|拟办|环节|节点)$/u;
const LONGEST_STEP = 15;
const LONGEST_LABEL = 12;

/** What is gathered while an item is gone through. */
interface Gathered {
  steps: string[];
  /** Words that name a step or an act: 签发. */
  deeds: string[];
  names: string[];
  actions: string[];
  /** Opinions by their label, or behind the colon of a name. */
  opinions: string[];
  /** Words that tell nothing by themselves; a likely one may be a name without a known surname. */
  unknown: { text: string; likely?: true }[];
  time: string | undefined;
  span: boolean;
  dated: boolean;
  /** The label that ended the line before. */
  label: LabelOfItem | undefined;
}

/**
 * Reads the lines of one item. Nothing is taken for a name, a step or an act that is not written as one; what is left is
 * the opinion.
 */
export function readItem(lines: readonly string[]): Item {
  const found: Gathered = {
    steps: [],
    deeds: [],
    names: [],
    actions: [],
    opinions: [],
    unknown: [],
    time: undefined,
    span: false,
    dated: false,
    label: undefined,
  };
  const texts = lines
    .flatMap((line) => line.split('\n'))
    .map((line) => cleanText(line))
    .filter((line) => line !== '');
  for (const text of texts) readLine(text, found);
  const names = withoutAvatars([...new Set(found.names)]);
  const left = found.unknown.filter(({ text }) => !names.some((name) => name.endsWith(text)));
  const likely = names.length > 0 ? undefined : left.find((one) => one.likely);
  const actors = likely ? [likely.text] : names;
  const opinions = left.filter((one) => one !== likely).map(({ text }) => text);
  const [named, ...others] = found.steps.length > 0 ? [...found.steps, ...found.deeds] : found.deeds;
  const action = [...found.actions, ...others.filter((word) => STEP_DEED.test(word))][0];
  // 石大川 同意 2026-03-17，同意: said once more.
  const said = opinions.length > 0 ? opinions : found.actions.slice(1);
  const opinion = (found.opinions.length > 0 ? found.opinions : said).join(' ');
  return {
    step: named ?? '',
    actors,
    ...(action === undefined ? {} : { action }),
    ...(opinion === '' ? {} : { opinion }),
    ...(found.time === undefined ? {} : { time: found.time }),
    dated: found.dated,
    ...(found.span ? { span: true as const } : {}),
    sure: actors.length > 0 && actors.every(isSureName),
    unknown: opinions.join('').length,
  };
}

function readLine(line: string, found: Gathered): void {
  const label = line.length <= LONGEST_LABEL ? LABEL_LINE.exec(line)?.groups : undefined;
  if (label) {
    found.label = kindOf(label);
    return;
  }
  const timeless = withoutTimes(line, found);
  if (timeless === undefined) {
    found.unknown.push({ text: line });
    return;
  }
  const text = timeless.replace(NUMBERED, '');
  if (cleanText(text.replace(BRACKET, '')) === '') return;
  const behind = found.label;
  found.label = undefined;
  // 审批意见： and below it the opinion; a line of names alone is the signature.
  if (behind === 'opinion' && splitNames(text).join('') !== text.replaceAll(' ', '')) {
    found.opinions.push(bare(text));
    return;
  }
  if (behind === 'action') {
    found.actions.push(bare(text));
    return;
  }
  let end = 0;
  let kind: LabelOfItem | undefined;
  for (const match of /[:：]/u.test(text) ? text.matchAll(ITEM_LABEL) : []) {
    readPart(text.slice(end, match.index), kind, found);
    end = match.index + match[0].length;
    kind = kindOf(match.groups ?? {});
  }
  readPart(text.slice(end), kind, found);
  if (kind !== undefined && cleanText(text.slice(end)) === '') found.label = kind;
}

const kindOf = (groups: Readonly<Record<string, string | undefined>>): LabelOfItem | undefined =>
  (Object.keys(groups) as LabelOfItem[]).find((name) => groups[name] !== undefined);

/** The line without its times; undefined where a time stands inside a sentence: 自2026-11-20起施行. */
function withoutTimes(line: string, found: Gathered): string | undefined {
  if (!/\d|月/u.test(line)) return line;
  let rest = '';
  let end = 0;
  for (const date of findDates(line)) {
    const before = line.slice(end, date.start);
    const after = line.slice(date.end);
    if (
      /[\p{Script=Han}]$/u.test(before) &&
      !/[于在时间期]$/u.test(before) &&
      /^\p{Script=Han}/u.test(after) &&
      !BEGINS_WITH_DEED.test(after)
    )
      return undefined;
    found.dated = true;
    if (end > 0 && UNTIL.test(before) && found.time !== undefined && date.iso !== undefined) {
      found.time = date.iso;
      found.span = true;
    } else if (!BEGAN.test(before)) found.time ??= date.iso;
    rest += `${before.replace(/(?<=[\p{Script=Han}）)])[于在]$/u, '')} `;
    end = date.end;
  }
  rest += line.slice(end);
  const plain = rest.replace(LASTED, ' ').replace(PART_OF_DATE, ' ');
  if (plain !== rest) found.dated = true;
  return plain;
}

/** Marks around an opinion that are no part of it. */
const bare = (text: string): string =>
  cleanText(text).replace(/^[\s,，。:;；、()（）]+|回复 ?\( ?\) ?\d*$|[\s,，;；、(（]+$/gu, '');

/** A part of a line, by the label in front of it where there is one. */
function readPart(text: string, kind: LabelOfItem | undefined, found: Gathered): void {
  const plain = cleanText(text);
  if (plain === '' || kind === 'other') return;
  if (kind === 'opinion') {
    if (bare(plain) !== '') found.opinions.push(bare(plain));
  } else if (kind === 'action') found.actions.push(bare(plain));
  else if (kind === 'step') found.steps.push(bare(plain));
  else if (kind === 'person') found.names.push(...splitNames(plain));
  else readWords(withWholeNames(cleanText(withDeputies(unquoted(plain)).replace(BRACKET, ' '))), found);
}

const unquoted = (text: string): string =>
  text.replace(QUOTED, (_, action: string, joined?: string) => ` ${action}${joined === undefined ? ' ' : ''}`);

interface Word extends Standing {
  text: string;
  start: number;
  end: number;
  told: Told | undefined;
}

/** Reads words: what each tells, and the opinion that the others are. */
function readWords(text: string, found: Gathered): void {
  const matches = [...text.matchAll(WORD)];
  const words = matches.map((match, at): Word => {
    const standing = { first: at === 0 && nothing(found), alone: matches.length === 1 };
    const [word] = match;
    return { text: word, start: match.index, end: match.index + word.length, ...standing, told: tell(word, standing) };
  });
  let run: Word[] = [];
  for (const [at, word] of words.entries()) {
    run.push(word);
    const next = words[at + 1];
    const between = text.slice(word.end, next?.start);
    // 孙二：同意印发。请尽快。 — behind the colon stands what they said, unless it is a name or an act.
    if (word.told && next && /[:：]/u.test(between) && !tellsMore(next)) {
      takeRun(run, text, found);
      found.opinions.push(bare(text.slice(next.start)));
      return;
    }
    if (next && !/[\s:：]/u.test(between)) continue;
    takeRun(run, text, found);
    run = [];
  }
}

/** A word behind a colon that is a name, an act or a step again. */
const tellsMore = ({ told }: Word): boolean => told !== undefined && told.kind !== 'likely' && told.kind !== 'nothing';

/** Words with no space between them: where one of them tells nothing they are a sentence, and what is told stands at its ends. */
function takeRun(run: readonly Word[], text: string, found: Gathered): void {
  const isSaid = ({ told }: Word): boolean => told === undefined || (told.kind === 'likely' && run.length > 1);
  const first = run.findIndex(isSaid);
  if (first < 0) {
    for (const { text: word, told } of run) take(told, word, found);
    return;
  }
  const last = run.findLastIndex(({ told }) => told?.kind !== 'name');
  for (const { text: word, told } of run.slice(0, first)) take(told, word, found);
  const end = run[last]?.end ?? text.length;
  const said = bare(text.slice(run[first]?.start, end) + (/^[。！!]/u.exec(text.slice(end))?.[0] ?? ''));
  if (/\p{Script=Han}/u.test(said)) found.unknown.push({ text: said });
  for (const { text: word, told } of run.slice(last + 1)) take(told, word, found);
}

function take(told: Told | undefined, word: string, found: Gathered): void {
  if (told === undefined) return;
  found.names.push(...(told.names ?? []));
  if (told.action !== undefined) found.actions.push(told.action);
  if (told.deed !== undefined) found.deeds.push(told.deed);
  if (told.kind === 'step') found.steps.push(word);
  else if (told.kind === 'likely') found.unknown.push({ text: squeeze(word), likely: true });
}

const isStep = (word: string): boolean =>
  awaited(word) !== undefined ||
  (word.length <= LONGEST_STEP &&
    STEP_END.test(word) &&
    !OPINES.test(word) &&
    (roleOfStep(word) !== undefined || OTHER_STEP.test(word)));

const namesIn = (word: string): string[] => (OPINION.test(word) || isKnownLabel(word) ? [] : splitNames(word));

interface Standing {
  /** The first word of the item. */
  first: boolean;
  /** The only one of its line. */
  alone: boolean;
}

/** What one word tells. A deed names the step too; nothing: an office, a label, a button. */
interface Told {
  kind: 'name' | 'likely' | 'action' | 'deed' | 'step' | 'nothing';
  names?: string[];
  action?: string;
  /** What was done, where it names the step. */
  deed?: string;
}

/** What a word of what was done tells: 同意了此申请 an action, 签发 a step, 签发同意 both. */
function deedOfWord(word: string): { action?: string; step?: string } | undefined {
  const { action, step, decided } = DEED.exec(word)?.groups ?? {};
  if (step !== undefined && decided !== undefined) return { step, action: decided };
  if (action === undefined) return undefined;
  return STEP_DEED.test(word) ? { step: word } : { action };
}

const deedPart = (deed: ReturnType<typeof deedOfWord>): Pick<Told, 'action' | 'deed'> => ({
  ...(deed?.action === undefined ? {} : { action: deed.action }),
  ...(deed?.step === undefined ? {} : { deed: deed.step }),
});

/** What a word tells by itself; undefined where it is a word of the language. */
function tell(written: string, { first, alone }: Standing): Told | undefined {
  const word = halfWidth(written);
  if (WAITING.test(word) || FORESEEN.test(word)) return { kind: 'action', action: word };
  const done = deedOfWord(word);
  if (done !== undefined) {
    const { action, step } = done;
    if (step !== undefined) return { kind: 'deed', deed: step, ...(action === undefined ? {} : { action }) };
    // 提交 on the first line of an item is the name of its step.
    return alone && first && roleOfStep(word) !== undefined
      ? { kind: 'step' }
      : { kind: 'action', action: action ?? word };
  }
  const glued = GLUED.exec(word)?.groups;
  if (glued?.name !== undefined && isSureName(glued.name) && isPersonName(glued.name) && !isOfTrade(glued.name)) {
    const deed = glued.deed === undefined ? undefined : deedOfWord(glued.deed);
    if (glued.deed === undefined || deed !== undefined)
      return { kind: 'name', names: splitNames(glued.name), ...deedPart(deed) };
  }
  if (isStep(word)) return { kind: 'step' };
  const names = namesIn(word);
  if (
    first &&
    names.length === 0 &&
    roleOfStep(word) !== undefined &&
    !OPINES.test(word) &&
    word.length <= LONGEST_STEP
  )
    return { kind: 'step' };
  if (word.length === 1 || isKnownLabel(word) || CONTROL.test(word)) return { kind: 'nothing' };
  // 表述修改了两处 ends like an office.
  if (isOffice(word) && !/[了的已请不]/u.test(word)) return { kind: 'nothing' };
  const [name] = names;
  if (name === undefined) return undefined;
  if (isSureName(name) && !isOfTrade(name)) return { kind: 'name', names };
  return NO_NAME.test(name) ? undefined : { kind: 'likely' };
}

/** 单位, 党委, 方案: words that begin like a surname. */
const isOfTrade = (name: string): boolean =>
  (name.length === 2 && OTHER_STEP.test(name)) ||
  COMMON_WORD.test(name) ||
  isKnownLabel(name) ||
  roleOfStep(name) !== undefined;

/** Nobody and nothing was met so far. */
const nothing = ({ steps, names, actions, deeds, unknown }: Gathered): boolean =>
  steps.length + names.length + actions.length + deeds.length + unknown.length === 0;

/** 张张建国 → 张建国 where the avatar letter ran into the name. */
function withoutAvatars(names: string[]): string[] {
  return names.map((name) =>
    name.length > 2 && !name.includes('·') && name[0] === name[1] && isPersonName(name.slice(1)) ? name.slice(1) : name,
  );
}
