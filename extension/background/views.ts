import type { Problem } from '../../core/base/problems.ts';
import { v } from '../../core/base/schema.ts';
import type { CheckedRegister } from '../../core/check/checked-register.ts';
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
  /** The register that was collected in a tab, be it shown or was something else opened since. */
  register(tabId: number): Promise<CheckedRegister | undefined>;
  /** Forgets what was collected in a tab. */
  startOver(tabId: number): Promise<void>;
  forget(tabId: number): Promise<void>;
  forgetAll(): Promise<void>;
}

/** Before the number of its tab. */
const VIEW = 'view:';
/** Before the number of the tab whose register was put aside: a document was opened out of it. */
const ASIDE = 'register:';

/** What this version made as a whole is not judged part by part: that it is one, and of the members that are asked first. */
const part = <Whole>(...members: (keyof Whole & string)[]) =>
  v.custom<Whole>(
    (value) => typeof value === 'object' && value !== null && members.every((member) => Object.hasOwn(value, member)),
  );

const tab = { tabId: v.number(), url: v.string() };
const found = { ...tab, standing: v.boolean() };
const standards = part<StandardsOnPage>('hasUnit', 'services', 'cited', 'catalogueOn');

const keptAs = v.exactOptional(
  v.strictObject({
    sequence: v.number(),
    registeredAt: v.string(),
    indicators: v.array(v.string()),
    withdrawn: v.exactOptional(v.literal(true)),
  }),
);
const register = part<CheckedRegister>('kind', 'name', 'place', 'columns', 'rows', 'read', 'page', 'runId');

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
    state: v.literal('register'),
    pageTitle: v.string(),
    standards,
    register,
    unread: v.array(v.string()),
    keptAs,
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
    keptAs,
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
  const aside = (tabId: number): string => `${ASIDE}${tabId}`;
  const read: Views['read'] = async (tabId) =>
    readStored((await storage.session.get(slot(tabId)))[slot(tabId)], version);
  return {
    read,
    async all() {
      const kept = Object.values(await storage.session.get(null));
      return kept.flatMap((stored) => readStored(stored, version) ?? []);
    },
    async keep(view) {
      const [at, beside] = [slot(view.tabId), aside(view.tabId)];
      const before = view.state === 'register' ? undefined : await read(view.tabId);
      // A document that is opened out of a list does not lose what was collected of it.
      if (before?.state === 'register') await storage.session.set({ [beside]: { version, register: before.register } });
      await storage.session.set({ [at]: { version, view } }).catch(() => storage.session.remove(at));
      if (view.state === 'register') await storage.session.remove(beside);
    },
    async register(tabId) {
      const shown = await read(tabId);
      if (shown?.state === 'register') return shown.register;
      const stored = (await storage.session.get(aside(tabId)))[aside(tabId)];
      const result = v.safeParse(v.strictObject({ version: v.literal(version), register }), stored);
      return result.success ? result.output.register : undefined;
    },
    async startOver(tabId) {
      await storage.session.remove(aside(tabId));
      if ((await read(tabId))?.state === 'register') await storage.session.remove(slot(tabId));
    },
    forget: (tabId) => storage.session.remove([slot(tabId), aside(tabId)]),
    async forgetAll() {
      const names = Object.keys(await storage.session.get(null));
      await storage.session.remove(names.filter((name) => name.startsWith(VIEW) || name.startsWith(ASIDE)));
    },
  };
}
