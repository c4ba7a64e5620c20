import type { Block } from '../base/block.ts';
import { fillSlots, labelKey, shorten, squeeze } from '../base/text.ts';
import { RECORD_TYPES, recordTypeOfLabels } from '../records/index.ts';
import { guideLabelOf, isGuideLabel, isOnlyOfGuides } from './guide-labels.ts';
import type { Direction, DocumentKind } from './vocabulary.ts';
import { KIND_REASONS } from './words.ts';

export interface KindEvidence {
  title: string;
  docNumber: string;
  kindWord: string;
  /** Labels of the boxes that were read, as shown. */
  labels: readonly string[];
  blocks: readonly Block[];
}

export interface KindAnswer {
  kind: DocumentKind;
  reason: string;
}

/** The 15 kinds of 公文 (条例 art. 8). */
const OFFICIAL_WORDS = '决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要';
const OFFICIAL_TITLE = new RegExp(
  `(?:关于.+的?|[\\p{Script=Han}]{2,}(?:政府|中心|委员会|办公室|党委|小组|会议).*)(${OFFICIAL_WORDS})$|(?:国务院|主席|大会|公司|[部局厅院会校])(?:命令|令|公告|通告|公报|决议)$`,
  'u',
);
/** What records are about that no type tells: forms of daily work. The rest follows from the types. */
const RECORD_SUBJECTS = '评估申请|验收申请|签到|会议|学习|值班|维护|投诉|回访|修订';
const RECORD_TITLE = new RegExp(
  `(?:${RECORD_TYPES.map(({ title }) => title).join('|')}|${RECORD_SUBJECTS}).{0,15}(?<=记录|登记簿|台账|计划|清单|报告|目录|表|单)$`,
  'u',
);
const TABLE_TITLE =
  /标准(?:明细表|汇总表|统计表|体系表|体系图|体系结构图|体系明细|体系框架)|(?:明细表|汇总表).{0,6}标准|标准体系.{0,10}(?:明细表|汇总表|统计表|结构图|框架图)|事项.{0,6}标准.{0,6}(?:对照|对应|覆盖)表/u;
const GUIDE_TITLE = /(?:办事|服务|办理|申请|申办|申领)指南$/u;
const CASE_TITLE = /(?:办件|受理|收件)(?:单|详情|信息|登记表|台账|回执|凭证|审批表|办理单|存根)?$/u;
const STANDARD_NUMBER = /^(?:Q\/|DB\d{2}|GB|T\/|[A-Z]{2,8} ?\/ ?[A-Z]{1,4}\s?\d)[^〔〕]*\d(?:[—–-]\d{4})?$/u;
const STANDARD_CHAPTERS = ['范围', '规范性引用文件', '术语和定义'];
const OFFICIAL_NUMBER = /[〔[［（(【﹝]\s*(?:19|20)\d{2}\s*[〕\]］）)】﹞].*号$/u;

/** Labels of which two or more tell the kind. Those of records are words of their types, the ones that no other form has. */
export const KIND_LABELS: readonly (readonly [DocumentKind, number, ReadonlySet<string>])[] = [
  [
    'case',
    2,
    words(
      '办件编号 受理编号 受理人 受理时间 受理日期 承诺办结时间 承诺办结日期 办件类型 申请人 申请人姓名 申请事项 办结时间 办结日期 办件状态 收件编号 领取签字 领取人',
    ),
  ],
  [
    'guide',
    3,
    words(
      '事项名称 事项类型 基本编码 实施编码 事项编码 设定依据 实施主体 服务对象 受理条件 办理条件 申请条件 申请材料 办理流程 法定时限 法定办结时限 承诺时限 承诺办结时限 收费 收费标准 是否收费 办理地点 办理时间 咨询电话 咨询方式 监督投诉电话 监督投诉方式 办件类型 是否网办',
    ),
  ],
  ['standard', 1, words('标准编号 标准名称 标准号')],
  [
    'record',
    2,
    words(
      '培训课程名称 参与培训人员 受培训人员 培训主题 培训内容 培训时间 培训地点 培训对象 讲师 授课人 学时 参加人员 参加人 参加人数 应到人数 实到人数 考核方式 评价人 评价结论 检查日期 检查人 检查时间 受检人 受检部门 被检部门 检查结果 检查内容 发现问题 整改措施 整改期限 责任人 验证人 验证日期 发放日期 发放人 接收人 接收部门 领用人 分发号 回收日期 回收人 回收份数 处理方式 纠正措施 原因分析 评审结论 评审意见 记录人 主持人 会议时间 会议地点 会议主题 修订原因 修改内容',
    ),
  ],
  [
    'official',
    2,
    words(
      '发文字号 文号 来文字号 来文机关 来文文号 来文日期 来文编号 收文编号 收文字号 收文日期 收文号 收文时间 密级 紧急程度 缓急 主送 主送机关 抄送 抄送机关 拟稿人 拟办人 核稿人 核稿 签发人 签发 会签 发文标题 文件标题 公文标题 拟稿日期 成文日期 印发日期 来文单位 来文标题 文种 发文机关 主题词 份数 拟稿部门 拟稿单位 附件说明',
    ),
  ],
];

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** What kind of document this is, with the reason as a Chinese sentence. */
export function kindOf(evidence: KindEvidence): KindAnswer {
  const title = squeeze(evidence.title)
    .replace(/[。；;，,]$/u, '')
    .replace(/[（(][^（()）]{1,12}[)）]$/u, '');
  const byTitle = (kind: DocumentKind): KindAnswer => ({
    kind,
    reason: fillSlots(KIND_REASONS.title, { title: shorten(evidence.title, 40) }),
  });
  const number = squeeze(evidence.docNumber);
  if (new RegExp(`关于.+(?:${OFFICIAL_WORDS})$`, 'u').test(title)) return byTitle('official');
  if (TABLE_TITLE.test(title)) return byTitle('table');
  const columns = tableColumns(evidence.blocks);
  if (columns) return { kind: 'table', reason: fillSlots(KIND_REASONS.columns, { columns }) };
  if (OFFICIAL_NUMBER.test(number))
    return { kind: 'official', reason: fillSlots(KIND_REASONS.docNumber, { number: evidence.docNumber }) };
  const chapters = chaptersOf(evidence.blocks);
  if (chapters.length >= 2 && speaksAsStandard(evidence, chapters.length))
    return { kind: 'standard', reason: fillSlots(KIND_REASONS.chapters, { chapters: chapters.join('、') }) };
  if (GUIDE_TITLE.test(title)) return byTitle('guide');
  if (CASE_TITLE.test(title)) return byTitle('case');
  if (RECORD_TITLE.test(title)) return byTitle('record');
  const keys = [...new Set(evidence.labels.map(labelKey))];
  for (const [kind, needed, known] of KIND_LABELS) {
    if (kind === 'guide' && EXPLAINS.test(title)) continue;
    const found = keys.filter((key) => known.has(key));
    if (found.length >= needed)
      return { kind, reason: fillSlots(KIND_REASONS.labels, { labels: found.slice(0, 4).join('、') }) };
  }
  const guide = guideLines(evidence.blocks, title);
  if (guide) return { kind: 'guide', reason: fillSlots(KIND_REASONS.labels, { labels: guide }) };
  const listed = listColumns(evidence.blocks);
  if (listed) return { kind: listed.kind, reason: fillSlots(KIND_REASONS.columns, { columns: listed.columns }) };
  if (STANDARD_NUMBER.test(number))
    return { kind: 'standard', reason: fillSlots(KIND_REASONS.number, { number: evidence.docNumber }) };
  if (OFFICIAL_TITLE.test(title) || wordOfTitle(evidence.kindWord) !== '') return byTitle('official');
  return { kind: 'unknown', reason: KIND_REASONS.unknown };
}

/** How a standard names itself; a guide to a practice with two of the chapters does not. */
const OWN_NAME = /本(?:文件|标准|规范|规程|部分|制度|办法|指南|细则|导则)/u;
/** Lines of a cover that make a text with those chapters a manual of management, drafted by another scheme. */
const MANUAL = /手册$|ISO\s?\d{4,5}\s*[:：—–-]\s*\d{4}\s*[)）]?$/iu;
const COVER_LINES = 15;

function speaksAsStandard({ docNumber, blocks }: KindEvidence, chapters: number): boolean {
  if (STANDARD_NUMBER.test(squeeze(docNumber))) return true;
  if (blocks.slice(0, COVER_LINES).some(({ text }) => text.length <= 40 && MANUAL.test(squeeze(text)))) return false;
  return chapters === STANDARD_CHAPTERS.length || blocks.some(({ text }) => OWN_NAME.test(text));
}

function chaptersOf(blocks: readonly Block[]): string[] {
  const found = new Set<string>();
  for (const block of blocks) {
    if (block.text.length > 24) continue;
    const plain = squeeze(block.text).replace(/^\d{1,2}[.．、]?/u, '');
    if (STANDARD_CHAPTERS.includes(plain)) found.add(plain);
  }
  return [...found];
}

/** The header of a register of standards: number, name and date of coming into force, and rows below. */
function tableColumns(blocks: readonly Block[]): string | undefined {
  for (const { rows } of blocks) {
    if (!rows || rows.length < 2) continue;
    const header = rows.slice(0, 3).find((row) => {
      const keys = row.map(labelKey);
      const has = (...wanted: string[]): boolean => wanted.some((word) => keys.includes(word));
      return (
        has('标准号', '标准编号', '标准代号') &&
        has('标准名称') &&
        has('实施日期', '标准体系编号', '标准类别', '发布日期')
      );
    });
    if (header)
      return header
        .filter((cell) => cell !== '')
        .slice(0, 5)
        .join('、');
  }
  return undefined;
}

/** Texts that tell of services and are no guides: rules, reports, orders. */
const OTHER_TEXT =
  /(?:制度|办法|规定|规范|规程|规则|细则|方案|总结|报告|通知|公告|通告|意见|计划|清单|目录|合同|协议)$/u;
/** Articles that explain a service to readers. */
const EXPLAINS = /(?:详解|解读|解答|问答|攻略|简介)$/u;
/** So many labels make a guide where they stand as headings and in lines; one of them is a word that only guides have. */
const FEWEST_GUIDE_LINES = 5;
const LONGEST_LABEL = 24;

/** The labels of a guide that is written as text: 一、受理条件, 办理地点：…; undefined where there are too few. */
function guideLines(blocks: readonly Block[], title: string): string | undefined {
  if (OTHER_TEXT.test(title) || EXPLAINS.test(title)) return undefined;
  const found = new Set<string>();
  for (const { rows, text } of blocks) {
    if (rows) continue;
    for (const line of text.split('\n')) {
      const start = line.slice(0, LONGEST_LABEL + 1);
      const colon = start.search(/[:：]/u);
      if (colon < 0 && start.length > LONGEST_LABEL) continue;
      const label = guideLabelOf(colon < 0 ? start : start.slice(0, colon));
      if (isGuideLabel(label)) found.add(label);
    }
  }
  const labels = [...found];
  return labels.length >= FEWEST_GUIDE_LINES && labels.some(isOnlyOfGuides) ? labels.slice(0, 4).join('、') : undefined;
}

const CASE_NUMBER = /^(?:办件|受理|收件)(?:编号|号)$/u;
const FEWEST_CASE_COLUMNS = 3;
/** Rows in which the titles of columns are looked for. */
const HEAD_ROWS = 4;
/** More text around a table makes it a part of something else. */
const MOST_LINES = 8;
const LONGEST_LINE = 60;

/** A file that is one list, told by the titles of its columns: a register of cases, or of a type of record. */
function listColumns(blocks: readonly Block[]): { kind: DocumentKind; columns: string } | undefined {
  const text = blocks.filter(({ rows, kind }) => !rows && kind !== 'header' && kind !== 'footer');
  if (text.length > MOST_LINES || text.some((block) => block.text.length > LONGEST_LINE)) return undefined;
  const cases = KIND_LABELS.find(([kind]) => kind === 'case')?.[2];
  for (const { rows = [] } of blocks)
    for (const row of rows.length > 1 ? rows.slice(0, HEAD_ROWS) : []) {
      const labels = [...new Set(row.map((cell) => labelKey(cell).replace(/[（(][^（()）]*[)）]/gu, '')))].filter(
        Boolean,
      );
      const columns = labels.slice(0, 5).join('、');
      const found = labels.filter((label) => cases?.has(label));
      if (found.length >= FEWEST_CASE_COLUMNS && found.some((label) => CASE_NUMBER.test(label)))
        return { kind: 'case', columns };
      if (recordTypeOfLabels(labels)) return { kind: 'record', columns };
    }
  return undefined;
}

/** The 文种 with which a title ends; '' when none. */
export function wordOfTitle(title: string): string {
  const plain = squeeze(title)
    .replace(/[（(][^（()）]{1,12}[)）]$/u, '')
    .replace(/[。.]$/u, '');
  return new RegExp(`(${OFFICIAL_WORDS})$`, 'u').exec(plain)?.[1] ?? '';
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  请示: 'up',
  报告: 'up',
  议案: 'up',
  函: 'level',
  决议: 'down',
  决定: 'down',
  命令: 'down',
  令: 'down',
  公报: 'down',
  公告: 'down',
  通告: 'down',
  通知: 'down',
  通报: 'down',
  批复: 'down',
};

/** Which way a document goes, by its 文种 alone: 意见 and 纪要 go every way. */
export function directionOf(kindWord: string): Direction {
  return DIRECTIONS[kindWord] ?? 'unknown';
}
