import { beforeEach, describe, expect, it } from 'vitest';
import { sampleNote, steadyClock } from '../../core/ledger/testing.ts';
import { openDatabase } from '../storage/database.ts';
import type { BackupPlan, device } from '../storage/device.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import type { Database } from '../storage/schema.ts';
import { emptyStorage } from '../storage/testing.ts';
import { type BackupWork, createBackupWork } from './backup.ts';
import { createWork, type Work } from './work.ts';

let connect: () => Promise<Database>;
let clock: Date;
let plan: BackupPlan | undefined;

/** A folder in memory. `trouble` is the name of the error with which the next file cannot be written. */
function folderInMemory() {
  const files = new Map<string, Blob>();
  const folder = { permission: 'granted', trouble: '', damage: false };
  const handle = {
    name: '备份',
    queryPermission: async () => folder.permission,
    removeEntry: async (name: string) => void files.delete(name),
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!create && !files.has(name)) throw new DOMException('', 'NotFoundError');
      if (create) files.set(name, new Blob());
      return {
        getFile: async () => new File([files.get(name) ?? ''], name),
        createWritable: async () => {
          if (folder.trouble !== '') throw new DOMException('', folder.trouble);
          const parts: Uint8Array<ArrayBuffer>[] = [];
          return new WritableStream<Uint8Array<ArrayBuffer>>({
            write: (part) => void parts.push(part),
            close: () =>
              void files.set(name, new Blob(folder.damage ? parts.map((part) => part.slice(0, -40)) : parts)),
          });
        },
      };
    },
  };
  return { files, folder, handle: handle as unknown as FileSystemDirectoryHandle };
}

/** What belongs to the installation, in memory: a folder of a test cannot be stored. */
const kept = {
  get: async () => plan,
  change: async (_name: string, change: (before: BackupPlan | undefined) => BackupPlan | undefined) => {
    plan = change(plan);
    return plan;
  },
} as unknown as typeof device;

let work: Work;
let backups: BackupWork;
const append = async (from: number, to: number): Promise<void> => {
  const writer = createLedgerWriter(connect, undefined, steadyClock());
  for (let number = from; number <= to; number += 1) await writer.append(sampleNote(number));
  await writer.settled();
};
beforeEach(async () => {
  emptyStorage();
  const opened = openDatabase();
  connect = () => opened;
  clock = new Date('2026-03-03T01:00:00.000Z');
  plan = undefined;
  const reader = createLedgerReader(connect);
  const now = () => clock;
  work = createWork(reader, now);
  backups = createBackupWork(reader, work, { kept, now });
  await append(1, 5);
});

describe('a backup into the folder', () => {
  it('is written, read back, and then there is nothing new', async () => {
    const { files, handle } = folderInMemory();
    expect(await backups.backupState()).toEqual({
      ...{ how: 'off', folder: '', allowed: false, files: 0 },
      ...{ news: 5, need: 'late' },
    });
    await backups.planBackup('folder', handle);
    const written = await backups.backUp('青禾镇便民服务中心');
    const { hash } = await createLedgerReader(connect).head();
    expect(written).toMatchObject({ sequence: 5, hash });
    expect([...files.keys()]).toEqual([written.name]);
    expect(await work.verifyFile(await backups.newestBackup(), written.name)).toMatchObject({ ok: true });
    expect(await backups.backupState()).toEqual({
      ...{ how: 'folder', folder: '备份', allowed: true, files: 1 },
      ...{ last: { at: clock.toISOString(), sequence: 5 }, news: 0, need: 'nothing' },
    });
  });

  it('removes older backups of its own and nothing else', async () => {
    const { files, handle } = folderInMemory();
    files.set('证据包-2020-01-01.zip', new Blob(['别人的']));
    await backups.planBackup('folder', handle);
    const names: string[] = [];
    for (let day = 3; day < 15; day += 1) {
      clock = new Date(Date.UTC(2026, 2, day, 1));
      names.push((await backups.backUp('')).name);
    }
    expect([...files.keys()]).toEqual(['证据包-2020-01-01.zip', ...names.slice(-10)]);
  });

  it.each([
    ['NotFoundError', 'U 盘'],
    ['QuotaExceededError', '空间不够'],
    ['SomethingElse', '浏览器没有说明原因'],
  ])('that fails with %s leaves no file and says why', async (trouble, words) => {
    const { files, folder, handle } = folderInMemory();
    await backups.planBackup('folder', handle);
    folder.trouble = trouble;
    await expect(backups.backUp('')).rejects.toMatchObject({
      problem: { code: 'backup-failed', message: expect.stringContaining(words) },
    });
    expect(files.size).toBe(0);
    expect(await backups.backupState()).toMatchObject({ files: 0, need: 'late' });
  });

  it('that does not come back as it was written is none', async () => {
    const { files, folder, handle } = folderInMemory();
    await backups.planBackup('folder', handle);
    folder.damage = true;
    await expect(backups.backUp('')).rejects.toMatchObject({ problem: { code: 'backup-failed' } });
    expect(files.size).toBe(0);
  });

  it('is not made where the person has to say yes again, or chose none', async () => {
    await expect(backups.backUp('')).rejects.toMatchObject({ problem: { code: 'backup-not-allowed' } });
    const { folder, handle } = folderInMemory();
    await backups.planBackup('folder', handle);
    folder.permission = 'prompt';
    expect(await backups.backupState()).toMatchObject({ how: 'folder', allowed: false });
    await expect(backups.backUp('')).rejects.toMatchObject({ problem: { code: 'backup-not-allowed' } });
    await backups.planBackup('off');
    expect(await backups.backupState()).toMatchObject({ how: 'off' });
  });
});

describe('a rehearsal', () => {
  it('brings everything back beside what is here, and leaves nothing behind', async () => {
    const { content, name } = await work.exportFile('bundle', '');
    await append(6, 7);
    const before = await createLedgerReader(connect).head();
    const { restored } = await backups.rehearse(content, name);
    expect(restored).toEqual({ count: 5, same: 5, different: [], redactedSince: 0 });
    expect(await createLedgerReader(connect).head()).toEqual(before);
    expect((await indexedDB.databases()).map((one) => one.name)).toEqual(['duibiao']);
  });

  it('tells what was redacted here since and is still in the backup', async () => {
    const { content, name } = await work.exportFile('bundle', '');
    const [third] = await createLedgerReader(connect).at([3]);
    await createLedgerWriter(connect, undefined, steadyClock()).append({
      ...sampleNote(6),
      kind: 'redaction',
      payload: { digests: [third?.payloadDigest], reason: '有身份证号' },
    });
    expect((await backups.rehearse(content, name)).restored).toMatchObject({ same: 5, redactedSince: 1 });
  });

  it('of a file that is damaged restores nothing and says why', async () => {
    const { content, name } = await work.exportFile('bundle', '');
    const bytes = new Uint8Array(await content.arrayBuffer());
    const damaged = bytes.slice(0, -60);
    const heard = backups.rehearse(new Blob([damaged]), name).then(
      ({ comparison, restored }) => ({ hindrance: comparison.hindrance, restored }),
      ({ problem }) => problem.code,
    );
    expect([{ hindrance: 'faulty', restored: undefined }, 'bundle-invalid']).toContainEqual(await heard);
  });
});
