import { beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeBase64 } from '../../core/base/base64.ts';
import { sha256Now } from '../../core/base/hash.ts';
import { unreadFileEntry } from '../../core/evidence/entered.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import type { Database } from '../storage/schema.ts';
import { emptyStorage } from '../storage/testing.ts';
import { enterInto } from './entered.ts';

const BYTES = new Uint8Array([1, 2, 3]);
const CONTENT = new TextDecoder().decode(encodeBase64(BYTES));
const entry = unreadFileEntry({ name: '通知.docx', size: 3, sha256: sha256Now(BYTES) }, '没有读');
const common = { title: '签到表', factOn: '', indicators: [], remark: '' };

let connect: () => Promise<Database>;
beforeEach(() => {
  emptyStorage();
  const opened = openDatabase();
  connect = () => opened;
});
const entering = () =>
  enterInto(
    createLedgerWriter(connect).append,
    async () => '综合窗口1',
    async () => ({ catalogue: BUILT_IN_CATALOGUE }),
    () => new Date('2026-03-02T01:00:00.000Z'),
  );
const paper = { ...common, cabinet: '3号柜', box: '', stub: '' };

describe('enterInto', () => {
  it('appends what is finished, under the seat’s name, and nothing else', async () => {
    expect(await entering().addPaper(paper)).toMatchObject({ sequence: 1, actor: '综合窗口1', factOn: '' });
    await expect(entering().addPaper({ ...paper, factOn: '2026-03-03' })).rejects.toMatchObject({
      problem: { code: 'entered-day' },
    });
    await expect(entering().addNote({ ...common, title: '', text: '内容' })).rejects.toMatchObject({
      problem: { code: 'entered-no-title' },
    });
    expect((await createLedgerReader(connect).head()).sequence).toBe(1);
  });

  it('keeps a record with what the rules say of it, under the seat’s name', async () => {
    const record = {
      type: 'training-record',
      values: [
        { box: '培训时间', text: '2026年3月1日' },
        { box: '培训内容', text: '窗口服务规范' },
      ],
      links: [],
    };
    const said = { record, factOn: '', indicators: ['C10'], remark: '' };
    expect(await entering().addRecord(said)).toMatchObject({
      sequence: 1,
      kindVersion: 7,
      actor: '综合窗口1',
      factOn: '2026-03-01',
      subject: '培训记录 窗口服务规范（有 4 处必须改）',
      indicators: ['C10'],
    });
    await expect(entering().addRecord({ ...said, record: { ...record, values: [] } })).rejects.toMatchObject({
      problem: { code: 'record-empty' },
    });
  });

  it('stores the bytes of a file under its fingerprint, and no bytes of another', async () => {
    const made = await entering().addFile({ ...common, entry, content: CONTENT });
    expect(made.blobDigests).toEqual([sha256Now(BYTES)]);
    expect(await (await connect()).get('blobs', sha256Now(BYTES))).toEqual(BYTES);
    for (const content of ['AAAA', 'no base64'])
      await expect(entering().addFile({ ...common, entry, content })).rejects.toMatchObject({
        problem: { code: 'message-invalid' },
      });
    expect((await createLedgerReader(connect).head()).sequence).toBe(1);
  });

  it('says so when the disk is full, and nothing of the file is written', async () => {
    await connect();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(entering().addFile({ ...common, entry, content: CONTENT })).rejects.toMatchObject({
      problem: { code: 'ledger-storage-full' },
    });
    put.mockRestore();
    expect((await createLedgerReader(connect).head()).sequence).toBe(0);
    expect(await (await connect()).count('blobs')).toBe(0);
    expect(await (await connect()).count('tail')).toBe(0);
  });
});
