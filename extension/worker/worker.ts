import { expose } from 'comlink';
import { type Problem, problemOf } from '../../core/base/problems.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { type BackupWork, createBackupWork } from './backup.ts';
import { type CatalogueWork, createCatalogueWork } from './catalogues.ts';
import { createIntegrityWork } from './integrity.ts';
import { createRecordWork, type RecordWork } from './records.ts';
import { createSearchWork, type SearchWork } from './search.ts';
import { createTaskWork, type TaskWork } from './tasks.ts';
import { createUnitWork, type UnitWork } from './unit-tables.ts';
import { createWork, type Work } from './work.ts';

/** An error would lose its problem on the way to the page: it travels as a value. */
export type Reply<Answer> = { ok: true; value: Answer } | { ok: false; problem: Problem };

const answered = async <Answer>(work: Promise<Answer>): Promise<Reply<Answer>> => {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    return { ok: false, problem: problemOf(error) };
  }
};

const reader = createLedgerReader();
const work = createWork(reader);
const backups = createBackupWork(reader, work);
const integrity = createIntegrityWork(reader);
const records = createRecordWork(reader);
const units = createUnitWork(reader);
const tasks = createTaskWork(reader);
const search = createSearchWork(reader);
const catalogues = createCatalogueWork(reader);

/** What the page sees of the worker. */
const ends = {
  verify: (...given: Parameters<Work['verify']>) => answered(work.verify(...given)),
  verifyFile: (...given: Parameters<Work['verifyFile']>) => answered(work.verifyFile(...given)),
  compareFile: (...given: Parameters<Work['compareFile']>) => answered(work.compareFile(...given)),
  compareMerge: (...given: Parameters<Work['compareMerge']>) => answered(work.compareMerge(...given)),
  exportMerged: (unit: string) => answered(work.exportMerged(unit)),
  exportMerge: (...given: Parameters<Work['exportMerge']>) => answered(work.exportMerge(...given)),
  sheet: (most: number) => answered(work.sheet(most)),
  exportFile: (...given: Parameters<Work['exportFile']>) => answered(work.exportFile(...given)),
  exportRegister: (...given: Parameters<Work['exportRegister']>) => answered(work.exportRegister(...given)),
  openFile: (...given: Parameters<Work['openFile']>) => answered(work.openFile(...given)),
  backupState: () => answered(backups.backupState()),
  holds: (...given: Parameters<BackupWork['holds']>) => answered(backups.holds(...given)),
  planBackup: (...given: Parameters<BackupWork['planBackup']>) => answered(backups.planBackup(...given)),
  backupFolder: () => answered(backups.backupFolder()),
  backUp: (unit: string) => answered(backups.backUp(unit)),
  newestBackup: () => answered(backups.newestBackup()),
  makeCheckpoint: () => answered(integrity.makeCheckpoint()),
  checkpoints: (most: number) => answered(integrity.checkpoints(most)),
  checkTail: () => answered(integrity.checkTail()),
  hasSm3: () => answered(integrity.hasSm3()),
  setSm3: (on: boolean) => answered(integrity.setSm3(on)),
  checkSm3: () => answered(integrity.checkSm3()),
  rehearse: (...given: Parameters<BackupWork['rehearse']>) => answered(backups.rehearse(...given)),
  recordFindings: (...given: Parameters<RecordWork['recordFindings']>) => answered(records.recordFindings(...given)),
  recordTable: (...given: Parameters<RecordWork['recordTable']>) => answered(records.recordTable(...given)),
  readRecordTable: (...given: Parameters<RecordWork['readRecordTable']>) => answered(records.readRecordTable(...given)),
  records: (...given: Parameters<RecordWork['records']>) => answered(records.records(...given)),
  due: (...given: Parameters<RecordWork['due']>) => answered(records.due(...given)),
  belonging: (hash: string) => answered(records.belonging(hash)),
  readUnitTables: (...given: Parameters<UnitWork['readUnitTables']>) => answered(units.readUnitTables(...given)),
  unitTables: (...given: Parameters<UnitWork['unitTables']>) => answered(units.unitTables(...given)),
  coverage: (...given: Parameters<UnitWork['coverage']>) => answered(units.coverage(...given)),
  standard: (...given: Parameters<UnitWork['standard']>) => answered(units.standard(...given)),
  citing: (...given: Parameters<UnitWork['citing']>) => answered(units.citing(...given)),
  system: (...given: Parameters<UnitWork['system']>) => answered(units.system(...given)),
  systemTable: (...given: Parameters<UnitWork['systemTable']>) => answered(units.systemTable(...given)),
  coverageTable: (...given: Parameters<UnitWork['coverageTable']>) => answered(units.coverageTable(...given)),
  serviceWork: (...given: Parameters<TaskWork['serviceWork']>) => answered(tasks.serviceWork(...given)),
  tasksTable: (...given: Parameters<TaskWork['tasksTable']>) => answered(tasks.tasksTable(...given)),
  searchFor: (...given: Parameters<SearchWork['searchFor']>) => answered(search.searchFor(...given)),
  standards: (...given: Parameters<SearchWork['standards']>) => answered(search.standards(...given)),
  everywhere: (...given: Parameters<SearchWork['everywhere']>) => answered(search.everywhere(...given)),
  previewCatalogue: (...given: Parameters<CatalogueWork['previewCatalogue']>) =>
    answered(catalogues.previewCatalogue(...given)),
  catalogueTouches: (...given: Parameters<CatalogueWork['catalogueTouches']>) =>
    answered(catalogues.catalogueTouches(...given)),
  settledWithout: (...given: Parameters<CatalogueWork['settledWithout']>) =>
    answered(catalogues.settledWithout(...given)),
  catalogues: () => answered(catalogues.catalogues()),
  catalogueTemplate: () => answered(catalogues.catalogueTemplate()),
  readFile: (...given: Parameters<Work['readFile']>) => answered(work.readFile(...given)),
};
export type WorkerEnds = typeof ends;

expose(ends);
