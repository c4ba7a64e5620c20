import { isPersonName } from '../base/names.ts';
import { COMMON_WORD, hasSurname, LONG_SURNAME } from '../base/surnames.ts';
import { labelKey, squeeze } from '../base/text.ts';
import { MASKED } from './masked.ts';
import type { Openness } from './place.ts';

/** Words for people of the public: who applies, for whom, their families, and those who sign for a result. */
const APPLICANTS =
  '申请人 申请者 申办人 申报人 办事人 办事群众 当事人 领取人 领证人 取件人 取证人 代领人 代办人 代理人 委托代理人 委托人 被委托人 受托人 受益人 参保人 参合人 投保人 被保险人 救助对象 被救助人 受助人 补贴对象 服务对象 保障对象 帮扶对象 低保对象 特困对象 特困人员 优抚对象 优待对象 低保户 贫困户 脱贫户 监测户 五保户 户主 监护人 被监护人 抚养人 赡养人 收养人 被收养人 继承人 被继承人 配偶 丈夫 妻子 父亲 母亲 儿子 女儿 子女 其子 其女 其妻 其夫 其父 其母 其母亲 其父亲 其妻子 其丈夫 其儿子 其女儿 家属 亲属 近亲属 残疾人 老人 老年人姓名 高龄老人 死者 逝者 死亡人员 亡者 投诉人 举报人 信访人 来访人 来访群众 来电人 来电群众 来信人 反映人 诉求人 求助人 报案人 受害人 咨询人 建议人 被投诉群众 受访人 受访者 受访群众 被访人 被回访人 回访对象 访问对象 家庭成员 共同申请人 共同生活成员 权利人 义务人 产权人 所有权人 使用权人 宅基地申请人 承租人 出租人 租客 房东 业主 房主 住户 承包人 承包户 转让方姓名 受让人 买受人 出卖人 借款人 担保人 缴费人 持证人 持卡人 开户人 账户名 收款人 车主 驾驶人 驾驶员 司机 患者 病人 病患 就诊人 受检人 孕妇 产妇 新生儿 婴儿 婴幼儿 儿童 幼儿 学生 考生 家长 求职者 求职人 失业人员 退役军人 退役士兵 收件人 寄件人 邮寄对象 客户 顾客 游客 证明人 见证人 受送达人 行政相对人 相对人 申诉人 原告 被告 被申请人 第三人姓名 群众姓名 村民姓名 居民姓名 市民姓名 遗属 工伤职工 退休人员 参保人员 伤残人员 矫正对象 搬迁户 拆迁户 征迁户 危房户 烈属 军属'.split(
    ' ',
  );
/** Words that mean people of the public only where a name stands right behind them, and only where nothing is public. */
const CROWD = '本人 群众 村民 居民 市民 农户 住户 老人 学员 同学 租户 网友'.split(' ');
/** Behind such a word, and still its label: 申请人姓名, 领取人（签字）. */
const NAME_TAIL = '(?:姓名|名字|名称|签名|签字|签章|盖章|手印)';
const byLength = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|');
const APPLICANT = byLength(APPLICANTS);
const NAME_LABEL = new RegExp(
  `^\\p{Script=Han}{0,4}(?:${APPLICANT})(?:[\\d一二三四五甲乙]|本人)?${NAME_TAIL}{0,2}(?:[（(][^（()）]{0,8}[)）])?$`,
  'u',
);
/** Names of anybody: in papers about people they are of the public, unless the same row tells a post. */
const ANY_NAME = /^(?:姓名|名字|曾用名|本人姓名|人员姓名|户名|开户名|法定代表人|法人代表)$/u;
/** A head beside 姓名 that tells of staff. */
const STAFF_HEAD =
  /^(?:职务|职位|职称|岗位|工号|所在(?:部门|科室|单位|窗口)|部门|科室|窗口|窗口名称|签到|警号|编制|任职|考勤|值班日期|授课|讲师|工作单位及职务|单位及职务)/u;

/** Words that stand where a name is wanted and are nobody. */
const NOBODY =
  /^(?:自然人|个人|本人|法人|企业|公司|居民|村民|农户|公民|单位|群众|家庭|成年人|未成年|老年人|残疾人|学生|全体|所有|任何|相关|有关|其他|代理|监护|委托|同上|无误|属实|已阅|满意|较满意|不满意|很满意|谢谢|签字|签名|盖章|电话|手机|身份证|姓名|性别|年龄|住址|地址|日期|时间)/u;

/** Two to four characters that end so are the next label and nobody's name. */
const LABEL_END =
  /(?:事项|名称|日期|时间|电话|手机|号码|编号|类型|类别|地址|住址|性别|年龄|姓名|备注|状态|结果|单位|部门|方式|金额|份数|签名|签字|意见|人|号|证)$/;

/** What may stand behind a name in running text. */
const AFTER_NAME =
  '(?=$|[^\\p{Script=Han}]|[于的因在向到来和及与之等系为是已曾自从对就经由被将要称说做拿持签领患携其也均]|反映|投诉|咨询|申请|提交|办理|提出|领取|要求|表示|电话|身份|手机|联系|住址|家住|户籍|性别|男|女|年龄|年满|出生|同志|女士|先生|本人|一家|夫妇|委托|拨打|致电|购买|承租|租赁|租住|病|死亡|去世|未|不|没|满意|求助|建议|认为|姓名|护照|户|补|登记|注册|参保|缴费|完成|上门|前来)';
const GIVEN = '\\p{Script=Han}';
const WHOLE_NAME = new RegExp(
  `(?:${GIVEN}{1,10}(?:[·•・．]${GIVEN}{1,10}){1,3}|${GIVEN}[ \\u3000]{1,4}${GIVEN}|${GIVEN}{2,4})(?!${GIVEN})`,
  'uy',
);
const RUNNING_NAMES = [4, 3, 2].map((length) => new RegExp(`${GIVEN}{${length}}${AFTER_NAME}`, 'uy'));
const BETWEEN = /[ \u3000]*(?:[、/／和及与,，;；]|[ \u3000])[ \u3000]*/uy;

const isName = (name: string): boolean =>
  isPersonName(name) && !NOBODY.test(squeeze(name)) && !(LABEL_END.test(labelKey(name)) && !hasSurname(squeeze(name)));

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** A name that begins here among other words: by its surname and by what follows. */
function runningNameAt(text: string, at: number): string | undefined {
  for (const pattern of RUNNING_NAMES) {
    const name = matchAt(pattern, text, at);
    const long = name !== undefined && name.length === 4 && !LONG_SURNAME.test(name);
    if (name === undefined || long || !hasSurname(name) || COMMON_WORD.test(name) || !isName(name)) continue;
    // 张红于 2026 年: the last character belongs to what follows.
    const shorter = name.length === 3 && /[于因在向到系为]$/u.test(name) ? name.slice(0, -1) : name;
    return shorter;
  }
  return undefined;
}

/** Where nothing is public a surname behind such a word is enough: 申请人赵铁柱家庭困难. Rather a letter too many goes. */
function likelyNameAt(text: string, at: number): Named[] {
  const name = matchAt(LIKELY, text, at) ?? '';
  const said = name === '' || !hasSurname(name) || COMMON_WORD.test(name) || !isName(name);
  return said ? [] : [{ start: at, end: at + name.length, name }];
}
const LIKELY = new RegExp(`${GIVEN}{3}`, 'uy');

interface Named {
  start: number;
  end: number;
  name: string;
}

/** The names that stand one behind another from here. @param told a colon stands in front: the first needs no surname */
function namesFrom(text: string, at: number, told: boolean): Named[] {
  const found: Named[] = [];
  for (let next = at; ; ) {
    const whole = told || found.length > 0 ? matchAt(WHOLE_NAME, text, next) : undefined;
    const alone =
      whole !== undefined &&
      isName(whole) &&
      (found.length === 0 || hasSurname(squeeze(whole)) || /[·•・．]/u.test(whole));
    const labels = alone && /^\s*[:：]/u.test(text.slice(next + whole.length, next + whole.length + 3));
    const name = alone && !labels ? whole : runningNameAt(text, next);
    if (name === undefined) return found;
    found.push({ start: next, end: next + name.length, name: squeeze(name) });
    const between = matchAt(BETWEEN, text, next + name.length);
    if (between === undefined) return found;
    next += name.length + between.length;
  }
}

/** A word for the public, with what still belongs to its label and a colon where there is one. */
const LABELLED = new RegExp(
  `(?<!【)(?:${APPLICANT})(?:[\\d一二三四五甲乙])?${NAME_TAIL}{0,2}(?:[（(][^（()）\\n]{0,8}[)）])?[ \\t\\u3000]*([:：]?)[ \\t\\u3000]*`,
  'gu',
);
const CROWDED = new RegExp(`(?:${byLength(CROWD)})`, 'gu');
const NAMED =
  /(?<![\p{Script=Han}【])(?:姓名|曾用名|本人姓名|户名|开户名|法定代表人|法人代表)[ \t\u3000]*[:：][ \t\u3000]*/gu;

/** 刘芳（申请人）, 张先生: told by what stands behind. */
const TOLD_BEHIND = new RegExp(
  `(${GIVEN}{2,4}?)[ \\u3000]?[（(](?:${APPLICANT}|本人)[)）]|(${GIVEN}{1,3}?)(?:先生|女士|大爷|大妈|大娘|奶奶|爷爷|阿姨|婆婆)`,
  'gu',
);

/** Names told by what stands behind them. The letters in front of a name may belong to a sentence: 由刘芳（申请人）. */
function namesBefore(text: string): Named[] {
  return Array.from(text.matchAll(TOLD_BEHIND)).flatMap((match) => {
    const letters = match[1] ?? match[2] ?? '';
    const least = match[1] === undefined ? 1 : 2;
    for (let from = 0; from <= letters.length - least; from += 1) {
      const name = letters.slice(from);
      if (!hasSurname(name) || COMMON_WORD.test(name)) continue;
      const start = match.index + from;
      return [{ start, end: start + name.length, name }];
    }
    return [];
  });
}

/** How the words begin by which a name of the public is told. */
const TELLING = new Set(
  [
    ...APPLICANTS,
    ...CROWD,
    ...'姓名 曾用 户名 开户 法定 法人 先生 女士 大爷 大妈 大娘 奶奶 爷爷 阿姨 婆婆'.split(' '),
  ].map((word) => word.slice(0, 2)),
);

/** Their first characters: few characters of a text are one. */
const TELLING_FIRST = new Set(Array.from(TELLING, (word) => word.charCodeAt(0)));

/** False for the many texts that have no such word: looking for all of them takes long. */
function mayTell(text: string): boolean {
  for (let at = 0; at + 1 < text.length; at += 1)
    if (TELLING_FIRST.has(text.charCodeAt(at)) && TELLING.has(text.slice(at, at + 2))) return true;
  return false;
}

/** Names of the public in a text, in order, none twice: behind a word for them, with a colon or in a sentence. */
function namesInText(text: string, open: Openness): Named[] {
  if (text.length < 4 || !mayTell(text)) return [];
  const found: Named[] = [];
  const add = (names: readonly Named[]): void => {
    for (const name of names)
      if (!found.some(({ start, end }) => name.start < end && start < name.end)) found.push(name);
  };
  for (const match of text.matchAll(LABELLED)) {
    const told = match[1] !== '';
    // A guide speaks of applicants in general, and names none but behind a colon.
    const at = match.index + match[0].length;
    const names = told || open !== 'guide' ? namesFrom(text, at, told) : [];
    add(names.length > 0 || open !== 'closed' ? names : likelyNameAt(text, at));
  }
  if (open === 'closed') {
    for (const match of text.matchAll(NAMED)) add(namesFrom(text, match.index + match[0].length, true));
    for (const match of text.matchAll(CROWDED)) add(namesFrom(text, match.index + match[0].length, false));
    add(namesBefore(text));
  }
  return found.sort((left, right) => left.start - right.start);
}

/** Names of the public that a text tells. */
export const namesIn = (text: string, open: Openness): string[] => namesInText(text, open).map(({ name }) => name);

/** A text with the names of the public that it tells replaced by a word. */
export function maskNames(text: string, open: Openness): string {
  let masked = '';
  let copied = 0;
  for (const { start, end } of namesInText(text, open)) {
    masked += text.slice(copied, start) + MASKED.name;
    copied = end;
  }
  return masked + text.slice(copied);
}

/** Whether the value under this label is the name of somebody from the public. @param beside heads of the same row */
export function isNameLabel(label: string, open: Openness, beside: readonly string[] = []): boolean {
  const key = labelKey(label);
  if (key === '' || key.length > 24) return false;
  if (NAME_LABEL.test(key)) return true;
  return open === 'closed' && ANY_NAME.test(key) && !isStaffLabel(label, beside);
}

/** 姓名 in a row that tells a post: it is one of the staff. */
export const isStaffLabel = (label: string, beside: readonly string[]): boolean =>
  ANY_NAME.test(labelKey(label)) && beside.some((head) => STAFF_HEAD.test(labelKey(head)));

/**
 * The names that a value under such a label holds: 张三、李四; [] where something else stands there. Right of 姓名 the next
 * head of a table may stand: there a name has to be one by its surname.
 */
export function namesOfValue(value: string, label: string): string[] {
  const parts = value.split(/[、，,/／;；\n]+|(?<=\p{Script=Han}{2})[ \u3000]+(?=\p{Script=Han}{2})/u).map(squeeze);
  const named = ANY_NAME.test(labelKey(label));
  return parts.filter((part) => isName(part) && (!named || hasSurname(part) || /[·•・．]/u.test(part)));
}
