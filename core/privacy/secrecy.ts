import { halfWidth, squeeze } from '../base/text.ts';

/** Legal degrees of classification, the highest first. */
export const DEGREES = ['绝密', '机密', '秘密'] as const;

/**
 * What a box of secrecy says: it bears a classification; a person has to look (inside matters of the office, a value that
 * cannot be read for sure); it says that there is none.
 */
export type Secrecy =
  | { judged: 'classified'; mark: string }
  | { judged: 'ask'; why: AskWhy; mark: string }
  | { judged: 'none' };

/**
 * internal: 内部 or 工作秘密, which is no legal classification; unreadable: the box gives no text; unsure: what stands there
 * may be a mark.
 */
export type AskWhy = 'internal' | 'unreadable' | 'unsure';

/** level: the box of the degree itself; whether: 是否涉密; period: 保密期限; about: anything else that speaks of secrets. */
type SecrecyLabel = 'level' | 'whether' | 'period' | 'about';

/** Words with 密 that speak of no secret. */
const OTHER_DENSE =
  /密码|密度|密封|密切|密钥|密集|密闭|密接|密文|紧密|严密|精密|周密|稠密|亲密|加密|商用密|保密(?:员|办|局|委|室|科|协议|承诺)/gu;
/** A label with such a word is the beginning of a sentence. */
const SENTENCE = /分为|包括|是指|应当|规定|按照|划分|如下|我们|必须|不得/u;
const LONGEST_LABEL = 14;
const IS_LEVEL =
  /密级|密等|密别|密.*(?:程度|等级|级别|级|类别|类型|分类|标志|标识|标记|属性|性质|度|等次|情况)|^(?:[机秘绝保涉定]?密)$/u;

/** What a label has to do with secrecy; undefined where it has nothing. */
export function secrecyLabel(label: string): SecrecyLabel | undefined {
  if (!label.includes('密') || label.length > 60) return undefined;
  const key = plain(label)
    .replace(/[*:：（()）【】[\]<>《》]/gu, '')
    .replace(OTHER_DENSE, '');
  if (!key.includes('密') || key.length > LONGEST_LABEL || SENTENCE.test(key)) return undefined;
  if (/是否|有无|与否|密否/u.test(key)) return 'whether';
  if (/密级/u.test(key)) return 'level';
  if (/(?:保密|解密).*(?:期限|年限|时间|日期|期)$/u.test(key)) return 'period';
  return IS_LEVEL.test(key) ? 'level' : 'about';
}

/** Longer values are cut before they are looked at: a mark stands at the beginning. */
const LONGEST_VALUE = 80;
const DEGREE = new RegExp(`^(${DEGREES.join('|')})`, 'u');
/** What may follow a degree: nothing, a star, a period, a degree of urgency, another label, what may not be done with it. */
const AFTER_DEGREE =
  /^(?:级|件|级别|级文件|文件|资料|公文|电报|事项)?(?:$|[^\p{L}]|\d|长期|永久|至|特急|加急|急|平急|特提|紧急|缓急|启用|解密|[一二两三四五六七八九十]+[年月]|注意|严禁|不得外|请勿|妥善|保密期|期限)/u;
const NEGATED =
  /(?:非|不|无|未|没有?|免)(?:是|属于?|涉及?|定|标|含|有|予)*(?:国家|工作|商业)?(?:秘密|机密|绝密|涉密|保密|密级|密|秘)?/gu;
const NONE =
  /^(?:非|不|无|未|没|免|否|普通|公开|主动公开|依申请公开|全公开|社会公开|一般|平件|平信|明电|明件|明码|常规|正常|默认|可公开|no(?:ne)?$|n$|\/|-|—)/iu;
const INTERNAL =
  /^(?:仅?限?(?:本)?(?:单位|机关|系统|部门|行业)?内部|工作秘密|内控|内参|内网|商业秘密|(?:核心|普通|一般)?商密|敏感|受控|限制|限阅|internal|restricted)/iu;
const YES = /^(?:是|有|涉密|y(?:es)?$|true$|1$|[√✓☑■●])/iu;
const PERIOD = /\d+(?:年|个?月|天)|长期|永久|[一二两三五十]+年/u;
/** What a box says before somebody chose, and placeholders. */
const UNFILLED = /^(?:请选择|请输入|请填写|选择|x{2,3}$)/iu;
/** A label to which 是 is an answer: 密件. */
const ASKS = /(?:涉密|保密|密件|涉密文件)[*:：]*$/u;
/** One of the characters of a degree, or one that a scanner takes for it. */
const LOOKS_LIKE = /[密蜜宓]|^[秘泌祕机绝][^\p{L}]*$|[秘泌祕机绝][□■�?？口▇_＿*×]|[★☆]/u;
const FOREIGN = /^(?:top)?secret|^confidential/iu;

/** What stands in a box under a label. Undefined: the label is none of secrecy, or nothing stands there. */
export function judgeBox(label: string, value: string): Secrecy | undefined {
  const kind = secrecyLabel(label);
  // Every degree has it.
  if (kind === undefined && !value.includes('密')) return undefined;
  const chosen = chosenOf(value.slice(0, LONGEST_VALUE));
  if (chosen === 'several') return kind === undefined ? undefined : unsure(value);
  const text = plain(chosen).replace(/^[^\p{L}\p{N}/—\-√✓☑■●□�?？]+/u, '');
  if (text === '' || UNFILLED.test(text)) return undefined;
  const degree = DEGREE.exec(text)?.[1];
  if (kind === undefined) return judgeOther(degree, text);
  if (degree !== undefined) {
    if (listsDegrees(chosen)) return unsure(value);
    if (AFTER_DEGREE.test(text.slice(degree.length))) return { judged: 'classified', mark: degree };
    const short = text.length <= 12 && !/[。；;]/u.test(text);
    if (kind === 'level' && short) return { judged: 'classified', mark: degree };
    return kind === 'level' || short ? unsure(value) : undefined;
  }
  if ((kind === 'whether' && YES.test(text)) || (ASKS.test(plain(label)) && text === '是')) return unsure(value);
  if (kind === 'period') return PERIOD.test(text) && !NONE.test(text) ? unsure(value) : undefined;
  return judgeWords(kind, text, { label: plain(label), value });
}

/** A value under a label of secrecy that does not begin with a degree. */
function judgeWords(
  kind: SecrecyLabel,
  text: string,
  { label, value }: { label: string; value: string },
): Secrecy | undefined {
  const internal = INTERNAL.test(text) && (kind === 'level' || ASKS.test(label) || /^工作秘密/u.test(text));
  if (internal) return { judged: 'ask', why: 'internal', mark: shown(value) };
  const rest = text.replace(NEGATED, '');
  if (NONE.test(text) && !LOOKS_LIKE.test(rest)) return { judged: 'none' };
  if (kind === 'about') return /[机秘绝泌祕][密蜜宓]/u.test(rest) && text.length <= 12 ? unsure(value) : undefined;
  const code = kind === 'level' && /^[\dA-Za-z]{1,3}$/u.test(text);
  return code || FOREIGN.test(text) || (LOOKS_LIKE.test(rest) && text.length <= 24) ? unsure(value) : undefined;
}

/** A box of another name: with the star it is a mark wherever it stands; a degree alone is looked at by a person. */
function judgeOther(degree: string | undefined, text: string): Secrecy | undefined {
  if (degree === undefined) return undefined;
  if (isStarredMark(text)) return { judged: 'classified', mark: degree };
  return text === degree || text === `${degree}级` ? unsure(text) : undefined;
}

const shown = (value: string): string => plain(value).slice(0, 12);
const unsure = (value: string): Secrecy => ({ judged: 'ask', why: 'unsure', mark: shown(value) });

const listsDegrees = (value: string): boolean =>
  new Set(
    value.split(/[\s\u3000、,，;；/|／]+/u).filter((part) => (DEGREES as readonly string[]).includes(plain(part))),
  ).size > 1;

const CHECKED = '[☑☒■●◉√✓✔]';
const ANY_BOX = /[□☐○◯〇☑☒■●◉√✓✔]/u;

/** What is ticked among drawn boxes: □公开 ☑秘密. '' where none is; 'several' where it cannot be told which. */
function chosenOf(value: string): string {
  if (!ANY_BOX.test(value) || !/\p{Script=Han}/u.test(value)) return value;
  const plainValue = value.trim();
  const before = ANY_BOX.test(plainValue.slice(0, 1)) || /^[(（[【]\s*[√✓✔☑■]/u.test(plainValue);
  const boxes = plainValue.match(/[□☐○◯☑☒■●◉√✓✔]/gu) ?? [];
  // One character that could not be drawn is no list of boxes: □密.
  if (boxes.length === 1 && /^[□■○●]密|[机秘绝][□■○●]$/u.test(squeeze(plainValue))) return plainValue;
  const pattern = before
    ? new RegExp(`${CHECKED}[\\s)）\\]】]*([^\\s□☐○◯☑☒■●◉√✓✔]+)`, 'gu')
    : new RegExp(`([^\\s□☐○◯☑☒■●◉√✓✔]+)[\\s(（[【]*${CHECKED}`, 'gu');
  const ticked = Array.from(plainValue.matchAll(pattern), (match) => match[1] ?? '').filter(Boolean);
  return ticked.length > 1 ? 'several' : (ticked[0] ?? '');
}

/** Something that parts a degree from its period: the star of the standard, and what is typed for it. */
const STAR = '[★☆⋆✩⭐*※·•]';
const ONE_DEGREE = DEGREES.join('|');
const STARRED = new RegExp(`^(${ONE_DEGREE})[★☆⋆✩⭐].{0,12}$`, 'u');
const LONE = new RegExp(
  `^(${ONE_DEGREE})(?:级)?(?:[,，、;；]?(?:注意保存|注意保密|严禁外传|不得外传|请勿外传|妥善保管))?(?:${STAR}.{0,12}|[(（]?(?:\\d{1,2}|[一二两三五十]{1,3})(?:年|个月)[)）]?|[(（]?(?:长期|永久)[)）]?)?(?:特急|加急|急件|特提|平急)?$`,
  'u',
);
const LONE_INTERNAL = new RegExp(
  `^(工作秘密|内部(?:资料|文件|使用|事项)?)(?:${STAR}.{0,12}|[,，、;；]?(?:注意保存|注意保密|严禁外传|不得外传|请勿外传|妥善保管|不得公开))$|^(工作秘密)$`,
  'u',
);

/** A line as marks are looked for in it: without spaces, the copy's number in front and the word 密级. */
const plainLine = (line: string): string =>
  plain(line)
    .replace(/^(?:份号|编号|No\.?)?[:：]?\d{1,8}(?=\p{Script=Han})/iu, '')
    .replace(/^[【〔[(（《<]*(?:密级[:：]?)?[【〔[(（《<]*/u, '')
    .replace(/[】〕\])）》>]+$/u, '');

const isStarredMark = (text: string): boolean => STARRED.test(text);

/** The degree of a mark that stands alone on a line: starred (机密★1年) or not (机密, 秘密一年, 绝密 特急). */
export function markOfLine(line: string): { degree: string; starred: boolean } | undefined {
  if (line.length > LONGEST_VALUE || !line.includes('密')) return undefined;
  const text = plainLine(line);
  const starred = STARRED.exec(text)?.[1];
  const degree = starred ?? LONE.exec(text)?.[1];
  return degree === undefined ? undefined : { degree, starred: starred !== undefined };
}

/** 内部资料 注意保存, 工作秘密: a mark of the office's own, alone on a line. 内部资料 without a word of care is a phrase. */
export function internalMarkOfLine(line: string): string | undefined {
  if (line.length > LONGEST_VALUE) return undefined;
  const match = LONE_INTERNAL.exec(plainLine(line));
  return match?.[1] ?? match?.[2];
}

const OLD_FORMS: Readonly<Record<string, string>> = { 絕: '绝', 機: '机', 祕: '秘', 內: '内' };

/** Without spaces and invisible characters, narrow letters, today's forms of the characters of the degrees. */
function plain(text: string): string {
  return halfWidth(squeeze(text)).replace(/[絕機祕內]/gu, (sign) => OLD_FORMS[sign] ?? sign);
}
