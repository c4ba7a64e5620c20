import { chinaDay } from '../../core/base/dates.ts';
import type { Progress } from '../../core/base/progress.ts';
import { fillSlots } from '../../core/base/text.ts';
import { documentUses } from '../../core/evaluation/document-uses.ts';
import { mayBeDocument } from '../../core/evaluation/standing-documents.ts';
import { tellCatalogueRemark, tellWork } from '../../core/exports/changes-words.ts';
import { typeSheet } from '../../core/exports/tables/type-sheet.ts';
import { writeWorkbook } from '../../core/exports/xlsx.ts';
import { openSheets } from '../../core/files/sheets/open.ts';
import type { CataloguePack, KeptCatalogue } from '../../core/standards/catalogue.ts';
import { type PackChange, packChanges } from '../../core/standards/changes.ts';
import { impactOf, type WorkItem } from '../../core/standards/impact.ts';
import { digestOf } from '../../core/standards/join.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { catalogueJson, parseCatalogue } from '../../core/standards/parse.ts';
import {
  type CatalogueFile,
  type CatalogueRemark,
  readCatalogueFile,
  type TableAbout,
  tableAbout,
} from '../../core/unit/catalogue-file.ts';
import { CATALOGUE_TABLE } from '../../core/unit/catalogue-table.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { subjectsOfWork, type Task, tasksOfWork } from '../../core/unit/tasks.ts';
import { usesOfUnit } from '../../core/unit/uses.ts';
import { catalogueInUse, catalogueWith, keptCatalogues } from '../storage/catalogues.ts';
import type { LedgerReader } from '../storage/ledger-reader.ts';
import { wholeFile, workbookBlob } from './bytes.ts';

/** Some of many, and how many there are in all. */
export interface Some<One> {
  count: number;
  first: One[];
}

/** A catalogue in a file beside the one in use; nothing of it is kept yet. */
export interface CataloguePreview extends Pick<CatalogueFile, 'from' | 'lost' | 'unknown'> {
  head: Pick<CataloguePack, 'id' | 'version' | 'issuedOn' | 'lapsesOn'>;
  /** Where the rows are from that do not say it; of a table. */
  source: string;
  rows: number;
  /** Rows that nobody has compared with the publisher's page. */
  unconfirmed: number;
  /** What is said of rows, in words. */
  remarks: Readonly<Record<'lost' | 'look' | 'skipped', Some<string>>>;
  /** The kept catalogue whose place it takes, and whether that says the very same. */
  earlier?: KeptCatalogue & { same: boolean };
  /** What would be said otherwise from then on, by kind. */
  changes: Readonly<Record<PackChange['kind'], Some<PackChange>>>;
  /** Its good rows, to be kept. */
  pack: Blob;
}

/** The catalogue that comes with the tool, and those that were imported. */
export interface CataloguesInUse {
  builtIn: Pick<CataloguePack, 'version' | 'issuedOn' | 'lapsesOn'> & { rows: number };
  kept: KeptCatalogue[];
}

/** Where services, the register and kept documents name standards of which a catalogue says something else. */
export interface CatalogueTouched {
  /** Where something has to be done, in words. */
  lines: Some<string>;
  /** The same as work. */
  tasks: Task[];
  /** Where nothing has to be done: what the list of work has of it is over. */
  settled: string[];
}

/** The work over catalogues of standards. */
export interface CatalogueWork {
  /**
   * Reads a catalogue beside the one in use; keeps nothing. Rejects with what `readCatalogueFile` throws.
   * @param about what a table is told to be; without it it is called like its file and is of today
   * @param read is told of the rows that were read
   */
  previewCatalogue(content: Blob, name: string, about?: TableAbout, read?: Progress): Promise<CataloguePreview>;
  /** What of ours a catalogue touches. @param pack its good rows, as the preview has them */
  catalogueTouches(pack: Blob, unit?: UnitProfile): Promise<CatalogueTouched>;
  /** What the list of work has by a kept catalogue, which is over when that is taken away; as subjects. */
  settledWithout(id: string, unit?: UnitProfile): Promise<string[]>;
  /** What is in use. Rejects with the database's own error. */
  catalogues(): Promise<CataloguesInUse>;
  /** The workbook in which a catalogue is filled in. */
  catalogueTemplate(): Promise<{ name: string; content: Blob }>;
}

const WORDS = { template: '标准目录模板.xlsx', title: '标准目录', source: '标准目录“{id}”（截至 {issued}）' } as const;

/** Lines of each kind, pieces of work, and what is over, that travel to the page: as many as a list of work takes. */
const MOST = { lines: 200, work: 2_000, settled: 20_000 };

const some = <One>(all: readonly One[], most: number): Some<One> => ({
  count: all.length,
  first: all.slice(0, most),
});

/** A broken row of a pack is not taken. */
const whatOf = (remark: CatalogueRemark): 'lost' | 'look' | 'skipped' => ('member' in remark ? 'lost' : remark.what);

export function createCatalogueWork(reader: LedgerReader, now: () => Date = () => new Date()): CatalogueWork {
  const dayNow = (): string => chinaDay(now().toISOString());
  /** Where we name standards of which another catalogue says something else than the one in use. */
  const workBy = async (after: CataloguePack, unit: UnitProfile | undefined): Promise<WorkItem[]> => {
    const documents = await documentUses(reader.allRecords(undefined, mayBeDocument));
    const ours = unit === undefined ? [] : usesOfUnit(unit, dayNow());
    return impactOf(await catalogueInUse(), after, [...ours, ...documents], dayNow());
  };
  return {
    previewCatalogue: async (content, name, about, read) => {
      const today = dayNow();
      const told = about ?? tableAbout(name.toWellFormed(), today);
      const { pack, from, lost, remarks, unknown } = await readCatalogueFile(
        await wholeFile(content, name),
        told,
        openSheets,
        read,
      );
      const [before, after, kept] = await Promise.all([catalogueInUse(), catalogueWith({ pack }), keptCatalogues()]);
      const earlier = kept.find(({ id }) => id === pack.id);
      const changes = Map.groupBy(packChanges(before, after, today), ({ kind }) => kind);
      const remarksOf = (what: 'lost' | 'look' | 'skipped'): Some<string> => {
        const { count, first } = some(
          remarks.filter((one) => whatOf(one) === what),
          MOST.lines,
        );
        return { count, first: first.map(tellCatalogueRemark) };
      };
      const changesOf = (kind: PackChange['kind']): Some<PackChange> => some(changes.get(kind) ?? [], MOST.lines);
      const { id, version, issuedOn, lapsesOn, rows } = pack;
      return {
        from,
        lost,
        unknown,
        head: { id, version, issuedOn, lapsesOn },
        source: told.source,
        rows: rows.length,
        unconfirmed: rows.filter(({ verified }) => !verified).length,
        remarks: { lost: remarksOf('lost'), look: remarksOf('look'), skipped: remarksOf('skipped') },
        ...(earlier && { earlier: { ...earlier, same: earlier.digest === digestOf(pack) } }),
        changes: {
          status: changesOf('status'),
          'replaced-by': changesOf('replaced-by'),
          gone: changesOf('gone'),
          title: changesOf('title'),
          dates: changesOf('dates'),
          new: changesOf('new'),
        },
        pack: new Blob([JSON.stringify(pack)], { type: 'application/json' }),
      };
    },
    catalogueTouches: async (blob, unit) => {
      const pack = parseCatalogue(catalogueJson(await blob.text(), WORDS.title));
      const work = await workBy(await catalogueWith({ pack }), unit);
      const needs = work.filter(({ advice }) => advice.outcome !== 'keep');
      const calm = work.filter(({ advice }) => advice.outcome === 'keep');
      const source = fillSlots(WORDS.source, { id: pack.id, issued: pack.issuedOn });
      return {
        lines: some(needs.map(tellWork), MOST.work),
        tasks: tasksOfWork(needs, { source, madeOn: dayNow() }).slice(0, MOST.work),
        settled: subjectsOfWork(calm).slice(0, MOST.settled),
      };
    },
    settledWithout: async (id, unit) =>
      subjectsOfWork(await workBy(await catalogueWith({ without: id }), unit)).slice(0, MOST.settled),
    catalogues: async () => {
      const { version, issuedOn, lapsesOn, rows } = BUILT_IN_CATALOGUE;
      return { builtIn: { version, issuedOn, lapsesOn, rows: rows.length }, kept: await keptCatalogues() };
    },
    catalogueTemplate: async () => {
      const about = { title: WORDS.title, createdAt: now().toISOString() };
      return {
        name: WORDS.template,
        content: workbookBlob(await writeWorkbook([typeSheet(CATALOGUE_TABLE, WORDS.title)], about)),
      };
    },
  };
}
