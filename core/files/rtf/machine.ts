import { ProblemError } from '../../base/problems.ts';
import type { Budget } from '../budget.ts';
import { encodingOf } from '../containers/summary.ts';
import type { XmlElement } from '../containers/xml.ts';
import type { WordProperties } from '../docx/around.ts';
import { decodeWestern } from '../encoding.ts';
import { BUDGETS, LIMITS } from '../limits.ts';
import { type Elements, elementsWithin } from '../word/elements.ts';
import {
  depthOf,
  emptyRow,
  type GroupState,
  plainRun,
  type RowFacts,
  type Story,
  shapeOfRow,
  storyOf,
} from './state.ts';
import {
  type Font,
  type InstanceFacts,
  type LevelFacts,
  type ListFacts,
  PARAGRAPH_STYLE,
  RUN_STYLE,
  type StyleFacts,
} from './tables.ts';
import { tokensOf } from './tokens.ts';

/** A header or footer as it is written, with the pages that it stands on. */
export interface PageStory {
  kind: 'header' | 'footer';
  pages: 'all' | 'even' | 'first';
  section: number;
  children: XmlElement[];
}

export interface NoteStory {
  id: string;
  kind: 'footnote' | 'endnote';
  children: XmlElement[];
}

/** Reads RTF from the front: first what it says of its fonts, styles and lists, then the text. */
export interface RtfMachine {
  elements: Elements;
  styles: StyleFacts[];
  lists: ListFacts[];
  instances: InstanceFacts[];
  properties: WordProperties;
  pageStories: PageStory[];
  notes: NoteStory[];
  /** Sections whose first page has headers and footers of its own. */
  titlePages: Set<number>;
  facingPages(): boolean;
  /** Reads on up to the first paragraph. */
  begin(): void;
  /** Hands over the paragraphs and tables of the body. @throws ProblemError `file-not-office` where the end is missing */
  body(take: (element: XmlElement) => void): void;
}

/** Signs that have a word of their own. */
const SIGNS: Readonly<Record<string, string>> = {
  '~': '\u00a0',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: '\u2003',
  enspace: '\u2002',
  qmspace: '\u2005',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

/** Groups whose text is not shown, or shown in another way; those that are marked as such need not be named. */
const NOT_SHOWN = new Set(
  `colortbl filetbl revtbl nonshppict shprslt listtext result xe tc tcn rxe txe keywords subject doccomm category manager
  company comment hlinkbase buptim printim ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn template private bkmkstart bkmkend
  listname sn objclass`.split(/\s+/),
);
/** Marked groups that are read. */
const MARKED = new Set(
  'shpinst shppict footnote nesttableprops listtable listoverridetable fldinst annotation do ud cs formfield'.split(
    ' ',
  ),
);
const INFO = { title: 'title', author: 'creator', operator: 'lastModifiedBy' } as const;
const TIMES = { creatim: 'created', revtim: 'modified' } as const;
const SYMBOL_CHARSET = 2;
/** Code pages of character sets; of others that of the file counts. */
const CODE_PAGES: Readonly<Record<number, number>> = {
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  204: 1251,
  238: 1250,
};
const CHINESE = 936;
const WESTERN = 1252;
/** The sign of a symbol font: SYMBOL 254 \f "Wingdings". */
const SYMBOL_FIELD = /^\s*SYMBOL\s+(\d{1,5})\b.*?\\f\s*"([^"]+)"/is;

const isKey = <Table extends object>(table: Table, key: string): key is Extract<keyof Table, string> =>
  Object.hasOwn(table, key);

export function rtfMachine(bytes: Uint8Array, file: string, budget: Budget): RtfMachine {
  const elements = elementsWithin(budget);
  const { make } = elements;
  const tokens = tokensOf(bytes);
  const fonts = new Map<number, Font>();
  const styles: StyleFacts[] = [];
  const lists: ListFacts[] = [];
  const instances: InstanceFacts[] = [];
  const properties: WordProperties = {};
  const pageStories: PageStory[] = [];
  const notes: NoteStory[] = [];
  const titlePages = new Set<number>();
  let facing = false;
  let codePage = CHINESE;
  let standardFont = 0;
  let section = 0;

  const early: XmlElement[] = [];
  let takeBody = (element: XmlElement): void => void early.push(element);
  const body = storyOf((element) => takeBody(element), elements);
  const stack: GroupState[] = [];
  let state: GroupState = {
    sink: 'text',
    skip: 1,
    font: 0,
    run: plainRun(),
    paragraph: {},
    inTable: false,
    depth: undefined,
    story: body,
    inner: false,
  };
  /** Bytes that wait to be decoded together, and text of a group that is kept apart from the document's. */
  let waiting: number[] = [];
  let apart = '';
  /** Bytes of text so far. */
  let taken = 0;
  /** Signs that still stand for a \u before them. */
  let skipping = 0;
  /** The group has just begun, or its mark has: its first word says what it is. */
  let first = false;
  let marked = false;
  let level: LevelFacts | undefined;
  let note: { reference: XmlElement; story: NoteStory } | undefined;
  let tickBox: { begin: XmlElement; result: number | undefined; standard: number } | undefined;

  const flush = (): void => {
    if (waiting.length === 0) return;
    const bytes = Uint8Array.from(waiting);
    waiting = [];
    const font = fonts.get(state.font);
    const page = CODE_PAGES[font?.charset ?? 0] ?? codePage;
    put(page === WESTERN ? decodeWestern(bytes) : new TextDecoder(encodingOf(page), { ignoreBOM: true }).decode(bytes));
  };
  const put = (text: string): void => {
    if (state.sink === 'text') putShown(text);
    else if (state.sink !== 'nowhere' && state.sink !== 'shape') apart += text;
  };
  /** Text that is shown counts once more when its paragraph is read: here only the sum is held to the limit. */
  const count = (length: number): void => {
    taken += length;
    if (taken > BYTES_OF_SIGN * BUDGETS.characters.most) budget.spend('characters', taken);
  };
  const putShown = (text: string): void => {
    const font = fonts.get(state.font);
    if (font?.charset !== SYMBOL_CHARSET) state.story.line.text(text, state.run);
    else for (const sign of text) symbol(font.name, sign.charCodeAt(0));
  };
  const symbol = (font: string, code: number): void =>
    add(make('w:sym', { 'w:font': font, 'w:char': code.toString(16) }));
  const add = (element: XmlElement): void => state.story.line.add(element, state.run);
  const isShown = (): boolean => state.sink === 'text';
  const takeApart = (): string => {
    flush();
    const text = apart;
    apart = '';
    return text;
  };

  const rowAt = (depth: number): RowFacts => {
    const row = state.story.rows.get(depth) ?? emptyRow();
    state.story.rows.set(depth, row);
    return row;
  };
  /** A row's facts are those of the table that the paragraph stands in only where they stand in a group of their own. */
  const row = (): RowFacts => rowAt(state.inner ? depthOf(state) : 1);
  const endParagraph = (depth: number): void => {
    const { line, flow } = state.story;
    const { list } = state.paragraph;
    flow.paragraph(
      line.end({ ...state.paragraph, markDeleted: state.run.deleted, ...(list !== undefined && { list }) }),
      depth,
    );
  };
  const endCell = (depth: number): void => {
    const { line, flow } = state.story;
    flow.paragraph(line.end(state.paragraph), depth);
    flow.endCell(depth);
  };

  /** Opens a story of its own that lasts as long as the group. */
  const openStory = (finish: (children: XmlElement[], outer: Story) => void): void => {
    const outer = state.story;
    const children: XmlElement[] = [];
    const story = storyOf((element) => children.push(element), elements);
    Object.assign(state, { story, sink: 'text', run: plainRun(), paragraph: {}, inTable: false, depth: undefined });
    state.close = () => {
      if (!story.line.isEmpty()) story.flow.paragraph(story.line.end({}), 0);
      story.flow.end();
      finish(children, outer);
    };
  };
  const openPage = (kind: PageStory['kind'], pages: PageStory['pages']): void => {
    const own = section;
    openStory((children) => pageStories.push({ kind, pages, section: own, children }));
  };

  const DESTINATIONS: Readonly<Record<string, () => void>> = {
    fonttbl: () => keep('fonts'),
    stylesheet: () => keep('style'),
    listtable: () => keep('list'),
    listoverridetable: () => keep('instance'),
    info: () => keep('info'),
    header: () => openPage('header', 'all'),
    headerr: () => openPage('header', 'all'),
    headerl: () => openPage('header', 'even'),
    headerf: () => openPage('header', 'first'),
    footer: () => openPage('footer', 'all'),
    footerr: () => openPage('footer', 'all'),
    footerl: () => openPage('footer', 'even'),
    footerf: () => openPage('footer', 'first'),
    footnote: () => {
      const reference = make('w:footnoteReference', { 'w:id': String(notes.length) });
      add(reference);
      const story: NoteStory = { id: String(notes.length), kind: 'footnote', children: [] };
      notes.push(story);
      note = { reference, story };
      openStory((children) => story.children.push(...children));
    },
    annotation: () => {
      add(make('w:commentReference'));
      state.sink = 'nowhere';
    },
    shptxt: openBox,
    dptxbxtext: openBox,
    shpinst: () => keep('shape'),
    do: () => keep('shape'),
    sv: () => keep('shape'),
    sp: () => keep('shape'),
    shppict: () => undefined,
    upr: () => {
      state.inUnicode = state.sink;
      state.sink = 'nowhere';
    },
    ud: () => {
      state.sink = state.inUnicode ?? state.sink;
    },
    pict: () => {
      if (state.sink === 'text' || state.sink === 'shape') add(make('w:drawing', {}, [make('a:blip')]));
      state.sink = 'nowhere';
    },
    object: () => {
      if (isShown()) add(make('w:object'));
      state.sink = 'nowhere';
    },
    nesttableprops: () => {
      state.inner = true;
    },
    nonesttables: () => keep('nowhere'),
    fldinst: () => {
      apart = '';
      keep('instruction');
      state.close = endInstruction;
    },
    formfield: () => keep('nowhere'),
    listlevel: () => {
      level = { facts: new Map(), text: '' };
      const own = level;
      if (state.sink === 'list') lists.at(-1)?.levels.push(own);
      else {
        const override = instances.at(-1)?.overrides.at(-1);
        if (override) override.level = own;
      }
      keep('level');
    },
    leveltext: () => {
      apart = '';
      keep('levelText');
      const own = level;
      state.close = () => {
        if (own) own.text = takeApart();
      };
    },
    levelnumbers: () => keep('nowhere'),
    list: () => {
      if (state.sink === 'list') lists.push({ id: 0, levels: [] });
    },
    listoverride: () => instances.push({ id: 0, list: 0, overrides: [] }),
    lfolevel: () => instances.at(-1)?.overrides.push({ start: undefined, level: undefined }),
  };

  function keep(sink: GroupState['sink']): void {
    state.sink = sink;
  }
  function openBox(): void {
    openStory((children, outer) =>
      outer.line.add(make('w:drawing', {}, [make('w:txbxContent', {}, children)]), plainRun()),
    );
  }
  function endInstruction(): void {
    const code = takeApart();
    if (tickBox) {
      const { result, standard } = tickBox;
      const ticked = result === undefined || result === STANDARD_RESULT ? standard === 1 : result === 1;
      tickBox = undefined;
      if (/\bFORMCHECKBOX\b/.test(code)) state.story.line.text(ticked ? '☑' : '□', state.run);
      return;
    }
    const found = SYMBOL_FIELD.exec(code);
    if (found?.[1] && found[2]) symbol(found[2], Number(found[1]));
  }

  /** Words that change how what follows is shown, or that show something themselves. */
  const word = (name: string, parameter: number | undefined): void => {
    const on = parameter !== 0;
    const number = parameter ?? 0;
    const look = state.run;
    switch (name) {
      case 'ansicpg':
        codePage = number;
        break;
      case 'mac':
        break;
      case 'deff':
        standardFont = number;
        break;
      case 'uc':
        state.skip = Math.max(0, number);
        break;
      case 'f':
        state.font = number;
        if (state.sink === 'fonts' && !fonts.has(number)) fonts.set(number, { name: '', charset: 0 });
        break;
      case 'plain':
        state.run = plainRun();
        state.font = standardFont;
        break;
      case 'v':
        state.run = { ...look, hidden: on };
        break;
      case 'deleted':
        state.run = { ...look, deleted: on };
        break;
      case 'revised':
        state.run = { ...look, inserted: on };
        break;
      case 'cs':
        if (isShown()) state.run = { ...look, style: RUN_STYLE(number) };
        break;
      case 'pard':
        state.paragraph = {};
        state.inTable = false;
        state.depth = undefined;
        break;
      case 's':
        state.paragraph = { ...state.paragraph, style: PARAGRAPH_STYLE(number) };
        break;
      case 'outlinelevel':
        state.paragraph = { ...state.paragraph, outline: number };
        break;
      case 'ls':
        state.paragraph = { ...state.paragraph, list: String(number) };
        break;
      case 'ilvl':
        state.paragraph = { ...state.paragraph, listLevel: number };
        break;
      case 'intbl':
        state.inTable = on;
        break;
      case 'itap':
        state.depth = number;
        break;
      case 'facingp':
        facing = on;
        break;
      case 'titlepg':
        titlePages.add(section);
        break;
      case 'ftnalt':
        if (note) {
          note.reference.name = 'w:endnoteReference';
          note.story.kind = 'endnote';
        }
        break;
      case 'fftype':
        if (number === TICK_BOX) tickBox = { begin: make('w:fldChar'), result: undefined, standard: 0 };
        break;
      case 'ffres':
        if (tickBox) tickBox.result = number;
        break;
      case 'ffdefres':
        if (tickBox) tickBox.standard = number;
        break;
      default:
        if (isShown()) shownWord(name, number);
    }
  };

  const shownWord = (name: string, number: number): void => {
    switch (name) {
      case 'par':
      case '\r':
      case '\n':
        endParagraph(depthOf(state));
        break;
      case 'sect':
        endParagraph(depthOf(state));
        section += 1;
        break;
      case 'tab':
        add(make('w:tab'));
        break;
      case 'line':
      case 'lbr':
      case 'page':
      case 'column':
        add(make('w:br'));
        break;
      case '_':
        add(make('w:noBreakHyphen'));
        break;
      case 'cell':
        endCell(1);
        break;
      case 'nestcell':
        endCell(Math.max(2, depthOf(state)));
        break;
      case 'row':
        state.story.flow.endRow(1, shapeOfRow(state.story.rows.get(1)));
        break;
      case 'nestrow':
        state.story.flow.endRow(Math.max(2, depthOf(state)), shapeOfRow(state.story.rows.get(depthOf(state))));
        break;
      case 'trowd':
        state.story.rows.set(state.inner ? depthOf(state) : 1, emptyRow());
        break;
      case 'trleft':
        row().left = number;
        break;
      case 'clvmgf':
        row().next = { ...row().next, vertical: 'restart' };
        break;
      case 'clvmrg':
        row().next = { ...row().next, vertical: 'continue' };
        break;
      case 'clmrg':
        row().next = { ...row().next, covered: true };
        break;
      case 'cellx': {
        const facts = row();
        if (facts.cells.length < LIMITS.docx.columns) {
          facts.cells.push(facts.next);
          facts.edges.push(number);
        }
        facts.next = {};
        break;
      }
    }
  };

  /** Words inside of groups that describe fonts, styles, lists and the file. */
  const fact = (name: string, parameter: number | undefined): boolean => {
    const number = parameter ?? 1;
    const { sink } = state;
    if (sink === 'fonts' && name === 'fcharset') {
      const font = fonts.get(state.font);
      if (font) font.charset = number;
    } else if (sink === 'style') return styleFact(name, number);
    else if (sink === 'list' && name === 'listid') {
      const list = lists.at(-1);
      if (list) list.id = number;
    } else if (sink === 'level') level?.facts.set(name, number);
    else if (sink === 'instance') instanceFact(name, number);
    else if (sink === 'info' && ['yr', 'mo', 'dy', 'hr', 'min'].includes(name)) clock.set(name, number);
    else return false;
    return true;
  };
  const clock = new Map<string, number>();
  const instanceFact = (name: string, number: number): void => {
    const instance = instances.at(-1);
    const override = instance?.overrides.at(-1);
    if (!instance) return;
    if (name === 'listid') instance.list = number;
    else if (name === 'ls') instance.id = number;
    else if (name === 'levelstartat' && override) override.start = number;
  };
  let style: StyleFacts = { id: PARAGRAPH_STYLE(0), kind: 'paragraph', name: '', facts: new Map() };
  const styleFact = (name: string, number: number): boolean => {
    if (name === 's') Object.assign(style, { id: PARAGRAPH_STYLE(number), kind: 'paragraph' });
    else if (name === 'cs') Object.assign(style, { id: RUN_STYLE(number), kind: 'character' });
    else if (name === 'f' || name === 'u' || name === 'uc') return false;
    else style.facts.set(name, number);
    return true;
  };

  const beginGroup = (): void => {
    flush();
    if (stack.length >= LIMITS.xml.depth) throw new ProblemError('file-not-office', { name: file });
    stack.push(state);
    state = { ...state, close: undefined };
    skipping = 0;
    first = true;
    marked = false;
    if (state.sink === 'style') {
      apart = '';
      style = { id: PARAGRAPH_STYLE(0), kind: 'paragraph', name: '', facts: new Map() };
    }
  };
  const endGroup = (): void => {
    flush();
    const { sink, close } = state;
    const outer = stack.pop();
    if (!outer) return;
    if (sink === 'style' && outer.sink === 'style') {
      styles.push({ ...style, name: takeApart().replace(/;\s*$/, '').trim() });
    } else if (sink === 'fonts') {
      const font = fonts.get(state.font);
      const name = takeApart()
        .replace(/;[\s\S]*$/, '')
        .trim();
      if (font && name !== '') font.name = name;
    }
    close?.();
    state = outer;
    skipping = 0;
    first = false;
    marked = false;
  };

  /** The first word of a group may say what the whole group is. */
  const opening = (name: string): boolean => {
    if (isKey(INFO, name) && state.sink === 'info') {
      const key = INFO[name];
      apart = '';
      state.close = () => {
        const text = takeApart().trim();
        if (text !== '') properties[key] ??= text;
      };
    } else if (isKey(TIMES, name) && state.sink === 'info') {
      clock.clear();
      const key = TIMES[name];
      state.close = () => {
        const [year, month = 1, day = 1, hour = 0, minute = 0] = ['yr', 'mo', 'dy', 'hr', 'min'].map((one) =>
          clock.get(one),
        );
        const time = new Date(Date.UTC(year ?? 0, month - 1, day, hour, minute));
        if (year && !Number.isNaN(time.getTime())) properties[key] ??= time.toISOString();
      };
    } else if (NOT_SHOWN.has(name) || (marked && !MARKED.has(name))) state.sink = 'nowhere';
    else {
      const open = isKey(DESTINATIONS, name) ? DESTINATIONS[name] : undefined;
      if (!open) return false;
      if (state.sink !== 'nowhere' || name === 'ud') open();
    }
    return true;
  };

  const takeWord = (name: string, parameter: number | undefined): void => {
    if (name === '*' && first) {
      marked = true;
      return;
    }
    flush();
    const begins = first;
    first = false;
    if (begins && marked && state.sink === 'style' && name === 'cs') {
      fact(name, parameter);
      return;
    }
    if (begins && opening(name)) return;
    if (name === 'u') {
      // A \u in a group that says nothing itself is text all the same.
      count(1);
      put(String.fromCharCode((parameter ?? 0) & 0xffff));
      skipping = state.skip;
      return;
    }
    const sign = SIGNS[name];
    if (sign !== undefined) {
      if (skipping > 0) skipping -= 1;
      else put(sign);
    } else if (!fact(name, parameter)) word(name, parameter);
  };

  const takeBytes = (bytes: Uint8Array): void => {
    const shown = bytes.subarray(Math.min(skipping, bytes.length));
    skipping -= bytes.length - shown.length;
    if (state.sink === 'nowhere' || state.sink === 'shape') return;
    count(shown.length);
    for (const byte of shown) waiting.push(byte);
  };

  const step = (): boolean => {
    const { value: token, done } = tokens.next();
    if (done || !token) return false;
    if (token.kind === 'open') beginGroup();
    else if (token.kind === 'close') {
      endGroup();
      if (stack.length === 0) return false;
    } else if (token.kind === 'word') takeWord(token.word, token.parameter);
    else {
      first = false;
      takeBytes(token.kind === 'hex' ? Uint8Array.of(token.byte) : token.bytes);
    }
    return true;
  };
  let ended = false;
  const run = (until: () => boolean): void => {
    while (!ended && !until()) ended = !step();
  };

  return {
    elements,
    styles,
    lists,
    instances,
    properties,
    pageStories,
    notes,
    titlePages,
    facingPages: () => facing,
    begin: () => run(() => early.length > 0),
    body: (take) => {
      for (const element of early) take(element);
      takeBody = take;
      run(() => false);
      if (stack.length > 0) throw new ProblemError('file-not-office', { name: file });
      if (!body.line.isEmpty()) body.flow.paragraph(body.line.end(state.paragraph), 0);
      body.flow.end();
    },
  };
}

/** A Chinese sign takes two bytes. */
const BYTES_OF_SIGN = 2;
const TICK_BOX = 1;
/** The result of a tick box that says that its standard state counts. */
const STANDARD_RESULT = 25;
