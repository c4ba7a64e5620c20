import { chinaDay } from '../../core/base/dates.ts';
import { fillSlots } from '../../core/base/text.ts';
import { serviceDocuments } from '../../core/evaluation/service-documents.ts';
import { mayBeDocument } from '../../core/evaluation/standing-documents.ts';
import { tasksWorkbook } from '../../core/exports/tasks-xlsx.ts';
import { tellServiceChange } from '../../core/unit/change-words.ts';
import { joined } from '../../core/unit/follow-renames.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { changesOf, type ServiceChange, serviceChanges, withListedServices } from '../../core/unit/service-changes.ts';
import type { TakenTables } from '../../core/unit/take-tables.ts';
import { type Task, tasksOfServiceChanges, topicsOfListed } from '../../core/unit/tasks.ts';
import type { LedgerReader } from '../storage/ledger-reader.ts';
import { workbookBlob } from './bytes.ts';

/** Changes of one service, in words, and the work that they make. */
export interface ToldChange {
  changes: ServiceChange[];
  text: string;
  tasks: Task[];
  /** Of two services that are called almost alike: the same when they are one. */
  ifOne?: Omit<ToldChange, 'ifOne'>;
}

/** What a list of services changes, and the topics of what it has. */
export interface ServiceWork {
  told: ToldChange[];
  listed: string[];
}

/** The work over what changes. */
export interface TaskWork {
  /** What the list of services in a workbook changes of a profile; undefined where the workbook has no such list. */
  serviceWork(before: UnitProfile, taken: TakenTables, source: string): Promise<ServiceWork | undefined>;
  /** The list of work as a workbook. @param unit name of the unit */
  tasksTable(tasks: readonly Task[], unit: string): Promise<{ name: string; content: Blob }>;
}

const WORDS = { table: '变更清单-{day}.xlsx' } as const;

export const createTaskWork = (reader: LedgerReader, now: () => Date = () => new Date()): TaskWork => ({
  serviceWork: async (before, taken, source) => {
    const after = withListedServices(taken);
    if (after === undefined) return undefined;
    const changes = serviceChanges(before, after);
    const documents = changes.length === 0 ? [] : await serviceDocuments(reader.allRecords(undefined, mayBeDocument));
    const madeOn = chinaDay(now().toISOString());
    const from = { source: source.toWellFormed(), madeOn };
    const ifOne = changes.map(({ kind, was, item }) =>
      kind === 'near' && was && item ? changesOf(was, joined(was, item)) : [],
    );
    const work = tasksOfServiceChanges([...changes, ...ifOne.flat()], after, documents, from);
    let next = changes.length;
    const tell = (some: ServiceChange[], tasks: Task[][]): ToldChange => ({
      changes: some,
      text: some.map(tellServiceChange).join('；'),
      tasks: tasks.flat(),
    });
    const told = changes.map((change, at): ToldChange => {
      const one = ifOne[at] ?? [];
      const own = work.slice(next, next + one.length);
      next += one.length;
      return { ...tell([change], [work[at] ?? []]), ...(one.length > 0 && { ifOne: tell(one, own) }) };
    });
    return { told, listed: topicsOfListed(after) };
  },
  tasksTable: async (tasks, unit) => {
    const createdAt = now().toISOString();
    const day = chinaDay(createdAt);
    const bytes = await tasksWorkbook(tasks, { unit, day, createdAt });
    return { name: fillSlots(WORDS.table, { day }), content: workbookBlob(bytes) };
  },
});
