import { MASKED } from './masked.ts';
import type { Openness } from './place.ts';

/** One kind of personal detail beside names and numbers: how it is told, and where it stays. */
interface Detail {
  word: string;
  /** What must be in a text at all; most texts have nothing of the kind. */
  hint: RegExp;
  /** The part `what` of a match is masked. */
  patterns: readonly RegExp[];
  /** Where this may be masked; the others are open enough to show it. */
  where: readonly Openness[];
  /** A match that is none after all. */
  unless?: (what: string) => boolean;
}

const ALL: readonly Openness[] = ['guide', 'office', 'closed'];
const NOT_GUIDE: readonly Openness[] = ['office', 'closed'];
const CLOSED: readonly Openness[] = ['closed'];

/** Between a label and its value. */
const IS = String.raw`(?:号码|编号|证号|字号|卡号|账号|号)?(?:[（(][^（()）\n]{0,8}[)）])?[ \t\u3000]{0,3}(?:[:：为是]|号码|编号|号)[ \t\u3000\n]{0,3}`;
const labelled = (words: string, value: string): RegExp =>
  new RegExp(`(?<!【)(?:${words.replaceAll(' ', '|')})${IS}(?<what>${value})`, 'giu');

const PAPERS =
  '护照 港澳通行证 往来港澳通行证 港澳居民来往内地通行证 港澳居民居住证 台湾居民居住证 回乡证 台胞证 台湾通行证 台湾居民来往大陆通行证 往来台湾通行证 通行证 居住证 永久居留证 永久居留身份证 驾驶证 驾驶证档案 驾照 机动车驾驶证 行驶证 社保卡 社会保障卡 社会保障 社保 医保卡 医保 医疗保险 军官证 士兵证 警官证 退役军人优待证 优待证 残疾人证 残疾证 户口簿 户口本 户口 出生医学证明 出生证 学籍 学生证 准考证 结婚证 离婚证 低保证 老年证 老年优待证 病历 住院 门诊 就诊卡 证件 车架 发动机 学';
const PAPER_VALUE = String.raw`(?:[军政后海空武参兵士南北沈兰济广成]{1,3}字第?)?[A-Za-z\d０-９ａ-ｚＡ-Ｚ〇零一二三四五六七八九][A-Za-z\d０-９ａ-ｚＡ-Ｚ〇零一二三四五六七八九()（）\-－ ]{4,24}(?:\r?\n(?!(?:19|20)\d{6}(?!\d))[\dA-Za-z]{3,18}(?![\dA-Za-z\-./:：年月]))?`;
const YEAR = String.raw`(?:(?:19|20)\d\d|[一二][〇零○一二三四五六七八九]{3})`;
const PART = String.raw`(?:\d{1,2}|[〇零一二三四五六七八九十]{1,3})`;
const DAY = String.raw`(?:${YEAR}[ ]?[-./年][ ]?${PART}(?:[ ]?[-./月][ ]?(?:${PART}[ ]?日?)?)?|(?:19|20)\d{6}|(?:19|20)\d{4}(?!\d))`;
const HOME_LABELS =
  '家庭住址 家庭地址 家庭详细地址 现住址 现住地 现住 现居住地 住址 户籍地址 户籍所在地 户籍地 户籍 户口所在地 户口地址 居住地址 居住地 常住地址 常住地 经常居住地 身份证地址 房屋坐落 租住地址 租赁地址';
const POST_LABELS = '通讯地址 通信地址 联系地址 收件地址 邮寄地址 详细地址 住所 住所地 地址';
const PLACE = String.raw`[\p{Script=Han}\d０-９A-Za-z\-－#·（）() ]{2,60}`;
const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

const digitsIn = (text: string): number => text.replace(/[^\d０-９〇零一二三四五六七八九]/gu, '').length;
const IS_DAY = /^(?:19|20)\d\d[-./年]\d/u;

/** Details in the order in which they are looked for. */
const DETAILS: readonly Detail[] = [
  {
    word: MASKED.mail,
    hint: /[@＠]/u,
    patterns: [/(?<what>[A-Za-z0-9._%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:[.．][A-Za-z0-9-]{1,63}){1,4})/giu],
    where: NOT_GUIDE,
    // The mailbox of an office.
    unless: (what) => /\.gov\.cn$/iu.test(what),
  },
  {
    word: MASKED.account,
    hint: /qq|扣扣|企鹅号|微信|wechat|vx|wx|支付宝|抖音/iu,
    patterns: [
      /(?:QQ|扣扣|企鹅号)[ \t]?(?:号码|号)?[ \t\u3000]*[:：为是]?[ \t\u3000]*(?<what>[1-9]\d{4,11})(?!\d)/giu,
      /(?:微信(?!公众)|wechat)[ \t]?(?<what>[A-Za-z](?=[A-Za-z_-]{0,19}\d)[\w-]{5,19})/giu,
      /(?:微信(?!公众)|wechat|vx|wx|支付宝|抖音)(?:账号|帐号|号码|号|ID)?[ \t\u3000]*(?:[:：为是]|(?<=号)[ \t\u3000]?)[ \t\u3000]*(?<what>[A-Za-z0-9][\w-]{4,24})/giu,
    ],
    where: NOT_GUIDE,
  },
  {
    word: MASKED.plate,
    hint: /[A-Za-zＡ-Ｚ]/u,
    patterns: [
      new RegExp(
        `(?<what>[${PROVINCES}][ ]?[A-HJ-NP-Z][ ]?[·•.\\-－]?[ ]?(?:[A-HJ-NP-Z0-9]{5,6}|[A-HJ-NP-Z0-9]{4,5}[学警港澳挂领使]))(?![A-Za-z0-9])`,
        'giu',
      ),
    ],
    where: NOT_GUIDE,
    unless: (what) => digitsIn(what) < 2,
  },
  {
    word: MASKED.paper,
    hint: /证|照|卡|社保|医保|医疗|保障|户口|学籍|学号|病历|住院|门诊|车架|发动机/u,
    patterns: [
      labelled(PAPERS, PAPER_VALUE),
      // Without a word between a paper and its number there must be a letter or many digits: 护照E12345678.
      new RegExp(
        `(?<!【)(?:${PAPERS.replaceAll(' ', '|')})[ \\t\\u3000]{0,2}(?<what>[A-Z]{1,2}\\d{7,10}|\\d{9,20})(?![\\dA-Za-z])`,
        'giu',
      ),
    ],
    where: ALL,
    unless: (what) => digitsIn(what) < 6 || IS_DAY.test(what) || /^12333/u.test(what),
  },
  {
    word: MASKED.paper,
    hint: /[A-Z]\d{7}/u,
    // Passports and permits by their shape; behind the letter a day is the number of a receipt.
    patterns: [
      /(?<![A-Za-z0-9])(?<what>(?:[EGDPS]|E[A-HJ-NP-Z])(?!(?:19|20)\d\d(?:0[1-9]|1[0-2]))\d{7,8}|[CHMWLT](?!(?:19|20)\d\d(?:0[1-9]|1[0-2]))\d{8}(?:\d\d)?|C[A-HJ-NP-Z]\d{7})(?![A-Za-z0-9-])/gu,
    ],
    where: CLOSED,
  },
  {
    word: MASKED.birth,
    hint: /生/u,
    patterns: [
      new RegExp(
        `(?:出生(?:日期|年月日|年月|时间|年份)?|生日|生于)(?:[（(][^（()）\\n]{0,6}[)）])?[ \\t\\u3000]*[:：为是于]?[ \\t\\u3000]*(?<what>${DAY})`,
        'gu',
      ),
      new RegExp(`(?<what>${DAY})[ ]?(?:出生|生人|生(?=[，,。；;）)]|$))`, 'gu'),
    ],
    where: ALL,
  },
  {
    word: MASKED.home,
    hint: /址|户籍|户口|住|坐落/u,
    patterns: [
      new RegExp(
        `(?<!【)(?:${HOME_LABELS.replaceAll(' ', '|')})[ \\t\\u3000]*(?:[:：为是在]|[ \\t\\u3000])[ \\t\\u3000]*(?<what>${PLACE})`,
        'gu',
      ),
      new RegExp(
        `(?<!【)(?:${HOME_LABELS.replaceAll(' ', '|')})(?<what>\\p{Script=Han}{2,8}[省市县区镇乡村]${PLACE})`,
        'gu',
      ),
    ],
    where: NOT_GUIDE,
  },
  {
    word: MASKED.home,
    hint: /址|住所/u,
    patterns: [
      new RegExp(
        `(?<![\\p{Script=Han}【])(?:${POST_LABELS.replaceAll(' ', '|')})[ \\t\\u3000]*[:：][ \\t\\u3000]*(?<what>${PLACE})`,
        'gu',
      ),
    ],
    where: CLOSED,
  },
  {
    word: MASKED.home,
    hint: /住|户籍/u,
    patterns: [
      new RegExp(`(?:家住|现住|居住在|居住于|租住在|租住于|租住|暂住在?|住在|户籍[在为])[ ]?(?<what>${PLACE})`, 'gu'),
    ],
    where: NOT_GUIDE,
    unless: (what) => !/[村组号栋幢室街路巷弄苑庄湾屯]|单元|小区|花园|社区/u.test(what) || /^本/u.test(what),
  },
  {
    word: MASKED.home,
    hint: /[村区园寓苑庄].{0,20}[号室户]/u,
    // A house with its number in a village or an estate is somebody's home; an office has a street.
    patterns: [
      /(?<what>\p{Script=Han}{2,12}?(?:村|社区|庄|湾)\p{Script=Han}{0,6}?(?:\d{1,3}|[一二三四五六七八九十]{1,3})?(?:村民小组|村民组|组)(?:\d{1,4}|[一二三四五六七八九十]{1,4})[号户室])/gu,
      /(?<what>\p{Script=Han}{2,12}?(?:小区|花园|家园|公寓|新村|佳苑|花苑|苑)(?:[A-Za-z\d一二三四五六七八九十]{1,4}(?:期|区))?[A-Za-z\d一二三四五六七八九十]{1,4}(?:号楼|栋|幢|座)(?:[\d一二三四五六七八九十]{1,3}单元)?[\d一二三四五六七八九十]{0,5}(?:室|号|户)?)/gu,
    ],
    where: CLOSED,
  },
];

/** A text without the details of a person that its place does not make public: papers, mail, plates, births, homes. */
export function maskDetails(text: string, open: Openness): string {
  let masked = text;
  for (const { word, hint, patterns, where, unless } of DETAILS) {
    if (!where.includes(open) || !hint.test(masked)) continue;
    for (const pattern of patterns)
      masked = masked.replace(pattern, (...match) => {
        const [whole] = match as [string];
        const { what = '' } = match.at(-1) as { what?: string };
        if (what === '' || what.includes('【') || unless?.(what)) return whole;
        const kept = what.trimEnd();
        const at = whole.lastIndexOf(what);
        return whole.slice(0, at) + word + what.slice(kept.length) + whole.slice(at + what.length);
      });
  }
  return masked;
}
