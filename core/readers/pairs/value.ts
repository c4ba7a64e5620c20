import { isBodyName, isPersonName } from '../../base/names.ts';
import { cleanText } from '../../base/text.ts';
import { isBoxControl, textOfNodes, walkNodes } from '../../page/nodes.ts';
import { wholePath } from '../../page/paths.ts';
import type { ControlNode, LinkNode, PageNode, PageSnapshot } from '../../page/snapshot.ts';
import type { LabelledValue } from '../../pairing/pair.ts';
import { isTool } from '../survey/survey.ts';

/** Text or nodes of a value, with the whole path of the element that holds them. */
export interface Piece {
  text?: string;
  nodes?: readonly PageNode[];
  base: string;
}

/** A value as its boxes and its text say it. */
export interface Value {
  value: string;
  state: LabelledValue['state'];
  box: LabelledValue['box'];
  reason?: string;
  /** Whole path of the box or the text. */
  path?: string;
  required: boolean;
  readOnly: boolean;
  picture: boolean;
}

interface Ground {
  readonly snapshot: PageSnapshot;
  readonly survey: { readonly outside: ReadonlySet<PageNode> };
  readonly used: Set<ControlNode>;
}

const STARS = /^(?:[*＊\s]|[（(]\s*[*＊]\s*[）)])+$/;
/** A link that fills the box beside it, and is no value: +选择, 选择人员, +上传附件. */
const PICKS =
  /^(?:[+＋]\s*[\p{Script=Han}]{0,2}(?:选择|添加|新增|新建|上传)[\p{Script=Han}A-Za-z]{0,8}|(?:点击|请)?选择[\p{Script=Han}]{0,6})$/u;
/** What an empty box says where a click opens it: 请点击填写意见. The picture beside it is its pencil. */
const PROMPT =
  /^请?(?:点击|双击|单击)(?:此处|这里)?(?:填写|签署|签写|签批|输入|录入|添加|编辑|选择)[\p{Script=Han}]{0,6}$/u;
/** A line to write on, and what stands where nobody chose anything. */
const NO_VALUE = /^(?:_{2,}|未选择)$/u;
/** Text beside an empty box that is advice and no value. */
const HINT =
  /^(?:[（(【[].*[）)】\]]|(?:请|注[:：]|提示|说明[:：]|例如|如[:：]|必填|选填|格式|最多|不超过|还可|剩余).*|(?:人员|部门|单位)?(?:通讯录|通信录|组织架构|地址簿)|.*(?:字以内|个字|字符|填写|填报|输入)|.{0,4}(?:日期|时间)[:：]?|\d+\s*\/\s*\d+|[^\p{Script=Han}]*|.)$/u;

/** True for text that only marks a box as required. */
export function isStars(text: string): boolean {
  return STARS.test(text);
}

const NO_NODES: readonly PageNode[] = [];

const EMPTY: Value = { value: '', state: 'empty', box: 'cell', required: false, readOnly: false, picture: false };

/**
 * What pieces hold together: the values of boxes, else a text that was written by hand, an editor in a frame, text, a picture.
 * Undefined when all of it stands in a list of things or a workflow record. With `hidden` what is out of sight counts.
 */
export function readPieces(ground: Ground, pieces: readonly Piece[], hidden: boolean): Value | undefined {
  const [piece] = pieces;
  if (pieces.length === 1 && piece) {
    const { text, nodes = NO_NODES, base } = piece;
    const [only] = nodes;
    if (text !== undefined && !isStars(text)) return textValue(text, base);
    if (only?.type === 'text' && nodes.length === 1 && !isStars(only.text))
      return only.hidden && !hidden ? EMPTY : textValue(only.text, wholePath(base, only.path));
    if (only?.type === 'control' && nodes.length === 1 && isBoxControl(only) && !(only.hidden && !hidden)) {
      ground.used.add(only);
      return controlValue(only, wholePath(base, only.path));
    }
  }
  const found = gather(ground, pieces, hidden);
  const { controls, texts, signature, silent, frame, required } = found;
  const picture = found.prompt && !signature ? undefined : found.picture;
  // 公文拟稿 before 保存 and 关闭 heads the page, and names no box.
  if (controls.length === 0 && texts.length > 1 && texts.every(isTool)) return undefined;
  const text = bareText(textOfBox(texts));
  const base = { ...EMPTY, required, picture: picture !== undefined };
  if (controls.length > 0) return controlsValue(found, pieces, text, hidden);
  if (frame) return { ...base, ...frame, state: frame.value === '' ? 'empty' : 'filled', box: 'editor' };
  if (text !== '' && !NO_VALUE.test(text))
    return { ...base, value: text, state: 'filled', ...(found.textPath === undefined ? {} : { path: found.textPath }) };
  if (picture !== undefined) return { ...base, state: 'filled', box: 'picture', path: picture };
  if (silent) return { ...base, state: 'unreadable', ...silent };
  return found.outside && !signature ? undefined : base;
}

/** Text of a box. Links to people or offices side by side are several of them. */
function textOfBox(texts: readonly PageNode[]): string {
  if (texts.length < 2 || !texts.every(isLinkToSomebody)) return textOfNodes(texts, true);
  return texts.reduce((text, node, at) => `${text}${at === 0 ? '' : node.joined ? '、' : '\n'}${node.text}`, '');
}

const isLinkToSomebody = (node: PageNode): node is LinkNode =>
  node.type === 'link' && (isPersonName(node.text) || isBodyName(node.text));

/** Text without the star that marks its box as required. */
const bareText = (text: string): string => text.replace(/^[*＊]\s*|\s*[*＊]$/g, '').trim();

function textValue(written: string, path: string): Value {
  const value = /[*＊]|^\s|\s$/.test(written) ? bareText(written) : written;
  if (value === '' || NO_VALUE.test(value)) return EMPTY;
  return { value, state: 'filled', box: 'cell', path, required: false, readOnly: false, picture: false };
}

/** A box that is filled by choosing may not be typed in, and is still the person's to fill. */
const isFixed = ({ readOnly, disabled, placeholder }: ControlNode): boolean =>
  disabled === true || (readOnly === true && !/请?选择/u.test(placeholder ?? ''));

function controlValue(node: ControlNode, path: string): Value {
  const { control, value, required } = node;
  return {
    value,
    state: value === '' ? 'empty' : 'filled',
    box: control === 'editor' ? 'editor' : 'control',
    path,
    required: required === true,
    readOnly: isFixed(node),
    picture: false,
  };
}

interface Gathered {
  controls: { node: ControlNode; path: string }[];
  texts: PageNode[];
  textPath: string | undefined;
  required: boolean;
  /** Whole path of a picture that is no icon. */
  picture: string | undefined;
  signature: boolean;
  /** It asks to be clicked. */
  prompt: boolean;
  silent: { reason: string; path: string } | undefined;
  frame: { value: string; path: string } | undefined;
  /** Something was left out: it stands in a list or a record. */
  outside: boolean;
}

function gather({ snapshot, survey, used }: Ground, pieces: readonly Piece[], hidden: boolean): Gathered {
  const found: Gathered = {
    controls: [],
    texts: [],
    textPath: undefined,
    required: false,
    picture: undefined,
    signature: false,
    prompt: false,
    silent: undefined,
    frame: undefined,
    outside: false,
  };
  const visit = (node: PageNode, base: string): void => {
    switch (node.type) {
      case 'control':
        if (!isBoxControl(node)) return;
        used.add(node);
        found.controls.push({ node, path: wholePath(base, node.path) });
        if (node.required) found.required = true;
        return;
      case 'picture':
        if (node.mark === 'required') found.required = true;
        else if (node.mark !== 'icon') {
          found.picture = wholePath(base, node.path);
          if (node.mark === 'signature') found.signature = true;
        }
        return;
      case 'embed':
        found.silent ??= { reason: node.name, path: wholePath(base, node.path) };
        return;
      case 'frame': {
        const frame = snapshot.frames.find((other) => other.path === node.frame);
        const path = wholePath(base, node.path);
        if (frame?.state === 'read') found.frame ??= { value: textOfNodes(frame.nodes, false), path };
        else found.silent ??= { reason: frame?.reason ?? 'failed', path };
        return;
      }
      case 'text':
      case 'link':
      case 'heading':
      case 'label':
        if (node.type === 'text' && isStars(node.text)) found.required = true;
        else if (node.type === 'link' && PICKS.test(node.text.trim())) return;
        else if (PROMPT.test(node.text.trim())) found.prompt = true;
        else {
          if (found.texts.length === 0) found.textPath = wholePath(base, node.path);
          found.texts.push(node);
        }
        return;
      default:
    }
  };
  for (const { text, nodes, base } of pieces)
    walkNodes(nodes ?? (text === undefined ? NO_NODES : [{ type: 'text', text, joined: true }]), visit, {
      base,
      seenOnly: !hidden,
      into(node) {
        const apart =
          node.type === 'group' ? node.role === 'navigation' || node.role === 'search' : survey.outside.has(node);
        if (apart) found.outside = true;
        return !apart;
      },
    });
  return found;
}

const isOption = (control: ControlNode): boolean => control.control === 'radio' || control.control === 'checkbox';

function controlsValue(
  { controls, required, signature, picture }: Gathered,
  pieces: readonly Piece[],
  text: string,
  hidden: boolean,
): Value {
  const nodes = controls.map(({ node }) => node);
  const filled = controls.find(({ node }) => node.value !== '') ?? controls[0];
  const { node: first, path } = filled as (typeof controls)[number];
  const readOnly = nodes.every(isFixed);
  const value = joinControls(nodes, pieces, hidden);
  const beside = first.control !== 'editor' && !nodes.every(isOption) && !HINT.test(text);
  const written = value === '' && beside ? text : value;
  const base = { required, readOnly, path };
  if (written === '' && signature)
    return { ...base, value: '', state: 'filled', box: 'picture', picture: picture !== undefined };
  return {
    ...base,
    value: written,
    state: written === '' ? 'empty' : 'filled',
    box: first.control === 'editor' ? 'editor' : 'control',
    picture: signature,
  };
}

/** Two boxes for days, or two boxes with 至 between them. */
function isPeriod(controls: readonly ControlNode[], pieces: readonly Piece[]): boolean {
  if (controls.every(({ control }) => control === 'date')) return true;
  return pieces.some(({ nodes = NO_NODES }) =>
    nodes.some((node) => node.type === 'text' && /^(?:至|到|[-—~～])$/u.test(node.text)),
  );
}

const CHOICE: ReadonlySet<ControlNode['control']> = new Set(['select', 'drawn-select'] as const);
const isRepeated = ([one, other]: readonly ControlNode[]): boolean =>
  one !== undefined &&
  one.value === other?.value &&
  [one, other].some(({ control }) => CHOICE.has(control)) &&
  [one, other].some(({ control }) => control === 'text');

/** The values of the boxes of one label: chosen options, a period, or a number drawn around its boxes (〔[2026]〕[12]号). */
function joinControls(controls: readonly ControlNode[], pieces: readonly Piece[], hidden: boolean): string {
  const written = controls.filter((control) => control.value !== '');
  if (written.length === 0) return '';
  // A list to choose from, and the box that takes what was chosen.
  if (controls.length === 2 && isRepeated(written)) return written[0]?.value ?? '';
  if (written.every(isOption)) return written.map((control) => control.value).join('、');
  if (controls.length === 2 && isPeriod(controls, pieces)) return written.map((control) => control.value).join(' 至 ');
  const line = pieces.flatMap(({ nodes = NO_NODES }) => nodes.filter((node) => hidden || !node.hidden));
  if (line.some((node) => node.type === 'text' && /[〔〕[\]［］]/.test(node.text))) {
    const parts = line.map((node) =>
      node.type === 'control' && isBoxControl(node) ? node.value : node.type === 'text' ? node.text : '',
    );
    return cleanText(parts.join(''));
  }
  // An opinion in one box, name and time in a box on the line below.
  return written.reduce(
    (text, { value, joined }) => (text === '' ? value : `${text}${joined ? ' ' : '\n'}${value}`),
    '',
  );
}
