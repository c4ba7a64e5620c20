import type { Block } from '../base/block.ts';
import { isBodyName } from '../base/names.ts';
import { cleanText, labelKey, squeeze } from '../base/text.ts';

/** How a text names itself. */

/** How far down from its start a text has its title, in blocks. */
const TITLE_BLOCKS = 20;
/** A title may be drawn over so many lines. */
const MOST_LINES = 3;
const LONGEST_TITLE = 100;
const OFFICIAL =
  /关于.+(?:的)?(?:决议|决定|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)(?:[（(].{1,8}[)）])?$/u;
/** True for what is named as a 公文 is: 发文审批：关于…的通知 holds a title, and no names. */
export const isOfficialTitle = (text: string): boolean => text.length <= LONGEST_TITLE && OFFICIAL.test(text.trim());
/** What ends a line of prose, of an address or of a label. */
const MARKS = /[。；;：:，,]/u;

/** Words above a title: the letterhead, a number, a mark; never the title itself. */
const NO_TITLE = /(?:文件|[〕］\])）].{0,8}号|[★☆].*|标准|[:：])$|^(?:ICS|CCS|第.{1,6}[章节条]|前言|目次|目录|附件)/u;
/** What stands where a title would and names a part: 目 录, 号. */
const NO_NAME_OF_TEXT = /^(?:目录|目次|前言|第?号)$/u;
/** Where a page stands in its site: 首页 > 政务公开 > 规章制度. */
const WAY = /^[^<＜《]*[>＞›»]/u;
/** A label in front of what would be a title: 名称：关于…的通知. */
const LABELLED = /[:：].*关于/u;
/** A heading of a part: 2 总则, 一、项目名称：. */
const IN_ORDER = /^(?:\d|[一二三四五六七八九十]+\s*[、.．])|[:：]$/u;
/** A place in which somebody has yet to write the title. */
const PLACE = /^\s*[[［【{｛]/u;

/** True for what stands near a title and is none: a letterhead, a document's number, a heading, a place to fill in. */
export const isNoTitle = (text: string): boolean =>
  NO_TITLE.test(labelKey(text)) || NO_NAME_OF_TEXT.test(squeeze(text)) || PLACE.test(text) || WAY.test(text);

/** What a site writes behind the name of a page. */
const SITE = /\s*[-_—–|｜]+\s*[^-_—–|｜]{2,30}(?:网站|门户网|政府网|官网|官方平台|门户)$/u;

/** The name of a page without that of its site. */
export const withoutSite = (title: string): string => title.replace(SITE, '') || title;

const lineOf = ({ text }: Block): string => cleanText(text.replaceAll('\n', ''));

/** A 公文's title that begins with this block, over one line or several; undefined where none does. */
export function officialTitleAt(blocks: readonly Block[], index: number): string | undefined {
  let title = '';
  for (const [step, block] of blocks.slice(index, index + MOST_LINES).entries()) {
    const line = lineOf(block);
    // Long lines are none, and what is looked for below would take minutes in them.
    if (line.length > LONGEST_TITLE) return undefined;
    if (block.rows || line === '' || LABELLED.test(line) || (step > 0 && isNoTitle(line))) return undefined;
    title += line;
    if (title.length > LONGEST_TITLE) return undefined;
    if (OFFICIAL.test(title)) return title;
    // Only what has begun as a title goes on over the next line.
    if (!title.includes('关于') || MARKS.test(line)) return undefined;
  }
  return undefined;
}

/** What a title says behind the name of the body that speaks: 源县人民政府令, 青石镇人民政府公告, 镇长办公会议纪要. */
const KIND_OF_BODY = /(?:命令|令|公告|通告|公报|决议|纪要)$/u;
/** Bodies whose names end unlike those of offices. */
const OTHER_BODY = /(?:国务院|主席|大会|会议|[部院校会]|公司)$/u;
const LONGEST_BODY = 40;

/** True for a title without 关于: the name of a body and the kind. Orders, notices to all and minutes bear such ones. */
export function isTitleOfBody(text: string): boolean {
  const plain = squeeze(text);
  const body = plain.replace(KIND_OF_BODY, '');
  if (body === plain || plain.length > LONGEST_BODY || !/^\p{Script=Han}{3,}$/u.test(plain)) return false;
  return !body.includes('关于') && (isBodyName(body) || OTHER_BODY.test(body));
}

/** 青石镇人民政府 over 公　告: the body and the kind on lines of their own. */
const isPartedTitle = (block: Block, above: Block | undefined): boolean =>
  above !== undefined &&
  /^(?:公告|通告)$/u.test(squeeze(lineOf(block))) &&
  isTitleOfBody(lineOf(above) + squeeze(lineOf(block)));

/** The number of an order, of a notice to all, or of an issue of minutes: 第12号, 2026年第1号, 第3期. */
export const SERIAL_NUMBER =
  /^(?:(?:19|20)\d{2}\s*年\s*)?[（(]?第\s*[\d一二三四五六七八九十百〇零]{1,5}\s*[号期次][）)]?$/u;

/** An order has its number right under its title; what it lays down follows with a title of its own. */
function isOrder(block: Block, next: Block | undefined): boolean {
  const line = lineOf(block);
  return (
    !block.rows && line.endsWith('令') && isTitleOfBody(line) && next !== undefined && SERIAL_NUMBER.test(lineOf(next))
  );
}

/**
 * The title that a text itself shows: an order's, the first line or lines that end like a 公文, what stands behind the mark 附件1 at
 * its very start, or its first heading of the top level. '' when there is none.
 */
export function titleOfText(blocks: readonly Block[]): string {
  const top = blocks
    .filter((block) => block.region === 'body' && !block.hidden && block.kind !== 'table' && block.kind !== 'header')
    .slice(0, TITLE_BLOCKS);
  const order = top.find((block, index) => isOrder(block, top[index + 1]));
  if (order) return lineOf(order);
  for (const index of top.keys()) {
    const official = officialTitleAt(top, index);
    if (official !== undefined) return official;
  }
  const parted = top.findIndex((block, index) => isPartedTitle(block, top[index - 1]));
  if (parted > 0) return lineOf(top[parted - 1] as Block) + squeeze(lineOf(top[parted] as Block));
  const ofBody = top.find((block) => block.text.length <= LONGEST_TITLE && isTitleOfBody(lineOf(block)));
  if (ofBody) return lineOf(ofBody);
  const annex = titleOfAnnex(top);
  if (annex !== undefined) return annex;
  const heading = top.find((block) => {
    const text = lineOf(block);
    return (
      block.kind === 'heading' && (block.level ?? 9) === 1 && text !== '' && !isNoTitle(text) && !IN_ORDER.test(text)
    );
  });
  return heading ? lineOf(heading) : '';
}

/** 发文审批：关于…的通知 over a form: the name of the form and, behind it, that of what is dealt with. */
const OF_FORM =
  /^\p{Script=Han}{0,6}(?:审批|审签|呈批|签批|申请|稿纸|拟稿|送审|(?:审批|申请|呈批|处理|拟稿|签发|发文|收文)[单表笺])[:：]\s*(?<title>[^:：]{6,100})$/u;
/** What something that is asked for is called. */
const ASKED = /(?:申请|请示|报告|请求|合同|协议|方案)$/u;

/** The title behind the name of a form, on a line of the page of its own; '' where no line or several are like that. */
export function titleBehindForm(blocks: readonly Block[]): string {
  const titles = blocks.flatMap((block) => {
    if (block.hidden || block.rows || block.region !== 'form' || block.kind === 'list-item') return [];
    const title = OF_FORM.exec(lineOf(block))?.groups?.title ?? '';
    return (OFFICIAL.test(title) || ASKED.test(title)) && !/[。；;，]/u.test(title) ? [title] : [];
  });
  const [title = '', ...others] = [...new Set(titles)];
  return others.length === 0 ? title : '';
}

const LONGEST_ANNEX_TITLE = 40;
const ANNEX_MARK = /^附\s*[件表]\s*(?:\d{1,2}[-－—]\d{1,2}|[\d一二三四五六七八九十]{0,2})\s*[:：]?(?=\s|$)/u;

/** An annex that is a file of its own: 附件1 on its first line, its title behind it or on the next. */
function titleOfAnnex([first, next, last]: readonly Block[]): string | undefined {
  const mark = first && ANNEX_MARK.exec(first.text.trim())?.[0];
  if (mark === undefined) return undefined;
  const beside = cleanText(first?.text.trim().slice(mark.length) ?? '');
  const [line, under] = [next, last].map((block) => (block ? lineOf(block) : '')) as [string, string];
  // The body whose paper it is stands on a line of its own.
  const isParted = isBodyName(line) && TITLE_END.test(squeeze(under)) && !MARKS.test(under);
  const title = beside || (isParted ? line + under : line);
  const isTitle = title !== '' && title.length <= LONGEST_ANNEX_TITLE && !MARKS.test(title) && !isNoTitle(title);
  return isTitle ? title : undefined;
}

/** Where a title ends among the lines of a text: index of its last line; -1 when it is not there. */
export function endOfTitle(lines: readonly Pick<Block, 'text'>[], title: string): number {
  const wanted = squeeze(title);
  if (wanted === '') return -1;
  const texts = lines.map(({ text }) => squeeze(text));
  const alone = texts.indexOf(wanted);
  const whole = alone >= 0 ? alone : texts.findIndex((text) => text.includes(wanted));
  if (whole >= 0) return whole;
  for (const start of texts.keys())
    for (let end = start + 1; end < start + MOST_LINES; end += 1)
      if (texts.slice(start, end + 1).join('') === wanted) return end;
  return -1;
}

/** What titles of forms, records and standards end with. */
const TITLE_END =
  /(?:表|单|记录|台账|登记簿|清单|目录|计划|总结|报告|方案|指南|制度|规范|规程|规则|规定|条例|章程|办法|细则|导则|手册|合同|协议|日志|介绍信|同意函|指引|流程|格式|职责|要求|档案|声明|法律法规|(?:中华人民共和国|\p{Script=Han}{2,4}[省市])\p{Script=Han}{2,20}法|(?:申请|申报|说明|承诺|责任|任务|策划|计划|委托|合同|协议|倡议|通知|告知|授权)书|(?:需求|使用|编制)说明)(?:[（(][^（()）]{1,12}[)）])?$/u;
/** How sentences and headings begin: 根据有关规定, 一、有关规定. */
const NO_NAME = /^(?:根据|按照?|依据|依照|为了?|经|现|对|[一二三四五六七八九十]+[、.．])/u;
const FIRST_LINES = 8;
const LONGEST_FIRST = 40;
/** The caption of the table that tells a document's versions. */
const REVISIONS =
  /^(?:文档|文件|版本|标准|制度|规定|本)?(?:修订|变更|修改|更改|更新|版本)(?:记录|历史|履历|情况|清单|目录|控制)?(?:表|单)?$/u;
/** A name of a thing, with which no title of a document ends: what it is follows on the next line. */
const GOES_ON = /(?:[或和与及的、]|关于)$/u;
const THING = /(?:系统|平台|项目|工程|软件|设备|课题)$/u;

/** The line at the top of a file that names it; undefined when none is sure. */
export function firstLineTitle(blocks: readonly Block[]): string | undefined {
  const lines = blocks
    .slice(0, FIRST_LINES)
    .filter(({ kind, region }) => region === 'body' && (kind === 'paragraph' || kind === 'heading'))
    .map(({ text }) => cleanText(text));
  const at = lines.findIndex(
    (text, index) =>
      text.length <= LONGEST_FIRST &&
      TITLE_END.test(squeeze(text)) &&
      !NO_NAME.test(text) &&
      !MARKS.test(text) &&
      !WAY.test(text) &&
      !NO_NAME_OF_TEXT.test(squeeze(text)) &&
      // Behind lines that say more than who issues it, it is a part of what they name.
      !(REVISIONS.test(squeeze(text)) && lines.slice(0, index).some((line) => !isBodyName(line))),
  );
  const [above, title] = [at > 0 ? lines[at - 1] : undefined, lines[at]];
  if (title === undefined || above === undefined) return title;
  return (THING.test(above) || GOES_ON.test(above)) &&
    above.length + title.length <= LONGEST_FIRST &&
    !MARKS.test(above)
    ? above + title
    : title;
}
