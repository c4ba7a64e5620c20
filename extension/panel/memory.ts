import { browser } from '../browser.ts';
import { isObject } from '../messages/message.ts';
import { type ReadonlySignal, signal } from '../ui/preact.ts';

/** How the panel was left over a document. No word of the document is in it: names of folds and ids of findings only. */
interface Left {
  /** The document's key. */
  key: string;
  tab: string;
  /** What was unfolded. */
  open: string[];
  /** Pixels from the top. */
  scroll: number;
}

/**
 * How the panel stands over each document, kept until the browser is closed: closing the panel, or looking at another
 * document in between, loses nothing.
 */
export interface Memory {
  /** Id of the tab that was chosen; '' for the first. */
  tab: ReadonlySignal<string>;
  chooseTab(id: string): void;
  isOpen(name: string): boolean;
  open(name: string, on: boolean): void;
  /** Another document is shown, or none. */
  turnTo(key: string | undefined): void;
  /** The person scrolled. */
  scrolled(top: number): void;
}

const PLACE = 'panel';
const MOST_DOCUMENTS = 20;
const MOST_OPEN = 50;
const LONGEST = 100;
const PAUSE = 200;

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= LONGEST;

/** By hand: the panel loads no schema library. */
const isLeft = (value: unknown): value is Left =>
  isObject(value) &&
  isName(value.key) &&
  isName(value.tab) &&
  Array.isArray(value.open) &&
  value.open.length <= MOST_OPEN &&
  value.open.every(isName) &&
  typeof value.scroll === 'number' &&
  value.scroll >= 0;

/** @param scrollTo brings the panel to where it was, once the document is drawn */
export function createMemory(scrollTo: (top: number) => void): Memory {
  const tab = signal('');
  const open = signal<ReadonlySet<string>>(new Set());
  /** The one looked at last stands last. */
  let documents: Left[] = [];
  let shown: Left | undefined;
  let saving: ReturnType<typeof setTimeout> | undefined;
  const loaded = browser.storage.session
    .get(PLACE)
    .then(({ [PLACE]: stored }) => {
      if (Array.isArray(stored)) documents = [...stored.filter(isLeft).slice(-MOST_DOCUMENTS), ...documents];
    })
    .catch(() => undefined);

  const save = (): void => {
    clearTimeout(saving);
    saving = setTimeout(() => {
      // Where session storage is full the panel opens as it does for a new document.
      browser.storage.session.set({ [PLACE]: documents }).catch(() => undefined);
    }, PAUSE);
  };
  const change = (part: Partial<Left>): void => {
    if (shown === undefined) return;
    Object.assign(shown, part);
    save();
  };
  return {
    tab,
    chooseTab(id) {
      tab.value = id;
      change({ tab: id });
    },
    isOpen: (name) => open.value.has(name),
    open(name, on) {
      if (open.value.has(name) === on) return;
      const next = [...open.value].filter((one) => one !== name);
      if (on) next.push(name);
      open.value = new Set(next.slice(-MOST_OPEN));
      change({ open: [...open.value] });
    },
    turnTo(key) {
      if (key === shown?.key) return;
      const next: Left | undefined = key === undefined ? undefined : { key, tab: tab.value, open: [], scroll: 0 };
      shown = next;
      if (next === undefined) return;
      open.value = new Set();
      void loaded.then(() => {
        if (shown !== next) return;
        const left = documents.find((one) => one.key === key);
        Object.assign(next, left);
        documents = [...documents.filter((one) => one !== left), next].slice(-MOST_DOCUMENTS);
        tab.value = next.tab;
        open.value = new Set(next.open);
        scrollTo(next.scroll);
        save();
      });
    },
    scrolled: (top) => change({ scroll: top }),
  };
}
