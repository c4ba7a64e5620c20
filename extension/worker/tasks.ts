import { chinaDay } from '../../core/base/dates.ts';
import { fillSlots } from '../../core/base/text.ts';
import { mayBeServiceDocument, serviceDocuments } from '../../core/evaluation/service-documents.ts';
import { tasksWorkbook } from '../../core/exports/tasks-xlsx.ts';
import { tellServiceChange } from '../../core/unit/change-words.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { type ServiceChange, serviceChanges, withListedServices } from '../../core/unit/service-changes.ts';
import type { TakenTables } from '../../core/unit/take-tables.ts';
import { type Task, tasksOfServiceChanges, topicsOfListed } from '../../core/unit/tasks.ts';
import type { LedgerReader } from '../storage/ledger-reader.ts';
import { workbookBlob } from './bytes.ts';

/** What a list of services changes, each in words and with the work that it makes, and the topics of what it has. */
export interface ServiceWork {
  changes: { kind: ServiceChange['kind']; text: string; tasks: Task[] }[];
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
    const documents =
      changes.length === 0 ? [] : await serviceDocuments(reader.allRecords(undefined, mayBeServiceDocument));
    const madeOn = chinaDay(now().toISOString());
    const tasks = tasksOfServiceChanges(changes, after, documents, { source: source.toWellFormed(), madeOn });
    return {
      changes: changes.map((change, at) => ({
        kind: change.kind,
        text: tellServiceChange(change),
        tasks: tasks[at] ?? [],
      })),
      listed: topicsOfListed(after),
    };
  },
  tasksTable: async (tasks, unit) => {
    const createdAt = now().toISOString();
    const day = chinaDay(createdAt);
    const bytes = await tasksWorkbook(tasks, { unit, day, createdAt });
    return { name: fillSlots(WORDS.table, { day }), content: workbookBlob(bytes) };
  },
});
