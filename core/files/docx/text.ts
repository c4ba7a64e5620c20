import { childOf, childrenOf, type XmlElement } from '../containers/xml.ts';
import { type Styles, toggleOf, valOf } from './styles.ts';
import { chosen } from './wrappers.ts';

/** What one paragraph shows. */
export interface ParagraphText {
  /** As shown: deleted text, hidden text, field codes and the grey prompt of an empty control are not in it. */
  text: string;
  /** Pictures and ink in the paragraph. */
  pictures: number;
  /** Objects of other programs embedded in it. */
  objects: number;
  /** Contents of text boxes anchored in it. */
  boxes: XmlElement[];
  /** Footnotes and endnotes that it refers to. */
  notes: { kind: 'footnote' | 'endnote'; id: string }[];
  /** Comments hung on it: not part of the text. */
  comments: number;
  tracked: boolean;
  hidden: boolean;
}

/** Reads runs of text; keeps the state of fields, whose result may reach over several paragraphs. */
export interface TextReader {
  paragraph(element: XmlElement): ParagraphText;
}

/** Elements that only wrap what is shown. */
const WRAPPERS = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:dir',
  'w:bdo',
  'w:sdtContent',
  'w:rubyBase',
  'w:ruby',
]);
const KEPT_CHANGES = new Set(['w:ins', 'w:moveTo']);
const DROPPED_CHANGES = new Set(['w:del', 'w:moveFrom']);
const PROMPT_STYLE = /^(?:placeholder text|占位符文本)$/i;
const PICTURE = /:(?:blip|imagedata|contentPart)$/;
/** Boxes drawn with symbol fonts. */
const SYMBOLS: Readonly<Record<string, string>> = {
  'Wingdings:FE': '☑',
  'Wingdings:A8': '□',
  'Wingdings:6F': '□',
  'Wingdings:FD': '☒',
  'Wingdings:FC': '✓',
  'Wingdings 2:52': '☑',
  'Wingdings 2:A3': '□',
  'Wingdings 2:50': '✓',
  'Wingdings 2:51': '☒',
  'Wingdings 2:53': '☒',
};

export function textReader(styles: Styles): TextReader {
  /** One for each open field: its code is being read, or its result. */
  let fields: ('code' | 'result')[] = [];

  const paragraph = (element: XmlElement): ParagraphText => {
    const shown: ParagraphText = {
      text: '',
      pictures: 0,
      objects: 0,
      boxes: [],
      notes: [],
      comments: 0,
      tracked: false,
      hidden: false,
    };
    walk(element, shown);
    // A field that was opened and never got a result must not swallow the rest of the document.
    fields = fields.filter((state) => state === 'result');
    return shown;
  };

  const walk = (parent: XmlElement, shown: ParagraphText): void => {
    for (const child of parent.children) if (typeof child !== 'string') visit(child, shown);
  };

  const visit = (element: XmlElement, shown: ParagraphText): void => {
    const { name } = element;
    const add = (text: string): void => {
      if (!fields.includes('code')) shown.text += text;
    };
    if (name === 'w:r') {
      if (isHidden(element)) shown.hidden = true;
      else if (!isPrompt(element)) walk(element, shown);
    } else if (name === 'w:t' || name === 'm:t')
      add(element.children.filter((child) => typeof child === 'string').join(''));
    else if (name === 'w:tab' || name === 'w:ptab') add('\t');
    else if (name === 'w:br' || name === 'w:cr') add('\n');
    else if (name === 'w:noBreakHyphen') add('-');
    else if (name === 'w:sym') add(symbolOf(element));
    else if (name === 'w:fldChar') field(element, add);
    else if (name === 'w:footnoteReference') note('footnote', element, shown);
    else if (name === 'w:endnoteReference') note('endnote', element, shown);
    else if (name === 'w:commentReference') shown.comments += 1;
    else if (name === 'w:sdt') {
      if (!toggleOf(childOf(element, 'w:sdtPr'), 'w:showingPlcHdr'))
        walkAll(childrenOf(element, 'w:sdtContent'), shown);
    } else if (name === 'mc:AlternateContent') walkAll(chosen(element), shown);
    else if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') drawing(element, shown);
    else if (DROPPED_CHANGES.has(name)) shown.tracked = true;
    else if (KEPT_CHANGES.has(name)) {
      shown.tracked = true;
      walk(element, shown);
    } else if (WRAPPERS.has(name) || name.startsWith('m:')) walk(element, shown);
  };

  const walkAll = (elements: XmlElement[], shown: ParagraphText): void => {
    for (const element of elements) walk(element, shown);
  };

  const isHidden = (run: XmlElement): boolean => {
    const properties = childOf(run, 'w:rPr');
    const style = valOf(properties, 'w:rStyle');
    return (
      toggleOf(properties, 'w:vanish') ?? (style === undefined ? false : (styles.byId.get(style)?.hidden ?? false))
    );
  };

  /** The grey prompt of a control, which some programs leave without saying that it is one. */
  const isPrompt = (run: XmlElement): boolean => {
    const style = valOf(childOf(run, 'w:rPr'), 'w:rStyle');
    return style !== undefined && PROMPT_STYLE.test(styles.byId.get(style)?.name ?? '');
  };

  const field = (element: XmlElement, add: (text: string) => void): void => {
    const type = element.attributes['w:fldCharType'];
    if (type === 'begin') {
      const form = childOf(element, 'w:ffData');
      const box = childOf(form, 'w:checkBox');
      add(chosenEntry(childOf(form, 'w:ddList')));
      if (box) add((toggleOf(box, 'w:checked') ?? toggleOf(box, 'w:default') ?? false) ? '☑' : '□');
      fields.push('code');
    } else if (type === 'separate' && fields.length > 0) fields[fields.length - 1] = 'result';
    else if (type === 'end') fields.pop();
  };

  return { paragraph };
}

/** What is chosen in a list of a form; its first entry where nothing is said. */
function chosenEntry(list: XmlElement | undefined): string {
  const chosenIndex = Number(valOf(list, 'w:result') ?? valOf(list, 'w:default') ?? 0);
  return childrenOf(list, 'w:listEntry')[chosenIndex]?.attributes['w:val'] ?? '';
}

function note(kind: 'footnote' | 'endnote', element: XmlElement, shown: ParagraphText): void {
  const id = element.attributes['w:id'];
  if (id !== undefined) shown.notes.push({ kind, id });
}

function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16);
  const glyph = (code & 0xff).toString(16).toUpperCase();
  return (
    SYMBOLS[`${element.attributes['w:font']}:${glyph}`] ??
    (code >= 0x20 && code < 0xe000 ? String.fromCharCode(code) : '')
  );
}

/** Text boxes are text of their own; pictures are only counted. */
function drawing(element: XmlElement, shown: ParagraphText): void {
  if (element.name === 'w:object') shown.objects += 1;
  let picture = false;
  const search = (parent: XmlElement): void => {
    const inside = parent.name === 'mc:AlternateContent' ? chosen(parent) : parent.children;
    for (const child of inside) {
      if (typeof child === 'string') continue;
      if (child.name === 'w:txbxContent') shown.boxes.push(child);
      else {
        if (PICTURE.test(child.name)) picture = true;
        search(child);
      }
    }
  };
  search(element);
  if (picture && element.name !== 'w:object') shown.pictures += 1;
}
