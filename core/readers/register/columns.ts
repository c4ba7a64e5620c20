import { labelKey } from '../../base/text.ts';
import { isIncomingLabel, isKnownLabel, roleOfLabel } from '../../document/glossary.ts';
import { KIND_LABELS } from '../../document/kind.ts';
import type { RegisterColumn, RegisterKind } from '../../document/register.ts';
import type { FormKind } from '../../document/terms.ts';
import type { Role } from '../../document/vocabulary.ts';
import { columnOf } from '../../pairing/columns.ts';
import type { SquareRow } from './squares.ts';

/** Columns with a meaning that make a register, one of them its number or title. */
const FEWEST_ROLES = 3;
/** Longest head of a column. */
const LONGEST_HEAD = 16;
/** Rows above the heads: the title of the table, who made it and when. */
const MOST_CAPTIONS = 3;

const FORMS: Readonly<Record<RegisterKind, FormKind>> = { outgoing: 'sending', incoming: 'receiving', case: 'service' };

/** Heads of lists that are no register of an office: of standards, of what is published, of what is sent by mail. */
const OF_OTHERS =
  /^(?:标准(?:编号|号|名称|层次|类别|体系编号)|代替标准号?|索引号|主题分类|发布机构|实施编码|基本编码|发件人|收件箱|浏览量|点击量|阅读量)$/u;
/** Words of what waits for somebody, or waited. */
const TASK = '待办|待阅|待处理|待签|已办(?!结)|已阅';
/** Names of lists that wait for somebody, and of news. */
const NO_REGISTER = new RegExp(
  `${TASK}|未办(?!结)|未阅|我的|我发起|消息|公告|新闻|动态|回收站|草稿|收藏|最近|日程|邮件|信息公开`,
  'u',
);
/** What stands over a list of tasks where it is no heading: 待办公文, 待办事项(3). */
const TASKS = new RegExp(`^(?:我的)?(?:${TASK})(?:事项|公文|文件|任务|工作|列表)?(?:[（(]\\d+[)）])?$`, 'u');

/** True for a short text that names the list below it as one of tasks. */
export const namesTasks = (text: string): boolean => TASKS.test(text);

const NAMES: Readonly<Record<RegisterKind, RegExp>> = {
  outgoing: /发文|公文/u,
  incoming: /收文|来文/u,
  case: /办件|受理|收件/u,
};

const CASE_LABELS = KIND_LABELS.find(([kind]) => kind === 'case')?.[2] ?? new Set<string>();
const FEWEST_CASE_LABELS = 2;

export interface Head {
  kind: RegisterKind;
  columns: RegisterColumn[];
  /** How many rows it takes, with those above it. */
  rows: number;
}

/** The head of a register among the first rows of a table; undefined where it has none. @param name what stands over the table */
export function headOf(rows: readonly SquareRow[], name: string): Head | undefined {
  if (NO_REGISTER.test(name)) return undefined;
  for (let at = 0; at <= Math.min(MOST_CAPTIONS, rows.length - 1); at += 1) {
    for (const depth of [2, 1]) {
      const labels = labelsOf(rows, at, depth);
      const kind = labels && kindOfHeads(labels, name);
      if (!kind) continue;
      const columns = labels.map((label): RegisterColumn => {
        const role = roleOfHead(label, kind);
        return role === undefined ? { label } : { label, role };
      });
      if (isEnough(columns)) return { kind, columns, rows: at + depth };
    }
  }
  return undefined;
}

/** The heads in one row, or in two where some of the upper row cover several. */
function labelsOf(rows: readonly SquareRow[], at: number, depth: number): string[] | undefined {
  const upper = rows[at]?.squares ?? [];
  const text = (index: number): string => upper[index]?.text.replace(/\s+/gu, '') ?? '';
  if (depth === 1) {
    const labels = upper.map((_, index) => text(index));
    return new Set(upper).size < FEWEST_ROLES ? undefined : labels;
  }
  const lower = rows[at + 1]?.squares ?? [];
  if (!upper.some(({ wide }) => wide) || new Set(upper).size < FEWEST_ROLES || lower.length !== upper.length)
    return undefined;
  return lower.map(({ text: below, source }, index) => {
    const under = below.replace(/\s+/gu, '');
    const group = text(index);
    if (source.path === upper[index]?.source.path || under === '') return group;
    // 拟稿 over 日期: the two together are the head; 拟稿 over 拟稿日期 is said already.
    return isKnownLabel(`${group}${under}`) && !isKnownLabel(under) ? `${group}${under}` : whole(group, under);
  });
}

const whole = (group: string, under: string): string =>
  /^(?:人|日期|时间|人员|意见|单位)$/u.test(under) ? `${group}${under}` : under;

function kindOfHeads(labels: readonly string[], name: string): RegisterKind | undefined {
  const keys = labels.map(labelKey);
  const named = keys.filter((key) => key !== '');
  if (named.length < FEWEST_ROLES || named.some((key) => key.length > LONGEST_HEAD || OF_OTHERS.test(key)))
    return undefined;
  const has = (role: Role, kind: RegisterKind): boolean => labels.some((label) => roleOfHead(label, kind) === role);
  if (keys.filter((key) => CASE_LABELS.has(key)).length >= FEWEST_CASE_LABELS && !keys.some(isOfOffice)) return 'case';
  if (keys.some((key) => isIncomingLabel(key)) && !keys.some((key) => /^发文/u.test(key)))
    return has('docNumber', 'incoming') || has('title', 'incoming') ? 'incoming' : undefined;
  if (!has('title', 'outgoing')) return undefined;
  return has('docNumber', 'outgoing') || NAMES.outgoing.test(name) ? 'outgoing' : undefined;
}

/** A column to pick a row, or of what can be done with it: nothing of the document stands there. */
export const isAside = ({ label }: RegisterColumn): boolean =>
  label === '' || columnOf(label) === 'choice' || /^(?:操作|选择|全选|管理|附件|查看|详情)$/u.test(labelKey(label));

/** Heads that only documents of an office have. */
const isOfOffice = (key: string): boolean => /^(?:来文|收文|发文|文号|签发|拟稿|核稿|主送)/u.test(key);

function roleOfHead(label: string, kind: RegisterKind): Role | undefined {
  const known = roleOfLabel(label, FORMS[kind]);
  if (known === undefined || columnOf(label) === 'number') return undefined;
  // On most forms only: a column is judged by its head alone.
  return known.confidence === 'guessed' && known.role !== 'title' && known.role !== 'receiptNumber'
    ? undefined
    : known.role;
}

function isEnough(columns: readonly RegisterColumn[]): boolean {
  const roles = new Set(columns.flatMap(({ role }) => role ?? []));
  const states = columns.some(({ label }) => columnOf(label) === 'state' || columnOf(label) === 'step');
  const told = roles.size + (states ? 1 : 0);
  return told >= FEWEST_ROLES && (['docNumber', 'receiptNumber', 'title'] as const).some((role) => roles.has(role));
}
