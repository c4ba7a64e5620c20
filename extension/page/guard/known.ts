import type { Guarding } from '../../messages/to-page.ts';
import { reachableDocuments } from '../frames.ts';
import { valuesOf } from './values.ts';

export type Armed = NonNullable<Guarding['guard']>;

/**
 * How what is known of the page stands to what stands there: `told` is the same; `ahead` too, while the background may
 * still tell what it read before; `awaited` is being read; `changed` moved since.
 */
type Standing = 'told' | 'ahead' | 'awaited' | 'changed';

/** What the last reading found, and whether it still holds. */
export interface Known {
  guarding(): Guarding | undefined;
  captions(): ReadonlySet<string>;
  roots(): (Document | ShadowRoot)[];
  /** Whether what was found is what stands there. Where other frames were read too, no frame knows that by itself. */
  isFresh(guard: Armed): boolean;
  isChanged(): boolean;
  /** A reading begins. */
  read(): void;
  /** It has seen the whole page. */
  seen(): void;
  include(root: ShadowRoot): void;
  moved(): void;
  /** The background tells what its reading found. */
  tell(next: Guarding): void;
  /** What was found in the page that this script handed over. */
  learn(next: Guarding): void;
}

export function createKnown(root: Document): Known {
  let standing: Standing = 'told';
  let guarding: Guarding | undefined;
  let captions: ReadonlySet<string> = new Set();
  let values = 0;
  const inner = new Set<WeakRef<ShadowRoot>>();
  const roots = (): (Document | ShadowRoot)[] => [
    ...reachableDocuments(root),
    ...[...inner].flatMap((one) => one.deref() ?? []),
  ];
  const take = (next: Guarding, now: Standing): void => {
    guarding = next;
    captions = new Set(next.guard?.captions);
    if (standing !== 'changed') standing = now;
  };
  return {
    guarding: () => guarding,
    captions: () => captions,
    roots,
    isFresh: ({ apart }) => !apart && (standing === 'told' || standing === 'ahead') && values === valuesOf(roots()),
    isChanged: () => standing === 'changed',
    read() {
      standing = 'awaited';
      inner.clear();
    },
    seen() {
      values = valuesOf(roots());
    },
    include(one) {
      inner.add(new WeakRef(one));
    },
    moved() {
      standing = 'changed';
    },
    tell: (next) => take(next, standing === 'ahead' ? 'changed' : 'told'),
    learn: (next) => take(next, 'ahead'),
  };
}
