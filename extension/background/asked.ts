import { v } from '../../core/base/schema.ts';
import { browser } from '../browser.ts';

/** Versions about which the person has answered; the oldest are forgotten first, and asked about again. */
const ASKED = 'guardAsked';
const MOST_ASKED = 200;

const askedList = v.pipe(v.array(v.string()), v.maxLength(MOST_ASKED));

/** The versions of documents about which the person has answered in this session of the browser. */
export async function askedVersions(): Promise<string[]> {
  const stored = v.safeParse(askedList, (await browser.storage.session.get(ASKED))[ASKED]);
  return stored.success ? stored.output : [];
}

/** Remembers that the person has answered about a version. */
export async function noteAsked(version: string): Promise<void> {
  const others = (await askedVersions()).filter((one) => one !== version);
  await browser.storage.session.set({ [ASKED]: [...others, version].slice(-MOST_ASKED) });
}
