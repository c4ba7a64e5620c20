import { blobBytes } from '../../core/base/byte-source.ts';
import { chinaTime } from '../../core/base/dates.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { BACKUPS_KEPT, type BackupMade, type BackupNeed, backupNeed } from '../../core/ledger/backup-due.ts';
import type { Comparison } from '../../core/ledger/bundle/compare.ts';
import { readBundle } from '../../core/ledger/bundle/read.ts';
import type { ChainHead, Head, StoredRecord } from '../../core/ledger/entry.ts';
import { verifyChain } from '../../core/ledger/verify.ts';
import { openDatabase, whyFailed } from '../storage/database.ts';
import { type BackupPlan, device, removeDatabase, type WrittenBackup } from '../storage/device.ts';
import { createLedgerReader, type LedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import { prepareMerge } from '../storage/merging.ts';
import type { Work } from './work.ts';

/** How backups stand. */
export interface BackupState {
  how: BackupPlan['how'] | 'off';
  /** Name of the folder; '' without one. */
  folder: string;
  /** The folder may be written without asking the person first. */
  allowed: boolean;
  /** Files in it that were written as backups. */
  files: number;
  /** The newest backup, of whatever way; left out when there is none. */
  last?: BackupMade;
  /** Entries that stand here and in no backup. */
  news: number;
  need: BackupNeed;
}

/** What a rehearsal found: the backup was restored into a database of its own, looked through, and thrown away. */
export interface Rehearsal {
  name: string;
  comparison: Comparison;
  /** Left out where the backup could not be restored; `comparison` says why. */
  restored?: {
    /** Entries that came back, all in order. */
    count: number;
    /** Entries that stand here too, byte for byte the same. */
    same: number;
    /** Sequences of those that stand here and are others. */
    different: readonly number[];
    /** Of the same: their contents were redacted here since, and the backup still has them. */
    redactedSince: number;
  };
}

/** Backups without being asked for, and the rehearsal of a restore. */
export interface BackupWork {
  backupState(): Promise<BackupState>;
  /** Whether the entry with this sequence and hash stands here, and where the chain ends. */
  holds(entry: Head): Promise<{ holds: boolean; head: Head }>;
  /** How backups are made from now on; `off` ends it, and leaves the files where they are. */
  planBackup(how: BackupState['how'], folder?: FileSystemDirectoryHandle): Promise<void>;
  /** The folder that was chosen. Only a page can have the person asked for it again. */
  backupFolder(): Promise<FileSystemDirectoryHandle | undefined>;
  /** Writes a backup into the folder, reads it back and checks it. Rejects with `backup-failed` or `backup-not-allowed`. */
  backUp(unit: string): Promise<WrittenBackup>;
  /** The newest backup in the folder. Rejects with `backup-failed` when it is not there. */
  newestBackup(): Promise<File>;
  /** Restores a backup into a database that is thrown away, and compares. Writes nothing here. */
  rehearse(content: Blob, name: string, read?: (count: number) => void): Promise<Rehearsal>;
}

/** The database into which a rehearsal restores. */
const REHEARSAL = 'duibiao-rehearsal';
/** Sequences that are told of what is different. */
const TOLD = 20;

/** What the types of the platform do not know yet. */
type AskableHandle = FileSystemDirectoryHandle & {
  queryPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
};

/** Why a folder gave no service, for a person. */
const WHY: Readonly<Record<string, string>> = {
  NotFoundError: '文件夹或文件不在了，可能 U 盘没有插上',
  NotAllowedError: '浏览器没有得到写这个文件夹的许可',
  NoModificationAllowedError: '文件夹或文件不能写，可能是只读的，或正被别的程序占用',
  QuotaExceededError: '那里的空间不够',
  InvalidStateError: '文件夹在写的时候变了',
  'others-lost': '合并进来的别的电脑的证据没有都回来',
  'read-back': '写好以后再读出来，和这台电脑上的对不上',
};
const UNKNOWN = '浏览器没有说明原因';

const failed = (error: unknown): ProblemError =>
  error instanceof ProblemError
    ? error
    : new ProblemError('backup-failed', { why: WHY[error instanceof Error ? error.name : ''] ?? UNKNOWN }, error);

/** 证据包-2026-03-02.zip → 证据包-2026-03-02-090000.zip: several of a day stand beside each other. */
const withTime = (name: string, at: string): string =>
  name.replace(/(\.\w+)$/, `-${chinaTime(at).slice(11, 19).replaceAll(':', '')}$1`);

/** The work over one reader; the files are made and checked by `work`. */
export function createBackupWork(
  reader: LedgerReader,
  work: Pick<Work, 'exportFile' | 'verifyFile' | 'compareFile'>,
  { kept = device, now = () => new Date() }: { kept?: typeof device; now?: () => Date } = {},
): BackupWork {
  const folderOf = async (): Promise<Extract<BackupPlan, { how: 'folder' }>> => {
    const plan = await kept.get('backup');
    if (plan?.how !== 'folder') throw new ProblemError('backup-not-allowed');
    return plan;
  };
  const isAllowed = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
    (await (folder as AskableHandle).queryPermission({ mode: 'readwrite' })) === 'granted';

  /** Writes a file and looks whether it holds what stands here. */
  const write = async (folder: FileSystemDirectoryHandle, unit: string): Promise<WrittenBackup> => {
    const at = now().toISOString();
    const made = await work.exportFile('bundle', unit);
    const name = withTime(made.name, at);
    const handle = await folder.getFileHandle(name, { create: true });
    try {
      // It comes under its name only when all of it is written.
      await made.content.stream().pipeTo(await handle.createWritable());
      const report = await work.verifyFile(await handle.getFile(), name).catch(() => undefined);
      const head = report?.ok ? report.chains[0]?.head : undefined;
      const [here] = head === undefined ? [] : await reader.at([head.sequence]);
      if (head === undefined || here?.hash !== head.hash)
        throw new ProblemError('backup-failed', { why: WHY['read-back'] ?? '' });
      return { name, at, sequence: head.sequence, hash: head.hash };
    } catch (error) {
      await folder.removeEntry(name).catch(() => undefined);
      throw error;
    }
  };

  return {
    async backupState() {
      const [head, plan, exported] = await Promise.all([reader.head(), kept.get('backup'), reader.lastExport()]);
      const files = plan?.how === 'folder' ? plan.files : [];
      const made: BackupMade[] = [
        ...files.slice(-1),
        ...(exported === undefined ? [] : [{ at: exported.registeredAt, sequence: exported.sequence }]),
      ];
      const last = made.reduce<BackupMade | undefined>(
        (best, one) => (best === undefined || one.sequence > best.sequence ? one : best),
        undefined,
      );
      // What was restored since may be shorter than what was backed up before.
      const news = Math.max(0, head.sequence - (last?.sequence ?? 0));
      return {
        how: plan?.how ?? 'off',
        folder: plan?.how === 'folder' ? plan.folder.name : '',
        allowed: plan?.how === 'folder' && (await isAllowed(plan.folder)),
        files: files.length,
        ...(last && { last: { at: last.at, sequence: last.sequence } }),
        news,
        need: backupNeed(last, news, now().toISOString()),
      };
    },
    async holds({ sequence, hash }) {
      const [here] = await reader.at([sequence]);
      const head = await reader.head();
      return { holds: here?.hash === hash, head: { sequence: head.sequence, hash: head.hash } };
    },
    async planBackup(how, folder) {
      if (how === 'folder' && folder === undefined) throw new ProblemError('backup-not-allowed');
      await kept.change('backup', () =>
        how === 'off'
          ? undefined
          : how === 'downloads' || folder === undefined
            ? { how: 'downloads' }
            : { how, folder, files: [] },
      );
    },
    async backupFolder() {
      const plan = await kept.get('backup');
      return plan?.how === 'folder' ? plan.folder : undefined;
    },
    async backUp(unit) {
      const { folder } = await folderOf();
      if (!(await isAllowed(folder))) throw new ProblemError('backup-not-allowed');
      try {
        const written = await write(folder, unit);
        const old: WrittenBackup[] = [];
        await kept.change('backup', (plan) => {
          if (plan?.how !== 'folder') return plan;
          const files = [...plan.files, written];
          old.push(...files.slice(0, -BACKUPS_KEPT));
          return { ...plan, files: files.slice(-BACKUPS_KEPT) };
        });
        for (const { name } of old) await folder.removeEntry(name).catch(() => undefined);
        return written;
      } catch (error) {
        throw failed(error);
      }
    },
    async newestBackup() {
      const { folder, files } = await folderOf();
      try {
        const [newest] = files.slice(-1);
        if (newest === undefined) throw new DOMException('', 'NotFoundError');
        return await (await folder.getFileHandle(newest.name)).getFile();
      } catch (error) {
        throw failed(error);
      }
    },
    async rehearse(content, name, read) {
      const comparison = await work.compareFile(content, name, read);
      if (comparison.hindrance !== undefined) return { name, comparison };
      await removeDatabase(REHEARSAL);
      const opened = await openDatabase(REHEARSAL);
      try {
        const { bundle } = comparison;
        const connect = () => Promise.resolve(opened);
        const note = {
          kind: 'note' as const,
          factOn: '',
          capturedAt: now().toISOString(),
          ...{ actor: '', subject: '', indicators: [], payload: { text: '' } },
        };
        const writer = createLedgerWriter(connect);
        await writer.restore(
          readBundle(blobBytes(content, name), name),
          { ...bundle.head, name, fingerprint: bundle.fingerprint },
          () => note,
        );
        await writer.settled();
        const back = createLedgerReader(connect);
        if (bundle.chains > 1) {
          const prepared = await prepareMerge(back, [{ name, content }], { now: note.capturedAt });
          await writer.merge(prepared, note);
          await writer.settled();
          const there = new Set((await back.others()).map(({ hash }) => hash));
          const lost = bundle.report.chains.slice(1).filter(({ head }) => head.sequence > 0 && !there.has(head.hash));
          if (lost.length > 0) throw new ProblemError('rehearsal-failed', { why: WHY['others-lost'] ?? '' });
        }
        const report = await verifyChain(bundle.head.chain, back.stored(bundle.head), { expected: bundle.head });
        if (report.fault !== undefined) throw new ProblemError('rehearsal-failed', { why: report.fault.message });
        return { name, comparison, restored: { count: report.count, ...(await beside(back, reader, bundle.head)) } };
      } catch (error) {
        if (error instanceof ProblemError) throw error;
        throw new ProblemError('rehearsal-failed', { why: whyFailed(error) }, error);
      } finally {
        opened.close();
        await removeDatabase(REHEARSAL).catch(() => undefined);
      }
    },
  };
}

/** What came back, entry by entry beside what stands here. */
async function beside(
  back: LedgerReader,
  here: LedgerReader,
  upTo: ChainHead,
): Promise<Omit<NonNullable<Rehearsal['restored']>, 'count'>> {
  const own = await here.head();
  const found = { same: 0, redactedSince: 0, different: [] as number[] };
  if (own.chain !== upTo.chain) return found;
  const end = { ...upTo, sequence: Math.min(own.sequence, upTo.sequence) };
  const ours = eachOf(here.stored(end));
  let sequence = 0;
  for await (const theirs of eachOf(back.stored(end))) {
    sequence += 1;
    const { value } = await ours.next();
    if (value === undefined || !isEqual(value.entry, theirs.entry)) found.different.push(sequence);
    else {
      found.same += 1;
      if (value.payload === undefined && theirs.payload !== undefined) found.redactedSince += 1;
    }
  }
  return { ...found, different: found.different.slice(0, TOLD) };
}

async function* eachOf(batches: AsyncIterable<readonly StoredRecord[]>): AsyncGenerator<StoredRecord, undefined> {
  for await (const batch of batches) yield* batch;
  return undefined;
}

/** The entry binds its payload and blobs by digest, and both sides were checked against it. */
const isEqual = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
