import { chinaDay } from '../../core/base/dates.ts';
import { type CheckOptions, checkDocument } from '../../core/check/check.ts';
import type { CheckedRegister } from '../../core/check/checked-register.ts';
import { collectRegister } from '../../core/check/register.ts';
import type { PersonVerdict } from '../../core/check/verdicts.ts';
import type { DocumentModel } from '../../core/document/model.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { readPage } from '../../core/readers/index.ts';
import { readRegister } from '../../core/readers/register/register.ts';
import { withPacks } from '../../core/rules/own/with-packs.ts';
import type { CataloguePack } from '../../core/standards/catalogue.ts';
import { nameOnPage } from '../../core/unit/recognise.ts';
import { citedStandards, servicesOn } from '../../core/unit/services.ts';
import type { FoundView } from '../messages/view.ts';
import { isAllowed } from './addresses.ts';
import { catalogueHere } from './catalogues.ts';
import { noteFits } from './mappings.ts';
import { mutedIn } from './muting.ts';
import { saidOfNames } from './service-names.ts';
import { loadSettings } from './settings.ts';

/** Characters of a page's title that are shown. */
const TITLE_LENGTH = 200;

/** What people said of the findings of the document with this key. */
export type VerdictsOn = (documentKey: string) => Promise<PersonVerdict[]>;

export interface HowToJudge {
  catalogue: CataloguePack;
  verdictsOn: VerdictsOn;
  /** What was read before of a register, in this tab. */
  collected?: CheckedRegister | undefined;
  /** Somebody waits: nothing is noted by the way. */
  quick?: boolean;
}

/** What is found in the snapshot of a tab's page: read and checked with the settings of this computer. */
export async function judge(
  tabId: number,
  snapshot: PageSnapshot,
  { catalogue, verdictsOn, collected, quick = false }: HowToJudge,
): Promise<FoundView> {
  const [{ unit, packs, mappings, seat, seatNamed }, standing] = await Promise.all([
    loadSettings(),
    isAllowed(snapshot.url),
  ]);
  const taught = { mappings: mappings.map(({ mapping }) => mapping) };
  const whole = readPage(snapshot, taught);
  const list = whole.isDocument ? undefined : readRegister(snapshot);
  // A mark of secrecy in a row is that row's, and keeps nothing of the others from being read.
  const model = list ? readPage(list.rest, taught) : whole;
  const today = chinaDay(new Date().toISOString());
  const rules = withPacks(packs.map(({ pack }) => pack));
  const options = { rules, catalogue, today, ...(unit ? { unit } : {}) };
  const run = checkDocument(model, options);
  // Of a classified document nothing is held, not even in memory that outlives this function.
  if (run.stopped) {
    const reasons = run.findings.map((finding) => finding.message);
    return { tabId, url: new URL(snapshot.url).origin, state: 'stopped', standing, reasons };
  }
  if (!quick) await noteFits(model, today);
  const standards = {
    hasUnit: unit !== undefined,
    services: unit ? servicesOn(model, unit, catalogue, today, await saidOfNames()) : [],
    serviceName: nameOnPage(model),
    cited: citedStandards(model, unit, catalogue, today),
    catalogueOn: run.catalogue.issuedOn,
    seat: seatNamed ? seat : '',
  };
  const pageTitle = snapshot.title.slice(0, TITLE_LENGTH);
  const read = { tabId, url: snapshot.url, standing, pageTitle, standards };
  if (list)
    return {
      ...read,
      state: 'register',
      register: collectRegister(list.register, collected, options),
      unread: unreadIn(whole),
    };
  if (!model.isDocument) return { ...read, state: 'no-document', unread: unreadIn(model) };
  const judged = { ...read, document: model, run };
  const [muted, verdicts] = await Promise.all([mutedIn(judged), verdictsOn(model.key)]);
  return { ...judged, state: 'ready', muted, verdicts };
}

/** What of a page was not read, or not as it was taught, each sentence once. */
function unreadIn({ notes }: DocumentModel): string[] {
  const unread = notes.filter(({ kind }) => kind === 'unreadable' || kind === 'incomplete' || kind === 'unfit');
  return [...new Set(unread.map(({ text }) => text))];
}

/** What a record is judged with that a person enters here: the unit's profile and rules, and the catalogue in use. */
export async function judgedHere(): Promise<Pick<CheckOptions, 'rules' | 'catalogue' | 'unit'>> {
  const [{ unit, packs }, catalogue] = await Promise.all([loadSettings(), catalogueHere()]);
  return { rules: withPacks(packs.map(({ pack }) => pack)), catalogue, ...(unit ? { unit } : {}) };
}
