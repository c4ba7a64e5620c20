import type { FamilyKnowledge } from '../document/parts.ts';
import type { Role } from '../document/vocabulary.ts';
import type { PageSnapshot } from '../page/snapshot.ts';

/**
 * One thing by which a family of OA systems is known: all that it names must be there. What a snapshot keeps can be asked:
 * addresses and names of frames, class names and elements, names of controls, captions of labels, short texts.
 */
export interface Sign {
  weight: number;
  /** Address of any frame. */
  url?: RegExp;
  /** Name or place of a frame below the top one: mainFrame, 处理意见, #zwIframe. */
  frame?: RegExp;
  /** Class name, name of an element, or [name] of an attribute, of those that `core/page/marks` lists as `signs`. */
  mark?: string;
  /** Name attribute of a control. */
  control?: string;
  /** A label, as `labelKey` writes it. */
  label?: string;
  /** A short text or heading of the page. */
  text?: RegExp;
}

/** One form of a family, told by its heading. */
export interface FamilyForm {
  heading: RegExp;
  /** Roles whose boxes this form always has: their absence is a fault and no doubt. */
  expected: readonly Role[];
}

/** A family of OA systems: data, laid over the generic reading. */
export interface Family extends Omit<FamilyKnowledge, 'expected'> {
  /** The folder's name. */
  id: string;
  /** As a user reads it: 信呼OA 读法. */
  name: string;
  signs: readonly Sign[];
  forms?: readonly FamilyForm[];
  /** Captions that submit here and are in nobody else's table (submits.ts), and captions of that table which do not. */
  submits?: readonly string[];
  keeps?: readonly string[];
  /**
   * What data cannot say: gives the snapshot as the generic reading should see it. Pure; gives back the same object when
   * there is nothing to prepare.
   */
  prepare?(snapshot: PageSnapshot): PageSnapshot;
}

/** Sum of weights from which a family claims a page. */
export const CLAIM = 10;
