import type { Budget } from '../budget.ts';
import type { XmlElement } from '../containers/xml.ts';

/** Writes the elements of WordprocessingML that a reader of another format hands on; counted as those of a .docx are. */
export interface Elements {
  make(name: string, attributes?: Readonly<Record<string, string>>, children?: XmlElement['children']): XmlElement;
  /** An element whose only attribute is `w:val`. */
  val(name: string, value: string | number): XmlElement;
  /** Says that what was made since the last time is handed over and not kept. */
  handOver(): void;
}

export function elementsWithin(budget: Budget): Elements {
  let held = 0;
  const make: Elements['make'] = (name, attributes = {}, children = []) => {
    held += 1;
    budget.spend('nodes');
    budget.spend('held');
    return { name, attributes, children };
  };
  return {
    make,
    val: (name, value) => make(name, { 'w:val': String(value) }),
    handOver: () => {
      budget.release('held', held);
      held = 0;
    },
  };
}

/** How a run of text stands in its paragraph. */
export interface RunLook {
  /** Deleted or inserted under track changes. */
  deleted: boolean;
  inserted: boolean;
  /** Left out: as the run's style says. */
  hidden?: boolean | undefined;
  style?: string | undefined;
}

/** What a paragraph says of itself; what is left out its style says. */
export interface ParagraphLook {
  style?: string | undefined;
  /** Outline level, 0…8; 9 is body text. */
  outline?: number | undefined;
  /** The list that it belongs to ('0': none), and its level in it. */
  list?: string | undefined;
  listLevel?: number | undefined;
  /** The mark at its end was deleted under track changes. */
  markDeleted?: boolean | undefined;
}

/** One paragraph as it is written. */
export interface Line {
  text(text: string, look: RunLook): void;
  add(element: XmlElement, look: RunLook): void;
  /** The paragraph; the next one begins. */
  end(look: ParagraphLook): XmlElement;
  isEmpty(): boolean;
}

export function lineOf({ make, val }: Elements): Line {
  let children: XmlElement[] = [];
  let run: { element: XmlElement; look: RunLook } | undefined;

  const runOf = (look: RunLook): XmlElement => {
    if (run && sameLook(run.look, look)) return run.element;
    const facts = [
      ...(look.style === undefined ? [] : [val('w:rStyle', look.style)]),
      ...(look.hidden === undefined ? [] : [val('w:vanish', look.hidden ? 1 : 0)]),
    ];
    const element = make('w:r', {}, facts.length > 0 ? [make('w:rPr', {}, facts)] : []);
    run = { element, look };
    children.push(look.inserted ? make('w:ins', {}, [element]) : element);
    return element;
  };
  /** Deleted text leaves only its trace. */
  const drop = (): void => {
    if (children.at(-1)?.name !== 'w:del') children.push(make('w:del'));
    run = undefined;
  };
  const add: Line['add'] = (element, look) => {
    if (look.deleted) drop();
    else runOf(look).children.push(element);
  };

  return {
    add,
    text: (text, look) => {
      if (text === '') return;
      if (look.deleted) drop();
      else runOf(look).children.push(make('w:t', {}, [text]));
    },
    end: ({ style, outline, list, listLevel, markDeleted }) => {
      const number = [
        ...(listLevel === undefined ? [] : [val('w:ilvl', listLevel)]),
        ...(list === undefined ? [] : [val('w:numId', list)]),
      ];
      const facts = [
        ...(style === undefined ? [] : [val('w:pStyle', style)]),
        ...(number.length === 0 ? [] : [make('w:numPr', {}, number)]),
        ...(outline === undefined ? [] : [val('w:outlineLvl', outline)]),
        ...(markDeleted ? [make('w:rPr', {}, [make('w:del')])] : []),
      ];
      const element = make('w:p', {}, facts.length > 0 ? [make('w:pPr', {}, facts), ...children] : children);
      children = [];
      run = undefined;
      return element;
    },
    isEmpty: () => children.length === 0,
  };
}

const sameLook = (one: RunLook, other: RunLook): boolean =>
  one.deleted === other.deleted &&
  one.inserted === other.inserted &&
  one.hidden === other.hidden &&
  one.style === other.style;
