import { readDate, withoutDates } from '../base/dates.ts';
import { isBodyName, isPlaceholder, splitNames } from '../base/names.ts';
import { readHanNumber } from '../base/numerals.ts';
import { isSureName } from '../base/surnames.ts';
import { cleanText, halfWidth, squeeze } from '../base/text.ts';
import type { FieldState, FieldValue, Limit, Role } from './vocabulary.ts';
import { isDateRole, isPeopleRole } from './vocabulary.ts';

export interface ReadValue {
  state: Exclude<FieldState, 'absent'>;
  value?: FieldValue;
}

/** Captions of buttons that run into the names of files. */
const UPLOADS = /(?:点击)?(?:上传|添加|选择)(?:附件|文件)|(?<=\.[a-z]{2,5})\s*(?:下载|查看|预览|打开|删除)+/giu;

/** What can be done with a file whose name is not shown. */
const ONLY_ACTIONS =
  /^(?:(?:点击|在线|立即|全部|批量|附件|文件)*(?:下载|查看|预览|打开|浏览)(?:附件|文件|全部)?[\s、|/]*)+$/u;

/** How many files there are: 附件(2). */
const ONLY_COUNT = /^[(（[【]?\s*\d{1,3}\s*[个件份]?\s*[)）\]】]?$/u;

/** What a box of files says of what may be put into it: 只能上传不超过 10MB 的文件, 支持扩展名：.doc .pdf. */
const UPLOAD_HINT =
  /上传|拖[拽动到至]|支持(?:的)?(?:扩展名|格式|文件|类型)|(?:不超过|不大于|小于|最大|最多|大小限制|大小为?)\s*\d/u;
const NAMES_FILE = /[^\s、，,/：:.]\.[a-z]{2,5}(?=$|\s)/iu;

/** The lines of a box of files without its hints. */
function withoutHints(text: string): string {
  const isHint = (line: string): boolean => UPLOAD_HINT.test(line) && !NAMES_FILE.test(line);
  return text
    .split('\n')
    .filter((line) => !isHint(line))
    .join('\n');
}

const BLANK: ReadValue = { state: 'blank' };
const UNREADABLE: ReadValue = { state: 'unreadable' };

/** Roles in which 无 says something: a document may have no fee and no copies. */
const NONE_IS_A_VALUE: ReadonlySet<Role> = new Set(['secrecy', 'urgency', 'copyRecipients', 'attachmentsNote', 'fee']);

/**
 * The printed frame of a date or signature that nobody filled: `　年　月　日`, `签字：`, `____`, `委托单位（章） 代 表 人`.
 */
const EMPTY_FRAME =
  /^(?:[\s_＿年月日时分：:./\-—（）()]|签字|签名|盖章|签章|日\s*期|时间|\p{Script=Han}{0,8}(?:单位|机构|机关|部门|公司|负责人)[（(](?:公章|盖章|签章|章|签字|签名)[)）]|(?:法\s*定)?代\s*表\s*人|(?:总)?监\s*理\s*工\s*程\s*师|项\s*目\s*经\s*理)*$/u;

/** Where a unit puts its seal, printed in a box in which somebody signs as well. */
const SEAL_PLACE = /\p{Script=Han}{0,8}(?:单位|机构|机关|部门|公司)[（(](?:公章|盖章|签章|章)[)）]/gu;

/** True for an empty text and for a printed frame that nobody filled. */
export const isEmptyFrame = (text: string): boolean => EMPTY_FRAME.test(text);

/** What a box of this role holds, typed. @param text as shown; the box exists, so the empty text is `blank`. */
export function readValue(role: Role, text: string): ReadValue {
  const plain = cleanText(role === 'attachmentsNote' ? withoutHints(text.replace(UPLOADS, ' ')) : text);
  if (isEmptyFrame(plain)) return BLANK;
  if (isPlaceholder(plain) && !(NONE_IS_A_VALUE.has(role) && /^(?:无|暂无)$/u.test(plain))) return BLANK;
  if (role === 'attachmentsNote' && (ONLY_ACTIONS.test(plain) || ONLY_COUNT.test(plain))) return UNREADABLE;
  if (isPeopleRole(role)) return readPeople(plain.replace(SEAL_PLACE, ' '));
  if (isDateRole(role)) return readDay(plain);
  if (role === 'docNumber' && isOpenNumber(plain)) return BLANK;
  if (role === 'phone' || role === 'complaintPhone') return readPhone(plain);
  if (role === 'statutoryLimit' || role === 'promisedLimit') return present(readLimit(plain) ?? plain);
  if (role === 'mainRecipients' || role === 'copyRecipients') return present(splitRecipients(plain));
  return present(plain);
}

/** A number of a document whose serial is still to be given: 青政发〔2026〕　号, 青政发〔2026〕第__号, 〔20__〕__号. */
export const OPEN_NUMBER =
  /^[\p{Script=Han}A-Za-z]{0,15}\s*[〔[［（(【﹝]\s*(?:(?:19|20)\d{2}|(?:20)?[\s_＿×✕xXＸ]{0,4})\s*[〕\]］）)】﹞]\s*第?[\s_＿×✕xXＸ□*＊]*号(?=$|\s|签发)/u;

/** What a program fills when it gives the number: 青政发〔{YYYY}〕{#}号, ${year}. */
const SLOT = /[{｛]\s*(?:[A-Za-z_]{1,12}|[#＃*＊]{1,8})\s*[}｝]/u;

/** True for the frame of a document's number without its serial, and nothing else. */
export function isOpenNumber(text: string): boolean {
  const plain = cleanText(text);
  return OPEN_NUMBER.exec(plain)?.[0] === plain || SLOT.test(plain);
}

const present = (value: FieldValue): ReadValue => ({ state: 'present', value });

/** What stands beside 电话 on a form that nobody filled: the next label, a seal, a frame of boxes. */
const NO_PHONE = /^[^\d]*(?:[:：□]|[（(]章[)）]|年\s*月)[^\d]*$/u;

/** A telephone without the marks of the sentence around it: 38620000）, 020-86200000。. */
function readPhone(text: string): ReadValue {
  if (NO_PHONE.test(text)) return BLANK;
  const plain = text.replace(/[。；;，,、]+$/u, '');
  const opened = plain.split(/[（(]/u).length;
  const closed = plain.split(/[)）]/u).length;
  return present(closed > opened ? plain.replace(/[)）]+$/u, '') : plain);
}

/** In front of a day beside a name. */
const DAY_WORDS = /(?:日\s*期|时\s*间)\s*[:：]?/gu;

/** People of a box. A body's name or an unknown word is kept as written: the rules judge it. A bare number is an id. */
function readPeople(whole: string): ReadValue {
  const text = beforeNextLabel(whole);
  const named = splitNames(actText(text));
  // 情况属实，同意派出。 — a word of a sentence is nobody.
  const names = /[，。；;！]/u.test(text) && named.some((name) => !isSureName(name)) ? named.filter(isSureName) : named;
  if (names.length > 0) return present(names);
  const rest = cleanText(withoutDates(halfWidth(text)).replace(DAY_WORDS, ' '));
  if (isEmptyFrame(rest) || /^[\d\s,，;；|_-]+$/u.test(rest)) return UNREADABLE;
  if (rest.split(/[\s、,，;；/]+/u).every((part) => isPlaceholder(part))) return BLANK;
  if (isBodyName(rest)) return present([rest]);
  // 同意 alone, a sentence, an opinion of a line's length: somebody wrote here, and who it was cannot be told.
  const said = OPINION.test(rest) || ONLY_SAID.test(rest) || /[，,。；;！!？?]/u.test(rest);
  return said || squeeze(rest).length > 12 ? UNREADABLE : present([rest]);
}

/** 李明 开票人：王芳 — a line of several labels of which the first one's name is wanted. */
function beforeNextLabel(text: string): string {
  const own = /^([^:：]{2,20}?)\s+\p{Script=Han}{2,5}\s*[:：]/u.exec(text)?.[1];
  return own !== undefined && splitNames(own).length > 0 ? own : text;
}

/** 已校, 无不同意见, 没有意见: said without a name. */
const ONLY_SAID = /^(?:已(?:校|核|审|阅|办|看)|[无没请]).{0,10}$/u;

/** How opinions begin: 同意, 请审核, 拟同意. No name begins so. */
export const OPINION = /^(?:拟|不|原则|均|已)?(?:同意|审核|阅|通过|批准|签发|核|呈|请|按)/u;

/** Opinions in front of or behind a name, so that 同意。李明 and 同意李明 give 李明. */
function actText(text: string): string {
  return text
    .replace(
      /(?:拟|原则|不)?(?:同意|审核通过|审批通过|通过|已阅|签发|批准)(?:印发|发布|签发|呈报|办理|上报|发文)?/gu,
      ' ',
    )
    .replace(/[。！!：:；;“”"]/gu, ' ');
}

/** An ISO day (with time where there is one); a date that is not complete or not real stays as written. */
function readDay(text: string): ReadValue {
  const date = readDate(text);
  if (date) return present(date.iso ?? date.raw);
  return /[×xX某_＿]\s*[年月]/u.test(text) ? BLANK : UNREADABLE;
}

const LIMIT_UNITS: readonly (readonly [RegExp, Limit['unit'], number])[] = [
  [/^个?工作日|^[(（]?工作日/u, 'working-day', 1],
  [/^个?(?:小时|钟头)/u, 'hour', 1],
  [/^个?月/u, 'month', 1],
  [/^年/u, 'month', 12],
  [/^个?(?:自然日|日历日|日|天)|^[(（]?(?:自然日|天|日)/u, 'day', 1],
];

/** 15个工作日, 三个月, 即办, 0个工作日（当场办结）; undefined where the text is no single period with a unit. */
export function readLimit(text: string): Limit | undefined {
  const plain = halfWidth(squeeze(text));
  if (/^(?:即办|即时|当场|立等可取|即办件|随到随办|马上办)/u.test(plain)) return { amount: 0, unit: 'immediate' };
  const found = Array.from(
    plain.matchAll(
      /((?<!\d)\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})(?=个|[(（]?(?:工作日|自然日|天|日)|小时|月|年|日历日)/gu,
    ),
  );
  const [match] = found;
  if (!match || found.length > 1) return undefined;
  const number = match[1] ?? '';
  const amount = /^\d/.test(number) ? Number(number) : readHanNumber(number);
  const rest = plain.slice(match.index + number.length);
  const unit = LIMIT_UNITS.find(([pattern]) => pattern.test(rest));
  return amount === undefined || !unit ? undefined : { amount: amount * unit[2], unit: unit[1] };
}

/**
 * 各村（社区），镇直各单位： → two recipients; the mark at the end is no part of a name. Commas part groups; inside one, 、
 * parts names that are whole by themselves: 县财政局、县审计局 are two and 各乡、镇、街道办事处 is one.
 */
export function splitRecipients(text: string): string[] {
  const groups = splitOutside(text.replace(/(?<![：:。.；;])[：:。.；;]+$/u, ''), /[，,；;\n]/u);
  const parted = groups.length > 1;
  return groups
    .flatMap((group) => {
      const names = splitOutside(group, /、/u);
      return names.length > 1 && isOneGroup(names, parted) ? [group] : names;
    })
    .map((name) => cleanText(name))
    .filter((name) => name !== '');
}

/** A body that is named and not one of a sort: 县财政局, 镇直单位. */
const OF_PLACE =
  /^\p{Script=Han}{0,6}?[省市县区旗州镇乡](?:直|属|\p{Script=Han}{1,}(?:局|办|中心|院|会|公司|部|委|站|所|校|厅)$)/u;

/** True where 、 parts words of one group. @param parted commas part groups, so that 、 does not */
function isOneGroup(names: readonly string[], parted: boolean): boolean {
  const each = names.some((name) => name.includes('各'));
  if (!each) return false;
  if (parted) return true;
  return names.some((name, index) => index > 0 && !name.includes('各') && !OF_PLACE.test(cleanText(name)));
}

/** Splits at a mark that stands in no brackets. */
function splitOutside(text: string, mark: RegExp): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (/[（(《〔[]/u.test(sign)) depth += 1;
    else if (/[）)》〕\]]/u.test(sign)) depth = Math.max(0, depth - 1);
    if (depth === 0 && mark.test(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return depth === 0 ? parts : text.split(mark);
}
