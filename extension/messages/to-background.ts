import { v } from '../../core/base/schema.ts';
import { VERDICTS } from '../../core/check/verdicts.ts';
import { isInstant } from '../../core/ledger/doubts.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import { fitsVersion } from '../../core/ledger/kind.ts';
import { MOST_LINES } from '../../core/ledger/kinds/evidence.ts';
import { EXPORT_FORMS } from '../../core/ledger/kinds/export.ts';
import { type CheckpointPayload, type EvidencePayload, KINDS, versionNow } from '../../core/ledger/kinds/index.ts';
import type { Understood } from '../../core/readers/taught/look.ts';
import { type Mapping, mappedFields } from '../../core/readers/taught/mapping.ts';
import type { TriedField } from '../../core/readers/taught/teach.ts';
import { LINK_WAYS } from '../../core/records/kept-record.ts';
import type { RulePack } from '../../core/rules/own/pack.ts';
import type { KeptCatalogue } from '../../core/standards/catalogue.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import type { AddedTasks } from '../../core/unit/task-list.ts';
import { type Task, taskSaidSchema, taskSchema } from '../../core/unit/tasks.ts';
import type { MessageTable } from './message.ts';
import {
  type Addresses,
  type AddressMode,
  type GuardMode,
  MUTE_SCOPES,
  REDACTED,
  REMARK_LENGTH,
  type RuleLine,
  SEAT_LENGTH,
  type Settings,
} from './settings.ts';
import { LONGEST_PATH, MOST_PATHS, type TeachingOn } from './teaching.ts';
import { marking } from './to-page.ts';
import type { TabView } from './view.ts';

/** An answer of the background: it comes from a process of ours. How it travels is checked (`ask`); inside, its type is enough. */
const ours = <Answer>() => v.custom<Answer>(() => true);

const nothing = v.strictObject({});
const tabId = v.pipe(v.number(), v.safeInteger());
/** What a person typed, or what a file is called: half a character in it, which nothing of ours can keep, is made whole. */
const text = (most: number) =>
  v.pipe(
    v.string(),
    v.maxLength(most),
    v.transform((value) => value.toWellFormed()),
  );

/** One thing that a person says of an entry: it says something. */
const sentence = (most: number) => v.pipe(text(most), v.trim(), v.nonEmpty());
const sequence = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
/** What a person says of something that is on no page. Whether it is finished is judged with the sentences for it. */
const entered = { title: text(500), factOn: text(40), indicators: v.pipe(v.array(text(20)), v.maxLength(100)) };
/** What our worker read of a file: of the shape in which evidence is written now. */
const fileEntry = v.strictObject({
  factOn: text(40),
  subject: text(500),
  indicators: entered.indicators,
  payload: v.custom<EvidencePayload>((value) => fitsVersion(KINDS.evidence, versionNow('evidence'), value)),
});

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

/** How long evidence holds, and which earlier one it renews. */
const validity = {
  validTo: v.exactOptional(text(40)),
  renews: v.exactOptional(v.strictObject({ chain: text(1_100), sequence, hash: digest })),
};
/** Bundles that are merged at once. */
export const MOST_BUNDLES = 100;

/** Pieces of work that one import may bring: more than the list holds, so that it can tell how many had no room. */
const MOST_ADDED = 20_000;

/** A record as a person filled it in: what stands in its boxes, its lines, and the earlier entries that it belongs to. */
const filledRecord = v.strictObject({
  type: text(100),
  values: v.pipe(v.array(v.strictObject({ box: text(40), text: text(4_000) })), v.maxLength(100)),
  table: v.optional(v.pipe(v.array(v.pipe(v.array(text(4_000)), v.maxLength(40))), v.maxLength(MOST_LINES))),
  links: v.pipe(
    v.array(
      v.strictObject({
        to: v.strictObject({
          chain: v.pipe(v.string(), v.maxLength(1_000)),
          sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
          hash: digest,
        }),
        how: v.picklist(LINK_WAYS),
      }),
    ),
    v.maxLength(100),
  ),
});

/** A bundle with its one chain, as it was compared. */
const restoreTarget = v.strictObject({
  name: text(300),
  fingerprint: digest,
  chain: v.pipe(v.string(), v.maxLength(1_000)),
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  hash: digest,
});

/** Everything that a page of ours asks of the background. One line a message: what goes in, what comes back. */
export const TO_BACKGROUND = {
  /** The view of a tab, from memory; never reads the page. */
  view: { ask: v.strictObject({ tabId }), answer: ours<TabView>() },
  /** Reads and checks the tab now; with `join` a reading that is under way will do. */
  check: { ask: v.strictObject({ tabId, join: v.exactOptional(v.boolean()) }), answer: ours<TabView>() },
  /** Empties what was collected of the register in a tab, and reads the page that is shown anew. */
  startOver: { ask: v.strictObject({ tabId }), answer: ours<TabView>() },
  /** Marks places of the page, in the stead of those marked before; tells how many are still there. */
  show: { ask: v.strictObject({ tabId, ...marking.entries }), answer: ours<{ shown: number }>() },
  hideMarks: { ask: v.strictObject({ tabId }), answer: ours<null>() },
  /** Stops reminding of a finding that is shown, or reminds of it again; the view tells what is muted. */
  mute: { ask: v.strictObject({ tabId, id: text(100), scope: v.picklist(MUTE_SCOPES) }), answer: ours<TabView>() },
  /** Keeps what a person decided about a finding that is shown; null takes it back. The view tells how it stands then. */
  decide: {
    ask: v.strictObject({
      tabId,
      id: text(100),
      verdict: v.nullable(v.picklist(VERDICTS)),
      reason: text(REMARK_LENGTH),
      who: text(100),
      until: text(10),
    }),
    answer: ours<TabView>(),
  },
  /** The newest verdict on each finding, as the file that the command line takes, and how many there are. */
  verdictFile: { ask: nothing, answer: ours<{ text: string; count: number }>() },
  unmute: { ask: v.strictObject({ tabId, id: text(100) }), answer: ours<TabView>() },
  /**
   * Keeps the run that is shown. The run id makes sure that it is the one the person saw. `confirmed`: the person said
   * yes to the question about its secrecy.
   */
  keep: {
    ask: v.strictObject({ tabId, runId: text(100), confirmed: v.exactOptional(v.literal(true)) }),
    answer: ours<LedgerEntry>(),
  },
  /** Appends a rating (typed in the workbench). What it may say is judged by the ledger's own schema. */
  rate: {
    ask: v.strictObject({
      scorecard: text(100),
      indicator: text(100),
      score: v.nullable(v.number()),
      reason: text(20_000),
    }),
    answer: ours<LedgerEntry>(),
  },
  /** Puts an earlier piece of evidence right (of this computer's chain, or of one that was taken in): takes it back (`withdrawn`), lets it stand again (false), or gives it other indicators. */
  correct: {
    ask: v.strictObject({
      sequence,
      chain: v.exactOptional(text(1_100)),
      hash: v.exactOptional(digest),
      withdrawn: v.exactOptional(v.boolean()),
      indicators: v.exactOptional(v.pipe(v.array(text(100)), v.maxLength(200))),
      reason: sentence(REMARK_LENGTH),
    }),
    answer: ours<LedgerEntry>(),
  },
  /** Appends a note about an earlier entry. */
  annotate: { ask: v.strictObject({ sequence, text: sentence(REMARK_LENGTH) }), answer: ours<LedgerEntry>() },
  /** Drops what an earlier entry carries, its bytes alone or its contents too, and says so. */
  redact: {
    ask: v.strictObject({ sequence, what: v.picklist(REDACTED), reason: sentence(REMARK_LENGTH) }),
    answer: ours<LedgerEntry>(),
  },
  /** Appends a checkpoint that was made and signed in our worker. */
  checkpoint: {
    ask: v.custom<CheckpointPayload>((value) => fitsVersion(KINDS.checkpoint, versionNow('checkpoint'), value)),
    answer: ours<LedgerEntry>(),
  },
  /** Notes that something was handed out, and in which form. */
  noteExport: {
    ask: v.strictObject({ name: text(300), form: v.picklist(EXPORT_FORMS), fingerprint: text(64) }),
    answer: ours<LedgerEntry>(),
  },
  /**
   * Keeps a paper, an address, a note or a file that a person entered in the workbench. `content` and `photo` are bytes in
   * base64.
   */
  addPaper: {
    ask: v.strictObject({
      ...{ ...entered, ...validity, cabinet: text(200), box: text(200), stub: text(200), remark: text(2_000) },
      photo: v.exactOptional(v.string()),
    }),
    answer: ours<LedgerEntry>(),
  },
  addLink: {
    ask: v.strictObject({ ...entered, ...validity, address: text(2_000), remark: text(2_000) }),
    answer: ours<LedgerEntry>(),
  },
  addNote: { ask: v.strictObject({ ...entered, text: text(20_000) }), answer: ours<LedgerEntry>() },
  addFile: {
    ask: v.strictObject({
      ...{ ...entered, ...validity, remark: text(2_000), entry: fileEntry },
      content: v.exactOptional(v.string()),
    }),
    answer: ours<LedgerEntry>(),
  },
  /** Keeps a record that offices keep, as a person filled it in. Whether it can be kept is judged with the sentences for it. */
  addRecord: {
    ask: v.strictObject({
      record: filledRecord,
      factOn: entered.factOn,
      indicators: entered.indicators,
      remark: text(2_000),
    }),
    answer: ours<LedgerEntry>(),
  },
  /** Restores a bundle that is held out under a ticket: what the person was shown of it, and agreed to. */
  restore: {
    ask: v.strictObject({ ticket: text(100), target: restoreTarget }),
    answer: ours<LedgerEntry>(),
  },
  /** Takes in the chains of bundles that are held out under tickets; null where nothing of them was missing here. */
  merge: {
    ask: v.strictObject({
      files: v.pipe(v.array(v.strictObject({ ticket: text(100), name: text(300) })), v.maxLength(MOST_BUNDLES)),
      now: v.pipe(v.string(), v.check(isInstant)),
      witnesses: v.pipe(
        v.array(
          v.strictObject({
            hash: digest,
            sequence: v.exactOptional(sequence),
            seat: v.exactOptional(text(SEAT_LENGTH)),
          }),
        ),
        v.maxLength(MOST_BUNDLES),
      ),
      agreed: v.pipe(v.array(text(2_000)), v.maxLength(MOST_BUNDLES)),
    }),
    answer: ours<LedgerEntry | null>(),
  },
  /** Takes back a restore that is not done. */
  dropRestore: { ask: nothing, answer: ours<null>() },
  /** Validates and keeps a unit profile; the old one stays when it is wrong. Its size is judged there, with the sentence for files. */
  importUnit: { ask: v.strictObject({ name: text(300), text: v.string() }), answer: ours<UnitProfile>() },
  /** Keeps which service of the profile a name on a page means ('' for none of those that were offered), and checks anew. */
  sayOfName: { ask: v.strictObject({ tabId, name: text(500), service: text(500) }), answer: ours<TabView>() },
  /** The work that changes make. */
  tasks: { ask: nothing, answer: ours<Task[]>() },
  /** Puts work into its list, and ends what `listed` (topics of a list of services) takes back and what `settled` (subjects) needs no more; tells how many had no room. */
  addTasks: {
    ask: v.strictObject({
      tasks: v.pipe(v.array(taskSchema), v.maxLength(MOST_ADDED)),
      listed: v.pipe(v.array(text(1_500)), v.maxLength(MOST_ADDED)),
      settled: v.exactOptional(v.pipe(v.array(text(4_000)), v.maxLength(MOST_ADDED))),
    }),
    answer: ours<Omit<AddedTasks, 'tasks'>>(),
  },
  /** Keeps who does a piece of work, by when, and how it ended. */
  setTask: { ask: v.strictObject({ id: text(16), ...taskSaidSchema.entries }), answer: ours<null>() },
  /** Takes work out of the list. */
  removeTasks: {
    ask: v.strictObject({ ids: v.pipe(v.array(text(16)), v.maxLength(MOST_ADDED)) }),
    answer: ours<null>(),
  },
  /** Takes the unit's profile away again. */
  removeUnit: { ask: nothing, answer: ours<null>() },
  /** Validates and keeps a catalogue pack (JSON) that is held out under a ticket, in the stead of an earlier one with its id; a wrong one changes nothing. */
  importCatalogue: { ask: v.strictObject({ ticket: text(100), name: text(300) }), answer: ours<KeptCatalogue>() },
  /** Takes an imported catalogue pack away. */
  removeCatalogue: { ask: v.strictObject({ id: text(500) }), answer: ours<null>() },
  /** The rules that everybody has, in their order. */
  rules: { ask: nothing, answer: ours<RuleLine[]>() },
  /** Validates and keeps a pack of the unit's own rules, in the stead of an earlier one with its id; a wrong one changes nothing. */
  importRules: { ask: v.strictObject({ name: text(300), text: v.string() }), answer: ours<RulePack>() },
  /** Takes an imported pack away. */
  removeRules: { ask: v.strictObject({ id: text(100) }), answer: ours<null>() },
  /** Validates and keeps a taught form, in the stead of an earlier one with its id; a wrong one changes nothing. */
  importMapping: { ask: v.strictObject({ name: text(300), text: v.string() }), answer: ours<Mapping>() },
  /** Takes a taught form away. */
  removeMapping: { ask: v.strictObject({ id: text(100) }), answer: ours<null>() },
  /** Lets a person point at the page; pointing begins with the port (`TEACH_PORT`) that is opened behind this. */
  beginTeaching: { ask: v.strictObject({ tabId }), answer: ours<TeachingOn>() },
  /** What the person may have meant by pointing there, the likeliest first. */
  lookAt: {
    ask: v.strictObject({
      tabId,
      frame: text(100),
      paths: v.pipe(v.array(text(LONGEST_PATH)), v.maxLength(MOST_PATHS)),
      fields: mappedFields,
    }),
    answer: ours<Understood[]>(),
  },
  /** What would be read by these fields. */
  tryTaught: { ask: v.strictObject({ tabId, fields: mappedFields }), answer: ours<TriedField[]>() },
  /** Keeps what was taught about the form on the page. */
  keepTaught: {
    ask: v.strictObject({ tabId, id: text(100), name: text(300), fields: mappedFields }),
    answer: ours<Mapping>(),
  },
  /** The structure of the page as JSON, all that it says blanked, for somebody who writes a reader. */
  describePage: { ask: v.strictObject({ tabId }), answer: ours<string>() },
  /** The unit's profile, when one was imported, the seat's label, and the unit's own rules. */
  settings: { ask: nothing, answer: ours<Settings>() },
  /** The seat's label, stamped on entries. */
  setSeat: { ask: v.strictObject({ seat: text(SEAT_LENGTH) }), answer: ours<null>() },
  /** Tells the background that an address was allowed or taken back, so that it (un)registers the content script. */
  addressesChanged: { ask: nothing, answer: ours<Addresses>() },
  /** When the page with this address is read. */
  addressMode: { ask: v.strictObject({ url: text(100_000) }), answer: ours<AddressMode>() },
  /** Switches the address of this page off, or takes that back. */
  setAddressOff: { ask: v.strictObject({ url: text(100_000), off: v.boolean() }), answer: ours<Addresses>() },
  /** Whether submitting is guarded at the address of this page. */
  guardMode: { ask: v.strictObject({ url: text(100_000) }), answer: ours<GuardMode>() },
  /** Switches that off, or takes it back. */
  setGuardOff: { ask: v.strictObject({ url: text(100_000), off: v.boolean() }), answer: ours<Addresses>() },
} as const satisfies MessageTable;
export type ToBackground = typeof TO_BACKGROUND;
