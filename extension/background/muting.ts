import { v } from '../../core/base/schema.ts';
import type { Finding } from '../../core/check/run.ts';
import { groupOf } from '../../core/check/summary.ts';
import { browser } from '../browser.ts';
import type { MuteScope } from '../messages/settings.ts';
import type { ReadyView } from '../messages/view.ts';
import { originOf } from './addresses.ts';

/*
 * 下次别提醒这个: what a person at this computer does not want to be reminded of. It is a setting of the panel alone: the run
 * that is kept is never changed by it, and what is muted is counted and can be unfolded.
 */

const MUTED = 'muted';
/** The oldest are forgotten first: they are told again, which does no harm. */
const MOST_MUTED = 2_000;

const short = v.pipe(v.string(), v.maxLength(400));
const muted = v.variant('scope', [
  /** One finding of one document. */
  v.strictObject({ scope: v.literal('document'), finding: short }),
  /** What one rule advises on one kind of form at one address. */
  v.strictObject({ scope: v.literal('form'), rule: short, form: short }),
]);
const mutedList = v.pipe(v.array(muted), v.maxLength(MOST_MUTED));
type Muted = v.InferOutput<typeof muted>;

/** What of a view is needed to tell what is muted in it. */
type Judged = Pick<ReadyView, 'url' | 'document' | 'run'>;

async function load(): Promise<Muted[]> {
  const stored = v.safeParse(mutedList, (await browser.storage.local.get(MUTED))[MUTED]);
  return stored.success ? stored.output : [];
}

/** One change after another: two at once would lose one. */
let last: Promise<unknown> = Promise.resolve();
function change(how: (all: Muted[]) => Muted[]): Promise<void> {
  const next = last.then(async () => {
    await browser.storage.local.set({ [MUTED]: how(await load()).slice(-MOST_MUTED) });
  });
  last = next.catch(() => undefined);
  return next;
}

/** The same form: of one address, recognised by the same reader as the same kind of document. */
const formOf = ({ url, document: { reader, kind, kindWord } }: Judged): string =>
  [originOf(url) ?? '', reader.id, kind, kindWord].join(' ').slice(0, 400);

/** Only advice may be muted beyond the document: what must be changed is told again in the next one. */
const isAdvice = (finding: Finding): boolean => groupOf(finding) === 'look';

/** Whether the person is asked for something here at all: what waits for a later step, or was passed, reminds of nothing. */
const reminds = (finding: Finding): boolean => ['must', 'look', 'unread'].includes(groupOf(finding) ?? '');

const sameAs =
  (one: Muted) =>
  (other: Muted): boolean =>
    one.scope === 'document'
      ? other.scope === 'document' && one.finding === other.finding
      : other.scope === 'form' && one.rule === other.rule && one.form === other.form;

/** Ids of the findings of a view that a person has muted. */
export async function mutedIn(view: Judged): Promise<string[]> {
  const all = await load();
  if (all.length === 0) return [];
  const form = formOf(view);
  const ids = new Set(all.flatMap((one) => (one.scope === 'document' ? [one.finding] : [])));
  const rules = new Set(all.flatMap((one) => (one.scope === 'form' && one.form === form ? [one.rule] : [])));
  return view.run.findings
    .filter((finding) => reminds(finding) && (ids.has(finding.id) || (isAdvice(finding) && rules.has(finding.rule))))
    .map((finding) => finding.id);
}

/**
 * Mutes a finding of a view: in this document, or the advice of its rule on this form. Does nothing for a finding that the
 * view does not have, or that may not be muted so far.
 */
export async function mute(view: Judged, id: string, scope: MuteScope): Promise<void> {
  const finding = view.run.findings.find((one) => one.id === id);
  if (finding === undefined || !reminds(finding) || (scope === 'form' && !isAdvice(finding))) return;
  const added: Muted =
    scope === 'form' ? { scope, rule: finding.rule, form: formOf(view) } : { scope, finding: finding.id };
  const isSame = sameAs(added);
  await change((all) => [...all.filter((one) => !isSame(one)), added]);
}

/** Reminds of a finding again, however it was muted. */
export async function unmute(view: Judged, id: string): Promise<void> {
  const finding = view.run.findings.find((one) => one.id === id);
  const form = formOf(view);
  await change((all) =>
    all.filter((one) =>
      one.scope === 'document' ? one.finding !== id : one.rule !== finding?.rule || one.form !== form,
    ),
  );
}
