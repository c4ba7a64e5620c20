import { ProblemError } from '../base/problems.ts';
import { SNAPSHOT_LIMITS } from './limits.ts';
import type {
  CaptureGap,
  ControlNode,
  FrameSnapshot,
  GroupNode,
  ListItem,
  ListNode,
  PageNode,
  PageSnapshot,
  PictureNode,
  TableCell,
  TableRow,
} from './snapshot.ts';

/*
 * The form of a snapshot, member by member, held against the types of snapshot.ts by the compiler: a member that is renamed
 * there is renamed here in one line. Over a page of 45 000 elements this takes less time than parsing the JSON did; the
 * schema library takes eight times as long.
 */

/** Why a snapshot is refused, for people. */
const WHY = {
  json: '内容不完整',
  form: '格式不对',
  size: '内容多得不正常',
  depth: '一层套一层，深得不正常',
  frames: '框架的位置对不上',
} as const;
type Why = keyof typeof WHY;

/** What one look over a snapshot has counted so far, and where it stands. */
interface Look {
  objects: number;
  characters: number;
  depth: number;
  /** The frame whose nodes are looked at, and all frames that nodes have pointed to. */
  frame: string;
  named: Set<string>;
}

/** Thrown inside this file only: why, and which member of what. */
class Refusal extends Error {
  readonly why: Why;
  constructor(why: Why, where = '') {
    super(where);
    this.why = why;
  }
}

/** Judges one value: false when it is not of the form. Throws `Refusal` when it is too much. */
type Judge = (value: unknown, look: Look) => boolean;
/** A member that may be left out. */
interface May {
  may: Judge;
}
/** A judge for every member of a type; those that may be left out say so. */
type Shape<Of> = { readonly [Key in keyof Of]-?: Record<never, never> extends Pick<Of, Key> ? May : Judge };

const may = (judge: Judge): May => ({ may: judge });
const flag = may((value) => value === true);
const text: Judge = (value, look) => {
  if (typeof value !== 'string') return false;
  look.characters += value.length;
  if (look.characters > SNAPSHOT_LIMITS.characters) throw new Refusal('size');
  return true;
};
const whole =
  (least: number, most: number): Judge =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
/** Numbers of children and keys of controls. */
const number = whole(1, 1_000_000);
/** One of some words; the record makes sure that none is forgotten. */
const oneOf = <Word extends string>(words: Record<Word, true>): Judge => {
  const known = new Set<unknown>(Object.keys(words));
  return (value) => known.has(value);
};
const listOf =
  (judge: Judge): Judge =>
  (value, look) => {
    if (!Array.isArray(value)) return false;
    for (const one of value) if (!judge(one, look)) return false;
    return true;
  };

/** An object that has what the shape asks for, and nothing else. */
function shaped<Of>(name: string, shape: Shape<Of>): Judge {
  const members = new Map(
    Object.entries<Judge | May>(shape).map(([member, judge]) => [
      member,
      typeof judge === 'function' ? { judge, needed: true } : { judge: judge.may, needed: false },
    ]),
  );
  const needed = [...members.values()].filter((member) => member.needed).length;
  return (value, look) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    look.objects += 1;
    if (look.objects > SNAPSHOT_LIMITS.objects) throw new Refusal('size');
    let met = 0;
    for (const key of Object.keys(value)) {
      const member = members.get(key);
      if (member === undefined || !member.judge((value as Record<string, unknown>)[key], look))
        throw new Refusal('form', `${name}.${key}`);
      if (member.needed) met += 1;
    }
    return met === needed;
  };
}

const nodes: Judge = (value, look) => {
  look.depth += 1;
  if (look.depth > SNAPSHOT_LIMITS.depth) throw new Refusal('depth');
  const good = eachNode(value, look);
  look.depth -= 1;
  return good;
};

/** A frame stands in one place, in the frame that holds it: readers walk from one into the other. */
const innerFrame: Judge = (value, look) => {
  if (typeof value !== 'string' || holderOf(value) !== look.frame || look.named.has(value)) throw new Refusal('frames');
  look.named.add(value);
  return true;
};

/** A number of a child, or steps; what does not lead to an element is told when somebody goes there. */
const path = may((value, look) => (typeof value === 'number' ? number(value, look) : text(value, look)));
const base = { path, hidden: flag, joined: flag };
/** What stands in a cell or an item. */
const content = { text: may(text), nodes: may(nodes) };

const NODES: { readonly [Type in PageNode['type']]: Shape<Omit<Extract<PageNode, { type: Type }>, 'type'>> } = {
  text: { ...base, text },
  heading: { ...base, level: whole(1, 9), text },
  control: {
    ...base,
    control: oneOf<ControlNode['control']>({
      text: true,
      textarea: true,
      select: true,
      'drawn-select': true,
      radio: true,
      checkbox: true,
      date: true,
      hidden: true,
      file: true,
      password: true,
      search: true,
      editor: true,
    }),
    value: text,
    name: may(text),
    title: may(text),
    placeholder: may(text),
    required: flag,
    readOnly: flag,
    disabled: flag,
    key: may(number),
    nodes: may(nodes),
  },
  link: { ...base, text, href: may(text) },
  button: { ...base, text, disabled: flag },
  picture: {
    ...base,
    alt: text,
    title: may(text),
    mark: may(oneOf<NonNullable<PictureNode['mark']>>({ required: true, signature: true, icon: true })),
  },
  embed: { ...base, name: text, drawn: flag, box: flag },
  frame: { ...base, frame: innerFrame },
  table: {
    ...base,
    told: may(whole(1, Number.MAX_SAFE_INTEGER)),
    rows: listOf(
      shaped<TableRow>('row', {
        path,
        hidden: flag,
        cells: listOf(
          shaped<TableCell>('cell', {
            ...content,
            path,
            hidden: flag,
            header: flag,
            columns: may(whole(1, 1_000)),
            rows: may(whole(1, 65_534)),
          }),
        ),
      }),
    ),
  },
  list: {
    ...base,
    list: oneOf<ListNode['list']>({ plain: true, numbered: true, definition: true, timeline: true, steps: true }),
    items: listOf(
      shaped<ListItem>('item', {
        ...content,
        path,
        hidden: flag,
        term: flag,
        state: may(oneOf<NonNullable<ListItem['state']>>({ done: true, current: true, waiting: true })),
      }),
    ),
  },
  label: { ...base, text, control: may(number), wraps: flag, required: flag },
  field: { ...base, label: text, labelPath: path, required: flag, nodes },
  group: {
    ...base,
    role: oneOf<GroupNode['role']>({
      form: true,
      dialog: true,
      tab: true,
      fieldset: true,
      article: true,
      navigation: true,
      search: true,
    }),
    label: may(text),
    nodes,
  },
};

const NODE_JUDGES = new Map<unknown, Judge>(
  Object.entries(NODES).map(([type, shape]) => [type, shaped(type, { type: () => true, ...shape } as Shape<object>)]),
);

const node: Judge = (value, look) => {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'type')) return false;
  const { type } = value as { type: unknown };
  return NODE_JUDGES.get(type)?.(value, look) ?? false;
};
const eachNode = listOf(node);

const FRAME_PATH = /^(?:\d{1,6}(?:\.\d{1,6}){0,20})?$/;

/** The path of the frame that holds a frame; undefined for the top, and for what is no path. */
function holderOf(path: string): string | undefined {
  if (path === '' || !FRAME_PATH.test(path)) return undefined;
  return path.includes('.') ? path.slice(0, path.lastIndexOf('.')) : '';
}

const frame = shaped<FrameSnapshot>('frame', {
  path: (value) => typeof value === 'string' && FRAME_PATH.test(value),
  url: text,
  label: text,
  owner: may(text),
  state: oneOf<FrameSnapshot['state']>({ read: true, unreadable: true }),
  reason: may(
    oneOf<NonNullable<FrameSnapshot['reason']>>({
      'other-address': true,
      'not-loaded': true,
      'too-deep': true,
      viewer: true,
      failed: true,
    }),
  ),
  hidden: flag,
  number: may(whole(0, 1_000_000)),
  editor: flag,
  signs: may(listOf(text)),
  nodes,
});

/** The top document first, then every frame after the one that holds it, each once. */
const frames: Judge = (value, look) => {
  if (!Array.isArray(value) || value.length === 0) return false;
  if (value.length > SNAPSHOT_LIMITS.frames) throw new Refusal('size');
  const known = new Set<string>();
  for (const one of value) {
    const path: unknown = one?.path;
    const holder = known.size === 0 ? path === '' : typeof path === 'string' && known.has(holderOf(path) ?? ' ');
    if (!holder || known.has(path as string)) throw new Refusal('frames');
    known.add(path as string);
    look.frame = path as string;
    if (!frame(one, look)) return false;
  }
  return true;
};

const snapshotOfForm = shaped<PageSnapshot>('snapshot', {
  schema: (value) => value === 'duibiao/page@2',
  url: text,
  title: text,
  frames,
  gaps: listOf(
    shaped<CaptureGap>('gap', {
      kind: oneOf<CaptureGap['kind']>({ changed: true, 'too-large': true, aborted: true, loading: true, styles: true }),
      frame: text,
    }),
  ),
});

function refused(why: Why, cause: unknown): ProblemError {
  return new ProblemError('page-answer-invalid', { why: WHY[why] }, cause);
}

/**
 * A value as the snapshot that it claims to be: every member is of the declared form, none is there that is not declared,
 * frames stand in one another as they say, and all is within `SNAPSHOT_LIMITS`. Gives the very value; changes nothing.
 * @throws ProblemError `page-answer-invalid`
 */
export function checkedSnapshot(value: unknown): PageSnapshot {
  const look: Look = { objects: 0, characters: 0, depth: 0, frame: '', named: new Set() };
  try {
    if (!snapshotOfForm(value, look)) throw new Refusal('form');
  } catch (error) {
    throw error instanceof Refusal ? refused(error.why, error) : refused('form', error);
  }
  return value as PageSnapshot;
}

/**
 * A snapshot out of the parts of its JSON text (`partsOfSnapshot`), checked as `checkedSnapshot` does.
 * @throws ProblemError `page-answer-invalid`
 */
export function parseSnapshot(parts: readonly string[]): PageSnapshot {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  if (size > SNAPSHOT_LIMITS.characters) throw refused('size', undefined);
  let value: unknown;
  try {
    value = JSON.parse(parts.join(''));
  } catch (error) {
    throw refused('json', error);
  }
  return checkedSnapshot(value);
}
