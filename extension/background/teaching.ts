import { chinaDay } from '../../core/base/dates.ts';
import { ProblemError } from '../../core/base/problems.ts';
import type { PageSnapshot } from '../../core/page/snapshot.ts';
import { describePage } from '../../core/readers/describe.ts';
import { readPage } from '../../core/readers/index.ts';
import { lookAt, type Pointed, type Understood } from '../../core/readers/taught/look.ts';
import type { MappedField, Mapping } from '../../core/readers/taught/mapping.ts';
import { draftOf, type TriedField, tryMapping } from '../../core/readers/taught/teach.ts';
import { browser } from '../browser.ts';
import type { TeachingOn } from '../messages/teaching.ts';
import { captureTab } from './frames.ts';
import { inTime } from './in-time.ts';
import { loadMappings, mappings } from './mappings.ts';
import { loadSettings } from './settings.ts';

/*
 * Teaching by pointing. Nothing is held here between two questions: the page is read anew for each, and what was taught so far
 * comes with the question.
 */

const TEACH_SCRIPT = '/content-scripts/teach.js';
const PATIENCE = 20_000;
/** What was not named yet. */
const DRAFT = { id: 'draft', name: 'draft' };

/** The page of a tab. @throws ProblemError `page-not-allowed`, `teach-classified`, and those of reading */
async function snapshotOf(tabId: number): Promise<PageSnapshot> {
  const signal = new AbortController().signal;
  const late = new ProblemError('page-timeout');
  const snapshot = await inTime((over) => captureTab(tabId, { signal: over }), { patience: PATIENCE, signal, late });
  if (snapshot === undefined) throw new ProblemError('page-gone');
  if (readPage(snapshot).classified) throw new ProblemError('teach-classified');
  return snapshot;
}

const today = (): string => chinaDay(new Date().toISOString());

/** Lets a person point at the page of a tab; tells the mapping that reads it by now, to go on from there. */
export async function beginTeaching(tabId: number): Promise<TeachingOn> {
  const snapshot = await snapshotOf(tabId);
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [TEACH_SCRIPT] }).catch(() => {
    throw new ProblemError('page-gone');
  });
  const known = await loadMappings();
  const { notes } = readPage(snapshot, { mappings: known.map(({ mapping }) => mapping) });
  const id = notes.find(({ mapping }) => mapping !== undefined)?.mapping;
  const fitting = known.find(({ mapping }) => mapping.id === id);
  if (fitting === undefined) return { id: newId(), name: '', fields: [] };
  const { mapping, from } = fitting;
  // What is handed out stays as it is: one that goes before it is made.
  return { id: from === 'policy' ? newId() : mapping.id, name: mapping.name, fields: mapping.fields };
}

const newId = (): string => `form-${crypto.randomUUID().slice(0, 8)}`;

/** What a person may have meant by pointing there. @throws ProblemError `teach-nothing` */
export async function lookInTab(
  tabId: number,
  pointed: Pointed,
  fields: readonly MappedField[],
): Promise<Understood[]> {
  const understood = lookAt(await snapshotOf(tabId), pointed, fields);
  if (understood.length === 0) throw new ProblemError('teach-nothing');
  return understood;
}

/** What the page is read as by these fields. */
export async function tryInTab(tabId: number, fields: readonly MappedField[]): Promise<TriedField[]> {
  if (fields.length === 0) return [];
  const snapshot = await snapshotOf(tabId);
  return tryMapping(snapshot, draftOf(snapshot, fields, { ...DRAFT, on: today() })).fields;
}

/** Keeps a mapping of the form in a tab. @throws ProblemError `mapping-invalid`, `mappings-too-many` */
export async function keepTaught(
  tabId: number,
  { id, name, fields }: { id: string; name: string; fields: readonly MappedField[] },
): Promise<Mapping> {
  const snapshot = await snapshotOf(tabId);
  const { seat, seatNamed } = await loadSettings();
  const made = draftOf(snapshot, fields, { id, name, on: today(), ...(seatNamed && { by: seat }) });
  return mappings.keep(name, made);
}

/** The structure of the page in a tab as JSON, everything that it says blanked. */
export async function describeTab(tabId: number): Promise<string> {
  return `${JSON.stringify(describePage(await snapshotOf(tabId)), null, 1)}\n`;
}
