import { halfWidth, squeeze } from '../../../core/base/text.ts';

/** How far above what was pressed a control is looked for, and how far above it a menu. */
const NEAR = 6;
/** Characters of the longest caption; a longer text is no caption, and is not gone through. */
const LONGEST = 24;

const CONTROL = 'button,input,a,summary,[role=button],[role=menuitem],[role=link]';
const TYPES = /^(?:submit|button|image)$/;
/** What makes something a thing to press that is none by its tag. */
const PRESSABLE = /(?:^|[\s_-])(?:btn|button|toolbar|operate|action|submit)/i;
/** Menus and tabs that lead elsewhere; a menu that drops down from a button is a part of it. */
const ELSEWHERE = 'nav,[role=navigation],[role=menubar],[role=tablist],[role=tree],[role=tab]';
const MENU = /(?:^|[\s_-])(?:menu|nav|navbar|sidebar|breadcrumb|tree)(?:[\s_-]|$)|tabs?[_-]+(?:item|tab)/i;
const DROPPED = /drop-?down|popper|context-?menu/i;

/**
 * The control that submits among what was pressed; undefined where nothing does. Only reads.
 * @param path from the innermost element outwards, as an event tells it
 * @param captions that submit (core/readers/submits.ts); a caption is the whole of what stands on a control
 */
export function submitIn(path: readonly EventTarget[], captions: ReadonlySet<string>): HTMLElement | undefined {
  const elements = path.slice(0, NEAR).filter((one): one is HTMLElement => 'tagName' in one && 'getAttribute' in one);
  for (const element of elements) {
    const isControl = isIn(element, CONTROL);
    if (!isControl && !isPressable(element)) continue;
    const fits = captionsOf(element).some((caption) => captions.has(caption)) && submits(element);
    if (fits) return leadsElsewhere(element) ? undefined : element;
    if (isControl) return undefined;
  }
  return undefined;
}

const isIn = (element: Element, selector: string): boolean => Element.prototype.matches.call(element, selector);

/** Whether a control acts here: an address, or a box to write in, is another thing. */
function submits(element: HTMLElement): boolean {
  switch (element.localName) {
    case 'input':
      return TYPES.test((element as HTMLInputElement).type);
    case 'button':
      return (element as HTMLButtonElement).type !== 'reset';
    case 'a': {
      const href = element.getAttribute('href')?.trim() ?? '';
      return href === '' || href.startsWith('#') || /^javascript:/i.test(href);
    }
    default:
      return true;
  }
}

/** A span or a cell that is drawn as a button. */
function isPressable(element: HTMLElement): boolean {
  const name = element.getAttribute('class') ?? '';
  if (PRESSABLE.test(name) || element.hasAttribute('onclick')) return true;
  return element.ownerDocument.defaultView?.getComputedStyle(element).cursor === 'pointer';
}

/** What a control is called: what is written on it, else what its picture or its own words say. */
function captionsOf(element: HTMLElement): string[] {
  if (element.localName === 'input') {
    const { type, value, alt, title } = element as HTMLInputElement;
    if (type === 'image') return [alt, title].map(captionOf);
    // The browser writes its own word on one without any.
    return [captionOf(value !== '' ? value : type === 'submit' ? DEFAULT : title)];
  }
  const written = captionOf(textOf(element));
  if (written !== '') return [written];
  const picture = element.querySelector('img');
  const words = [element.getAttribute('aria-label'), element.title, picture?.alt, picture?.title];
  return words.map((one) => captionOf(one ?? ''));
}

const DEFAULT = '提交';

/** The text of an element as far as it may be a caption; '' for a longer one. */
function textOf(element: Element): string {
  let text = '';
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let count = 0; count < LONGEST && walker.nextNode(); count += 1) {
    text += (walker.currentNode as Text).data.trim();
    if (text.length > LONGEST) return '';
  }
  return walker.nextNode() === null ? text : '';
}

/** A caption as the table has it: no spaces, no key in brackets, no arrows or signs of icon fonts. */
export function captionOf(text: string): string {
  if (text.length > LONGEST * 2) return '';
  return halfWidth(squeeze(text))
    .replace(/\([A-Za-z0-9+]{1,8}\)/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function leadsElsewhere(element: HTMLElement): boolean {
  let around: Element | null = element;
  for (let far = 0; around !== null && far < NEAR; far += 1, around = around.parentElement) {
    const name = around.getAttribute('class') ?? '';
    if (DROPPED.test(name)) return false;
    if (MENU.test(name) || isIn(around, ELSEWHERE)) return true;
  }
  return element.closest(ELSEWHERE) !== null;
}
