import type { Problem } from '../../core/base/problems.ts';
import type { CheckedRegister } from '../../core/check/checked-register.ts';
import type { CheckRun } from '../../core/check/run.ts';
import type { PersonVerdict } from '../../core/check/verdicts.ts';
import type { DocumentModel } from '../../core/document/model.ts';
import type { CitedStandard, ServiceMatch } from '../../core/unit/services.ts';
import { isObject } from './message.ts';

/** What every view tells: whose it is. */
interface Tab {
  tabId: number;
  /** Address of the page; '' where the browser does not tell it. */
  url: string;
}

/** Not read yet. */
export interface IdleView extends Tab {
  state: 'idle';
}

/** The address has no permission now; a click on the toolbar button gives it. */
export interface NotAllowedView extends Tab {
  state: 'not-allowed';
}

/** A person has switched this address off: nothing is read, even when the button is pressed. */
export interface OffView extends Tab {
  state: 'off';
}

/** Being read. */
export interface ReadingView extends Tab {
  state: 'reading';
  /** What was found on this very page before: it is shown until the new view takes its place, so that nothing jumps. */
  before?: FoundView;
}

/** Reading failed. */
export interface ProblemView extends Tab {
  state: 'problem';
  problem: Problem;
}

/** What every page that was read tells. */
interface Found extends Tab {
  /** This address is read without a click (在这个地址常开). */
  standing: boolean;
}

/** A document that bears a classification: nothing of it is here, and of the address only its host. */
export interface StoppedView extends Found {
  state: 'stopped';
  /** Why it was stopped, for people. */
  reasons: string[];
}

/** The standards that a page is about. */
export interface StandardsOnPage {
  /** Whether a unit profile was imported: without one no service can be recognised. */
  hasUnit: boolean;
  /** Services that the page is about, with their standards today. */
  services: ServiceMatch[];
  /** The name of the service as the page writes it; '' where it writes none. */
  serviceName: string;
  /** Standards cited in it, with their status today. */
  cited: CitedStandard[];
  /** Day of the catalogue. */
  catalogueOn: string;
  /** What this seat is called; '' where nobody named it. */
  seat: string;
}

/** A page that is no document: a login, a list, a search. */
export interface NoDocumentView extends Found {
  state: 'no-document';
  /** The title of the page, for people. */
  pageTitle: string;
  standards: StandardsOnPage;
  /** What of it was not read, in sentences: a document may stand there. */
  unread: string[];
}

/** The ledger entry that keeps exactly what is shown; it may have been taken back since. */
export interface KeptAs {
  sequence: number;
  registeredAt: string;
  indicators: string[];
  withdrawn?: true;
}

/** A list page that is a register: its rows were read and checked, and those of the pages that were turned before. */
export interface RegisterView extends Found {
  state: 'register';
  pageTitle: string;
  standards: StandardsOnPage;
  register: CheckedRegister;
  /** What of the page was not read, in sentences. */
  unread: string[];
  keptAs?: KeptAs;
}

/** A document that was read and checked. */
export interface ReadyView extends Found {
  state: 'ready';
  /** The title of the page, for people: where the document has none. */
  pageTitle: string;
  document: DocumentModel;
  run: CheckRun;
  standards: StandardsOnPage;
  /** Ids of the findings that the person does not want to be reminded of: counted and folded away. */
  muted: string[];
  /** The newest verdict of a person on each finding of this document, also on those that are found no more. */
  verdicts: PersonVerdict[];
  keptAs?: KeptAs;
}

/** What a reading can find. */
export type FoundView = ReadyView | RegisterView | NoDocumentView | StoppedView;

/** What can be kept. */
export type KeepableView = ReadyView | RegisterView;

/** How a reading ends. */
export type SettledView = FoundView | ProblemView | NotAllowedView | OffView;

/** What the panel shows of a tab, by its state. */
export type TabView = SettledView | IdleView | ReadingView;

const STATES = [
  'ready',
  'register',
  'no-document',
  'stopped',
  'problem',
  'not-allowed',
  'off',
  'idle',
  'reading',
] as const satisfies readonly TabView['state'][];

/** Whether something is a view, by whose it is and its state. The rest of it was made by a process of ours. */
export function isView(value: unknown): value is TabView {
  if (!isObject(value)) return false;
  const { tabId, url, state } = value;
  return typeof tabId === 'number' && typeof url === 'string' && STATES.some((one) => one === state);
}

/** An address without the part behind #: a single-page application changes it within one page. */
export const pageOf = (url: string | undefined): string => url?.replace(/#.*$/, '') ?? '';

/** What stands on the screen for a view: one that is being read anew shows what was found before. */
export function shownOf(view: TabView): TabView {
  return view.state === 'reading' && view.before !== undefined ? view.before : view;
}

/** What was found on the page that is shown; undefined where nothing was. */
export function foundOf(view: TabView | undefined): FoundView | undefined {
  const shown = view && shownOf(view);
  return shown && isFound(shown) ? shown : undefined;
}

/** Whether a reading came to its end and found something. */
export function isFound(view: TabView): view is FoundView {
  return isKeepable(view) || view.state === 'no-document' || view.state === 'stopped';
}

/** Whether what a view shows can be kept: a document, or a register. */
export function isKeepable(view: TabView): view is KeepableView {
  return view.state === 'ready' || view.state === 'register';
}
