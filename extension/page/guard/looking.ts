import { askGuard } from '../../messages/ask-guard.ts';
import { documentSign } from './detect.ts';

/** Bursts of changes, since the person last did something, after which a page is read again by itself. */
const MOST_UNASKED = 3;

/** Has a page of an address that is always on read, when a document stands on it. */
export interface Looking {
  /** Looks for a document; not while the page is hidden. */
  look(): void;
  /** When what stood behind another page is shown for the first time. */
  lookAtFirst(): void;
  /** A document that is known moved. */
  again(unasked: number): void;
  /** What the background made of it. */
  judged(document: boolean): void;
}

export function createLooking(root: Document): Looking {
  /** What the background was asked to read, and the last that was no document. */
  let sign = '';
  let refused = '';
  const ask = (): void => void askGuard('found', {}).catch(() => undefined);
  const look = (): void => {
    if (root.visibilityState === 'hidden') return;
    sign = documentSign(root);
    if (sign !== '' && sign !== refused) ask();
  };
  return {
    look,
    lookAtFirst() {
      if (sign === '') look();
    },
    again(unasked) {
      if (unasked <= MOST_UNASKED) ask();
    },
    judged(document) {
      refused = document ? '' : sign;
    },
  };
}
