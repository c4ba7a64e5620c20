import { isPersonName } from '../base/names.ts';
import { cleanText, hasHan, labelKey } from '../base/text.ts';
import { isKnownLabel } from '../document/glossary.ts';
import { changeRuns, walkNodes } from '../page/nodes.ts';
import type { ControlNode, FrameSnapshot, PageNode, PageSnapshot } from '../page/snapshot.ts';
import { isLabelOf } from './generic.ts';
import { groundOf } from './ground.ts';
import { labelledValues } from './pairs/pairs.ts';

/*
 * A page without what it says: for somebody who writes a reader and may not see the documents. What is kept are labels, the
 * captions of buttons, and structure; every other sign is another one of its kind.
 */

/** Longest text that is kept as a label or a caption. */
const LONGEST = 12;

/** 发文稿纸, 收文处理单: the name of a form, made of nothing but words of forms. */
const FORM_NAME =
  /^(?:(?:公文|发文|收文|来文|文件|请示|标准|记录|流程|内部|部门|拟稿|审批|审核|核稿|签发|会签|处理|办理|登记|传阅|呈批|阅办|流转))+(?:单|表|稿|笺|簿|稿纸|卡|页|记录)$/u;

/** The snapshot of a page with every value, name, number and title gone; readers read it as they read the page. Pure. */
export function describePage(snapshot: PageSnapshot): PageSnapshot {
  const blank = blankOf(snapshot);
  return {
    schema: snapshot.schema,
    url: blank.address(snapshot.url),
    title: blankText(snapshot.title),
    frames: snapshot.frames.map((frame) => describeFrame(frame, blank)),
    gaps: snapshot.gaps.map(({ kind, frame }) => ({ kind, frame })),
  };
}

/** How each sort of string of one page is blanked. */
interface Blank {
  /** A text, kept where it is a label or a caption. */
  text(text: string): string;
  /** A name that programs know a thing by: its words are structure, its digits may be the number of a document. */
  name(name: string): string;
  /** A path with the names in it blanked; steps are numbers of children and stay. */
  path(path: string): string;
  /** An address without its host, its numbers, and the values of its query. */
  address(url: string): string;
}

/** A sign as another one of its kind: 甲, 0, x. Punctuation and spaces tell the form of a value and stay. */
export function blankText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\p{Number}/gu, '0')
    .replace(/\p{Script=Han}/gu, '甲')
    .replace(/\p{Uppercase_Letter}/gu, 'X')
    .replace(/(?![甲X])\p{Letter}/gu, 'x')
    .replace(/[^\p{ASCII}甲\p{Punctuation}\p{Symbol}\s]/gu, '');
}

/** What stands in a box is looked for in names from this many characters on. */
const SHORTEST_IN_NAME = 3;
const MOST_NAME = 80;

function blankOf(snapshot: PageSnapshot): Blank {
  const { isKept, values } = keptOn(snapshot);
  const inNames = values.filter((value) => value.length >= SHORTEST_IN_NAME).map((value) => value.toLowerCase());
  const name = (one: string): string => {
    const short = one.slice(0, MOST_NAME);
    const told = !/^[\x21-\x7e]*$/.test(short) || inNames.some((value) => short.toLowerCase().includes(value));
    return (told ? blankText(short) : short).replace(/\d/g, '0');
  };
  const steps = (path: string): string =>
    path
      .split('/')
      .map((step) => (/^[\w.!#~-]{0,40}$/.test(step) ? name(step) : 'x'))
      .join('/');
  return {
    text: (one) => (isKept(one) ? one : blankText(one)),
    name,
    path: (path) => path.replace(/#\S+/g, (anchor) => `#${name(anchor.slice(1))}`),
    address(url) {
      if (url === '' || !URL.canParse(url)) return '';
      const { protocol, pathname, searchParams, hash } = new URL(url);
      if (!/^https?:$/.test(protocol)) return '';
      const query = [...searchParams].map(([key]) => `${encodeURIComponent(name(key))}=x`).join('&');
      const route = /^#!?\//.test(hash) ? steps(hash.replace(/\?.*$/, '')) : '';
      return `${protocol}//oa.example${steps(pathname)}${query === '' ? '' : `?${query}`}${route}`;
    },
  };
}

/**
 * Knows the texts of a page that name a box, a form or a button and hold nothing that stands in a box of the page; and what
 * stands in its boxes.
 */
function keptOn(snapshot: PageSnapshot): { isKept: (text: string) => boolean; values: readonly string[] } {
  const { snapshot: prepared, survey, knowledge } = groundOf(snapshot);
  const isLabel = isLabelOf(knowledge);
  const met = new Set<string>();
  const captions = new Set<string>();
  const meet = (value: string): void => {
    for (const line of value.split('\n')) if (cleanText(line).length > 1) met.add(labelKey(line));
  };
  for (const { label, value, kind } of labelledValues(prepared, survey, isLabel)) {
    meet(value);
    if (kind !== 'inline-text') captions.add(labelKey(label));
  }
  for (const frame of snapshot.frames)
    walkNodes(frame.nodes, (node) => {
      if (node.type === 'control') meet(node.value);
      else if (node.type === 'label' || node.type === 'button') captions.add(labelKey(node.text));
      else if (node.type === 'field') captions.add(labelKey(node.label));
    });
  const values = [...met].filter((value) => !isKnownLabel(value));
  const isKept = (text: string): boolean => {
    const plain = cleanText(text);
    const key = labelKey(plain);
    if (key === '' || plain.length > LONGEST || /\p{Number}/u.test(key)) return false;
    if (isKnownLabel(plain)) return true;
    if (!hasHan(key) || values.some((value) => key.includes(value))) return false;
    return FORM_NAME.test(key) || isLabel(plain) || (captions.has(key) && !mayNamePerson(key));
  };
  return { isKept, values };
}

/** Captions of what can be done on a page, which are as short as names: 送审, 提交并签发. */
const DEED =
  /^(?:提交|送审|送签|呈报|保存|暂存|发送|发起|办理|办结|处理|受理|签发|签收|审批|审核|核稿|会签|批准|同意|通过|退回|驳回|拒绝|撤回|撤销|催办|转办|转发|传阅|归档|登记|分发|打印|预览|套红|盖章|用印|关闭|返回|查询|搜索|重置|新建|新增|添加|删除|编辑|修改|查看|导入|导出|下载|上传|选择|确定|确认|取消|完成|继续|立即|下一步|上一步|草稿|流程|流转|记录|历史|意见|图|并|后|及)+$/u;

/** A caption that is as short as a name may be one: 王小明 beside a box to tick. */
const mayNamePerson = (key: string): boolean =>
  isPersonName(key) && !DEED.test(key) && !/[人者员期间号称题级度位门关]$/u.test(key);

function describeFrame(frame: FrameSnapshot, blank: Blank): FrameSnapshot {
  return {
    ...frame,
    url: blank.address(frame.url),
    // mainFrame, iframe1: a name for programs.
    label: hasHan(frame.label) ? blank.text(frame.label) : blank.name(frame.label),
    ...(frame.owner === undefined ? {} : { owner: blank.path(frame.owner) }),
    nodes: withPaths(
      changeRuns(frame.nodes, (nodes) => nodes.map((node) => describeNode(node, blank))),
      blank,
    ),
  };
}

function describeNode(node: PageNode, blank: Blank): PageNode {
  switch (node.type) {
    case 'text':
    case 'heading':
    case 'label':
    case 'button':
      return { ...node, text: blankLine(node.text, blank) };
    case 'link': {
      const { href, ...rest } = node;
      return {
        ...rest,
        text: blankLine(node.text, blank),
        ...(href === undefined ? {} : { href: blank.address(href) }),
      };
    }
    case 'control':
      return describeControl(node, blank);
    case 'picture':
      return {
        ...node,
        alt: blankText(node.alt),
        ...(node.title === undefined ? {} : { title: blank.text(node.title) }),
      };
    case 'embed':
      return { ...node, name: blank.name(node.name) };
    case 'field':
      return { ...node, label: blank.text(node.label) };
    case 'group':
      return node.label === undefined ? node : { ...node, label: blank.text(node.label) };
    case 'list':
      return { ...node, items: node.items.map((item) => blankHolder(item, blank)) };
    case 'table':
      return {
        ...node,
        rows: node.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => blankHolder(cell, blank)) })),
      };
    case 'frame':
      return node;
  }
}

const blankHolder = <Holder extends { text?: string }>(holder: Holder, blank: Blank): Holder =>
  holder.text === undefined ? holder : { ...holder, text: blankLine(holder.text, blank) };

/** 拟稿人：王芳 keeps what stands before the colon. */
function blankLine(line: string, { text }: Blank): string {
  const whole = text(line);
  const colon = line.search(/[:：]/u);
  if (whole === line || colon < 1) return whole;
  return text(line.slice(0, colon)) + line.charAt(colon) + blankText(line.slice(colon + 1));
}

function describeControl(node: ControlNode, blank: Blank): ControlNode {
  const { name, title, placeholder } = node;
  return {
    ...node,
    value: blankText(node.value),
    ...(name === undefined ? {} : { name: blank.name(name) }),
    ...(title === undefined ? {} : { title: blank.text(title) }),
    ...(placeholder === undefined ? {} : { placeholder: blank.text(placeholder) }),
  };
}

/** A value with the paths in it blanked, wherever they stand. */
function withPaths<Value>(value: Value, blank: Blank): Value {
  if (Array.isArray(value)) return value.map((one) => withPaths(one, blank)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      (key === 'path' || key === 'labelPath') && typeof inner === 'string'
        ? blank.path(inner)
        : withPaths(inner, blank),
    ]),
  ) as Value;
}
