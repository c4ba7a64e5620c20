import { describe, expect, it } from 'vitest';
import type { CheckedRegister, CheckedRow } from '../check/checked-register.ts';
import { collectRegister } from '../check/register.ts';
import type { Register } from '../document/register.ts';
import { type EvidencePayload, readPayload, versionNow } from '../ledger/kinds/index.ts';
import { maskDraft } from '../privacy/mask.ts';
import { catalogueFrom, TODAY } from '../rules/testing.ts';
import { registerDraft } from './register.ts';

const source = { from: 'page', frame: '', label: '', path: '#row' } as const;
const rowOf = (cells: string[]): Register['rows'][number] => ({ cells, source, places: cells.map(() => source) });
const CASES: Register = {
  kind: 'case',
  name: '办件列表',
  place: 'http://oa.example/cases',
  columns: [
    { label: '办件编号', role: 'receiptNumber' },
    { label: '事项名称', role: 'serviceName' },
    { label: '申请人' },
    { label: '联系电话', role: 'phone' },
    { label: '受理人', role: 'handler' },
    { label: '受理时间', role: 'receivedOn' },
    { label: '承诺办结时间', role: 'dueOn' },
    { label: '办结时间', role: 'completedOn' },
    { label: '办件状态' },
  ],
  rows: [
    rowOf([
      'YT01',
      '最低生活保障申请',
      '马示例',
      '13800138000',
      '孙丽',
      '2026-10-08',
      '2026-10-20',
      '2026-10-19',
      '已办结',
    ]),
    rowOf([
      'YT02',
      '临时救助申请',
      '牛样本',
      '13900139000',
      '孙丽',
      '2026-10-08',
      '2026-10-20',
      '2026-10-29',
      '已办结',
    ]),
  ],
  total: 40,
};
const checked = (register: Register): CheckedRegister =>
  collectRegister(register, undefined, {
    today: TODAY,
    catalogue: catalogueFrom([]),
    runId: 'run',
    at: `${TODAY}T01:00:00Z`,
  });
const ABOUT = { actor: '综合窗口1', capturedAt: `${TODAY}T01:00:00Z` };
const draftOf = (register: CheckedRegister) =>
  maskDraft(registerDraft(register, ABOUT, { url: 'http://oa.example/cases?token=secret&kind=1', unread: [] }));

describe('a register that is kept', () => {
  it('fits the version in which evidence is written, and says how it stood', () => {
    const draft = draftOf(checked(CASES));
    expect(draft.subject).toBe('办件列表 读了2行，共40行（有 1 处必须改）');
    const read = readPayload({ kind: 'evidence', kindVersion: versionNow('evidence') }, draft.payload);
    expect(read?.kind).toBe('evidence');
    const { register, check, document } = draft.payload as EvidencePayload;
    expect(document).toMatchObject({ kind: 'case', title: '办件列表', uri: 'http://oa.example/cases?kind=1' });
    expect(register).toMatchObject({ pages: [1], total: 40, leftOut: 0, findings: [{ row: 2 }] });
    expect(check?.findings.map(({ message }) => message)).toEqual([
      '第2行（YT02）：办结时间（2026-10-29）晚于承诺办结时间（2026-10-20）。',
    ]);
    expect(draft.indicators).toContain('C7');
  });

  it('of cases keeps what evidence needs, and nobody of the public', () => {
    const { payload } = draftOf(checked(CASES));
    const { register } = payload as EvidencePayload;
    expect(register?.table[0]).toEqual([
      ...['办件编号', '事项名称', '受理人', '受理时间', '承诺办结时间', '办结时间', '办件状态'],
    ]);
    expect(register?.table[1]).toEqual([
      ...['YT01', '最低生活保障申请', '孙丽', '2026-10-08', '2026-10-20', '2026-10-19', '已办结'],
    ]);
    expect(JSON.stringify(payload)).not.toMatch(/马示例|牛样本|1380013|1390013/);
  });

  it('says how many rows bear a mark of secrecy, and nothing of them', () => {
    const columns = [
      ...([
        { label: '收文编号', role: 'receiptNumber' },
        { label: '来文标题', role: 'title' },
      ] as const),
      ...([
        { label: '密级', role: 'secrecy' },
        { label: '收文日期', role: 'receivedOn' },
      ] as const),
    ];
    const register = checked({
      ...{ kind: 'incoming', name: '收文登记', place: 'p', columns },
      rows: [
        rowOf(['收1', '关于甲事的通知', '普通', '2026-10-08']),
        rowOf(['收2', '关于乙事的通知', '机密', '2026-10-09']),
      ],
    });
    const draft = draftOf(register);
    expect((draft.payload as EvidencePayload).notRead).toEqual(['有1行带密级标志，没有读，也没有留。']);
    expect(JSON.stringify([draft, register])).not.toMatch(/收2|乙事/);
  });

  it('holds no more findings than an entry may', () => {
    const one = checked(CASES);
    const faulty = one.rows[1] as CheckedRow;
    const rows = Array.from({ length: 2_500 }, (_, at) => ({ ...faulty, key: String(at), serial: String(at + 1) }));
    const { payload } = registerDraft({ ...one, rows }, ABOUT, { url: '', unread: [] });
    expect(readPayload({ kind: 'evidence', kindVersion: versionNow('evidence') }, payload)).toBeDefined();
  });
});
