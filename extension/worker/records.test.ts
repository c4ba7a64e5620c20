import { beforeEach, describe, expect, it } from 'vitest';
import { paperDraft } from '../../core/evidence/entered.ts';
import { recordDraft } from '../../core/evidence/record.ts';
import { recordWorkbook } from '../../core/exports/records/template.ts';
import { readWorkbook } from '../../core/exports/xlsx.ts';
import type { LedgerEntry } from '../../core/ledger/entry.ts';
import type { EvidencePayload } from '../../core/ledger/kinds/index.ts';
import { recordTypeOfId } from '../../core/records/index.ts';
import type { LinkWay } from '../../core/records/kept-record.ts';
import type { RecordType } from '../../core/records/record-type.ts';
import { BUILT_IN_CATALOGUE } from '../../core/standards/pack.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter, type LedgerWriter } from '../storage/ledger-writer.ts';
import type { Database } from '../storage/schema.ts';
import { emptyStorage } from '../storage/testing.ts';
import { createRecordWork } from './records.ts';

const NOW = () => new Date('2026-11-23T02:00:00.000Z');
const BY = { actor: '综合窗口1', capturedAt: NOW().toISOString() };
const PAPER = { factOn: '', indicators: [], cabinet: '3号柜', box: '', stub: '', remark: '' };
const typeOf = (id: string): RecordType => recordTypeOfId(id) as RecordType;

let connect: () => Promise<Database>;
let writer: LedgerWriter;
beforeEach(() => {
  emptyStorage();
  const opened = openDatabase();
  connect = () => opened;
  writer = createLedgerWriter(connect, undefined, NOW);
});
const work = () => createRecordWork(createLedgerReader(connect), NOW);

/** Keeps the sample of a type, with other texts in some boxes, behind other entries. */
function keep(id: string, but: Record<string, string> = {}, to: LedgerEntry[] = [], how: LinkWay = 'follows') {
  return writer.append(recordDraftOf(id, but, to, how));
}

function recordDraftOf(id: string, but: Record<string, string> = {}, to: LedgerEntry[] = [], how: LinkWay = 'follows') {
  const values = Object.entries({ ...typeOf(id).sample, ...but }).map(([box, text]) => ({ box, text }));
  const links = to.map(({ chain, sequence, hash }) => ({ to: { chain, sequence, hash }, how }));
  const entered = { type: id, values, links, factOn: '', indicators: [], remark: '' };
  return recordDraft(entered, { catalogue: BUILT_IN_CATALOGUE }, BY);
}

describe('the records of a ledger', () => {
  it('are listed with what is not closed behind each; newer versions stand for earlier ones', async () => {
    await writer.append(paperDraft({ ...PAPER, title: '培训记录 签到表' }, BY));
    const plan = await keep('training-plan');
    const held = await keep('training-record', { 培训地点: '甲' }, [plan]);
    await keep('training-record', { 培训地点: '乙' }, [held], 'replaces');
    const { lines, loops, others } = await work().records({});
    expect(lines.map(({ type, place, open }) => [type, place.sequence, open])).toEqual([
      ['training-plan', 2, 0],
      ['training-record', 4, 1],
    ]);
    expect(lines[1]?.boxes).toMatchObject({ 培训地点: '乙' });
    expect(loops.map(({ message }) => message)).toEqual(['培训记录“标准宣贯”还没有培训效果评价。']);
    // A paper that is called like a record is none that could be looked at.
    expect(others).toBe(1);
    // For choosing among them nothing is judged.
    expect(await work().records()).toMatchObject({ loops: [], lines: [{ open: 0 }, { open: 0 }] });
  });

  it('of another installation may hold anything, and are shown as far as they are known', async () => {
    const draft = recordDraftOf('training-record');
    const payload = draft.payload as EvidencePayload;
    const values = ['constructor', '__proto__', 'toString', '培训地点'].map((box) => ({ box, text: '甲' }));
    const hostile = [
      { ...payload, record: { type: 'training-record', values, table: [['__proto__'], ['乙'], []], links: [] } },
      { ...payload, record: { type: '__proto__', values, links: [] } },
    ];
    for (const one of hostile) await writer.append({ ...draft, payload: one });
    const { lines, loops } = await work().records({});
    expect(lines.map(({ type, boxes }) => [type, boxes.培训地点, boxes.讲师])).toEqual([['training-record', '甲', '']]);
    expect(loops.length).toBeGreaterThan(0);
  });

  it('know of each other from both sides', async () => {
    const plan = await keep('training-plan');
    const held = await keep('training-record', {}, [plan]);
    const better = await keep('training-record', {}, [held], 'replaces');
    const told = async ({ hash }: LedgerEntry) =>
      (await work().belonging(hash)).map(({ place, how, earlier }) => [place.sequence, how, earlier]);
    expect(await told(plan)).toEqual([[2, 'follows', false]]);
    expect(await told(held)).toEqual([
      [1, 'follows', true],
      [3, 'replaces', false],
    ]);
    expect(await told(better)).toEqual([[2, 'replaces', true]]);
  });

  it('are told what is missing in them before they are kept', async () => {
    const record = { type: 'training-record', values: [{ box: '培训内容', text: '窗口服务规范' }], links: [] };
    const [must] = await work().recordFindings(record, {});
    expect(must?.id).toBe('must');
    expect(must?.sentences).toContain('培训记录的“讲师”是空的。');
  });
});

describe('a table of records', () => {
  it('comes filled with what stands in the ledger', async () => {
    await keep('recall-record');
    const { name, content } = await work().recordTable('recall-record', true);
    expect(name).toBe('回收记录-台账-2026-11-23.xlsx');
    const [sheet] = await readWorkbook(new Uint8Array(await content.arrayBuffer()));
    expect(sheet?.rows.slice(5).map((row) => row[1])).toEqual([typeOf('recall-record').sample.文件编号]);
  });

  it('names entries of the ledger on which its rows follow, and no others', async () => {
    const plan = await keep('training-plan');
    const survey = await keep('satisfaction-survey');
    const type = typeOf('training-record');
    const rows = [plan.sequence, survey.sequence, 99].map((number) => ({ ...type.sample, 接第几号: String(number) }));
    const file = new Blob([Uint8Array.from(await recordWorkbook(type, NOW().toISOString(), rows))]);
    const read = await work().readRecordTable(file, '培训.xlsx', type.id);
    expect(read.rows.map(({ link }) => link?.hash)).toEqual([plan.hash, undefined, undefined]);
    expect(read.rows.map(({ faults }) => faults.length)).toEqual([0, 1, 1]);
    expect(read.rows[1]?.faults).toEqual(['第7行要接的第2号不是能接的记录，没有导入。请核对序号。']);
  });
});
