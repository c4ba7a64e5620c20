import { v } from '../../core/base/schema.ts';
import { type WaitingWaiver, waiverDraft } from '../../core/evidence/waiver.ts';
import type { EntryDraft, LedgerEntry } from '../../core/ledger/entry.ts';
import { readPayload } from '../../core/ledger/kinds/index.ts';
import { browser } from '../browser.ts';
import { LEFT_ANSWER, leftAnswer } from '../messages/from-page.ts';
import { createLedgerReader, type LedgerReader } from '../storage/ledger-reader.ts';
import { noteAsked } from './asked.ts';

/*
 * What was submitted all the same, from what would be asked to the ledger, each once. What would be kept is made ready when
 * the page is told what would be asked, and waits in the session's memory; the answer comes as a message, and lies in local
 * storage too (LEFT_ANSWER), so that a worker that was stopped in that moment finds it when it is up again.
 */

/** The versions for which something is ready, the oldest first; it stands beside, under each of them. */
const READY = 'guardReady';
const WAITING = 'guardWaiting:';
const MOST_READY = 40;
/** Entries at the end of the ledger among which one that was asked for twice is looked for. */
const LOOK_BACK = 50;

const readyList = v.pipe(v.array(v.string()), v.maxLength(MOST_READY));
const waitingShape = v.object({
  about: v.custom<WaitingWaiver['about']>(
    (value) => typeof value === 'object' && value !== null && 'findings' in value,
  ),
  subject: v.string(),
  names: v.array(v.string()),
});

export interface Waivers {
  /** A page is told that it would ask about this version. */
  ready(version: string, make: () => WaitingWaiver): void;
  /** What the person said: null goes back to the form. Rejects where it could not be kept; it may be told again. */
  answered(version: string, token: string, reason: string | null): Promise<void>;
  /** Keeps what was left while nobody listened, now and whenever something is left. */
  takeLeft(): void;
}

interface Around {
  append(draft: EntryDraft): Promise<LedgerEntry>;
  seat(): Promise<string>;
  ledger?: Pick<LedgerReader, 'head' | 'records'>;
}

export function createWaivers({ append, seat, ledger = createLedgerReader() }: Around): Waivers {
  const { session, local } = browser.storage;
  let last: Promise<unknown> = Promise.resolve();
  /** One after another: what comes twice finds what the first one did. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const next = last.then(work);
    last = next.catch(() => undefined);
    return next;
  };
  const readyVersions = async (): Promise<string[]> => {
    const stored = v.safeParse(readyList, (await session.get(READY))[READY]);
    return stored.success ? stored.output : [];
  };
  /** Nothing where nothing of this version was found here, or nothing of it may be kept. */
  const keep = async (version: string, once: string, reason: string): Promise<void> => {
    const at = WAITING + version;
    const waiting = v.safeParse(waitingShape, (await session.get(at))[at]);
    if (!waiting.success || (await isKept(ledger, once))) return;
    const by = { actor: await seat(), capturedAt: new Date().toISOString() };
    await append(waiverDraft(waiting.output, { reason, once, ...by }));
  };
  const takeFor = async (version: string): Promise<void> => {
    const at = LEFT_ANSWER + version;
    const left = (await local.get(at))[at];
    if (left === undefined) return;
    const read = v.safeParse(leftAnswer, left);
    if (read.success) {
      await noteAsked(version);
      await keep(version, read.output.token, read.output.reason);
    }
    await local.remove(at);
  };
  const take = async (): Promise<void> => {
    for (const version of await readyVersions()) await takeFor(version);
  };

  return {
    ready(version, make) {
      inTurn(async () => {
        const versions = [...(await readyVersions()).filter((one) => one !== version), version];
        const over = versions.slice(0, Math.max(0, versions.length - MOST_READY));
        await session.remove(over.map((one) => WAITING + one));
        await session.set({ [WAITING + version]: make(), [READY]: versions.slice(-MOST_READY) });
      }).catch(() => undefined);
    },
    answered: (version, token, reason) =>
      inTurn(async () => {
        await noteAsked(version);
        if (reason === null) return;
        await keep(version, token, reason);
        await local.remove(LEFT_ANSWER + version);
      }),
    takeLeft() {
      const takeInTurn = (): void => void inTurn(take).catch(() => undefined);
      local.onChanged.addListener((changes) => {
        if (Object.keys(changes).some((name) => name.startsWith(LEFT_ANSWER) && changes[name]?.newValue !== undefined))
          takeInTurn();
      });
      takeInTurn();
    },
  };
}

/** Takes away what was left in an earlier session of the browser: what would be kept is gone with it. */
export async function dropLeftAnswers(): Promise<void> {
  const left = Object.keys(await browser.storage.local.get(null)).filter((name) => name.startsWith(LEFT_ANSWER));
  if (left.length > 0) await browser.storage.local.remove(left);
}

/** Whether a waiver stands among the last entries already. */
async function isKept(ledger: Pick<LedgerReader, 'head' | 'records'>, once: string): Promise<boolean> {
  const head = await ledger.head();
  const waivers = ledger.records(head, ({ kind }) => kind === 'waiver', Math.max(0, head.sequence - LOOK_BACK));
  for await (const { entry, payload } of waivers) {
    const read = readPayload(entry, payload);
    if (read?.kind === 'waiver' && read.payload.once === once) return true;
  }
  return false;
}
