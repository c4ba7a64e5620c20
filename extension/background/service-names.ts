import { v } from '../../core/base/schema.ts';
import { nameKey, type SaidOfNames } from '../../core/unit/recognise.ts';
import { browser } from '../browser.ts';

/* What people at this computer said of the names of services on pages: asked once, and not again. */

const SAID = 'service-names';
/** The oldest are asked again. */
const MOST = 500;
const name = v.pipe(v.string(), v.maxLength(500));
const saidSchema = v.record(name, name);

/** What was said; what cannot be read was not. */
export async function saidOfNames(): Promise<SaidOfNames> {
  const stored = v.safeParse(saidSchema, (await browser.storage.local.get(SAID))[SAID]);
  return stored.success ? stored.output : {};
}

/** Keeps which service of the profile a name on a page means; '' for none of those that were offered. */
export async function sayOfName(onPage: string, service: string): Promise<void> {
  const { [nameKey(onPage)]: _, ...rest } = await saidOfNames();
  const pairs = [...Object.entries(rest), [nameKey(onPage), service] as const].slice(-MOST);
  await browser.storage.local.set({ [SAID]: Object.fromEntries(pairs) });
}
