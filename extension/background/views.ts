import type { Problem } from '../../core/base/problems.ts';
import { v } from '../../core/base/schema.ts';
import type { CheckRun } from '../../core/check/run.ts';
import type { PersonVerdict } from '../../core/check/verdicts.ts';
import type { DocumentModel } from '../../core/document/model.ts';
import { browser } from '../browser.ts';
import type { SettledView, StandardsOnPage } from '../messages/view.ts';

/** Views of tabs in session storage, so that a stopped worker forgets nothing that the panel still shows. */
export interface Views {
  /** The view that was kept of a tab; undefined where there is none of this version. */
  read(tabId: number): Promise<SettledView | undefined>;
  /** Every view that was kept. */
  all(): Promise<SettledView[]>;
  /** Keeps a view; one that is too large for session storage is not kept, and the page is read again when it is asked for. */
  keep(view: SettledView): Promise<void>;
  forget(tabId: number): Promise<void>;
  forgetAll(): Promise<void>;
}

/** Before the number of its tab. */
const VIEW = 'view:';

/** What this version made as a whole is not judged part by part: that it is one, and of the members that are asked first. */
const part = <Whole>(...members: (keyof Whole & string)[]) =>
  v.custom<Whole>(
    (value) => typeof value === 'object' && value !== null && members.every((member) => Object.hasOwn(value, member)),
  );

const tab = { tabId: v.number(), url: v.string() };
const found = { ...tab, standing: v.boolean() };
const standards = part<StandardsOnPage>('hasUnit', 'services', 'cited', 'catalogueOn');

const settledView = v.variant('state', [
  v.strictObject({ ...tab, state: v.literal('not-allowed') }),
  v.strictObject({ ...tab, state: v.literal('off') }),
  v.strictObject({ ...tab, state: v.literal('problem'), problem: part<Problem>('code', 'message') }),
  v.strictObject({ ...found, state: v.literal('stopped'), reasons: v.array(v.string()) }),
  v.strictObject({
    ...found,
    state: v.literal('no-document'),
    pageTitle: v.string(),
    standards,
    unread: v.array(v.string()),
  }),
  v.strictObject({
    ...found,
    state: v.literal('ready'),
    pageTitle: v.string(),
    document: part<DocumentModel>('key', 'kind', 'fields', 'pairs', 'trail', 'blocks', 'notes', 'isDocument'),
    run: part<CheckRun>('runId', 'findings', 'summary', 'catalogue'),
    standards,
    muted: v.array(v.string()),
    verdicts: v.array(part<PersonVerdict>('finding', 'verdict')),
    keptAs: v.exactOptional(
      v.strictObject({
        sequence: v.number(),
        registeredAt: v.string(),
        indicators: v.array(v.string()),
        withdrawn: v.exactOptional(v.literal(true)),
      }),
    ),
  }),
]);

/**
 * A value out of session storage as a view of this version of the extension.
 * Undefined for what another version wrote, and for anything else.
 */
export function readStored(stored: unknown, version: string): SettledView | undefined {
  const result = v.safeParse(v.strictObject({ version: v.literal(version), view: settledView }), stored);
  return result.success ? result.output.view : undefined;
}

export function createViews(): Views {
  const { storage, runtime } = browser;
  const { version } = runtime.getManifest();
  const slot = (tabId: number): string => `${VIEW}${tabId}`;
  return {
    async read(tabId) {
      return readStored((await storage.session.get(slot(tabId)))[slot(tabId)], version);
    },
    async all() {
      const kept = Object.values(await storage.session.get(null));
      return kept.flatMap((stored) => readStored(stored, version) ?? []);
    },
    async keep(view) {
      const at = slot(view.tabId);
      await storage.session.set({ [at]: { version, view } }).catch(() => storage.session.remove(at));
    },
    forget: (tabId) => storage.session.remove(slot(tabId)),
    async forgetAll() {
      const names = Object.keys(await storage.session.get(null));
      await storage.session.remove(names.filter((name) => name.startsWith(VIEW)));
    },
  };
}
