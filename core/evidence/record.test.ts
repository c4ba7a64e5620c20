import { describe, expect, it } from 'vitest';
import { problemCode } from '../base/testing.ts';
import type { EvidencePayload } from '../ledger/kinds/index.ts';
import { maskDraft } from '../privacy/mask.ts';
import { LEDGER_TYPES, recordTypeOfId } from '../records/index.ts';
import type { RecordType } from '../records/record-type.ts';
import { BUILT_IN_CATALOGUE } from '../standards/pack.ts';
import { checkRecord, type EnteredRecord, recordDraft } from './record.ts';

const TODAY = '2026-11-23';
const OPTIONS = { catalogue: BUILT_IN_CATALOGUE, runId: 'test', at: `${TODAY}T02:00:00Z` };
const BY = { actor: '综合窗口1', capturedAt: `${TODAY}T02:00:00.000Z` };

const filled = (type: RecordType, but: Record<string, string> = {}): EnteredRecord => ({
  type: type.id,
  values: Object.entries({ ...type.sample, ...but }).map(([box, text]) => ({ box, text })),
  links: [],
  factOn: '',
  indicators: ['C1'],
  remark: '',
});
const typeOf = (id: string): RecordType => recordTypeOfId(id) as RecordType;
const told = (record: EnteredRecord): string[] =>
  checkRecord(record, { ...OPTIONS, today: TODAY })
    .run.findings.filter(({ outcome, quiet }) => outcome !== 'passed' && outcome !== 'not-applicable' && !quiet)
    .map(({ rule, outcome, message }) => `${rule} ${outcome}: ${message}`);

describe.each(LEDGER_TYPES.map((type) => [type.id, type] as const))('%s', (_, type) => {
  it('is silent where its sample is whole', () => {
    expect(told(filled(type))).toEqual([]);
  });

  it('tells of every box that has to be filled and is not', () => {
    for (const { name, optional } of type.boxes) {
      const said = told(filled(type, { [name]: '' }));
      const spoken = said.some((one) => / failed: /.test(one) && one.includes(name));
      if (!optional) expect(spoken, `${name}: ${said.join()}`).toBe(true);
    }
  });

  it('is kept with what stands in its boxes, and nothing of the public', () => {
    const draft = maskDraft(recordDraft(filled(type), OPTIONS, BY));
    const payload = draft.payload as EvidencePayload;
    const kept = Object.fromEntries(payload.record?.values.map(({ box, text }) => [box, text]) ?? []);
    const masked = Object.keys(type.sample).filter((name) => kept[name] !== type.sample[name]);
    expect(masked.map((name) => `${name}: ${kept[name]}`)).toEqual(
      type.id === 'case-stub' ? ['申请人: 【姓名已隐去】', '领取签字: 【姓名已隐去】'] : [],
    );
    expect(draft.factOn).toBe(type.day === undefined ? '' : type.sample[type.day]);
    expect(draft.subject.startsWith(type.name)).toBe(true);
    expect(draft.subject).not.toContain('陈小红');
  });
});

describe('a record that a person enters', () => {
  const lines = {
    ...filled(typeOf('issue-record')),
    table: [
      ['接收部门', '接收人', '份数'],
      ['社保窗口', '王芳', '1'],
      ['民政窗口', '', '1'],
      ['', '', ''],
    ],
  };
  const record = (entered: EnteredRecord) => (recordDraft(entered, OPTIONS, BY).payload as EvidencePayload).record;

  it('may tell of several at once; an empty line is none, and a single one needs no table', () => {
    expect(record(lines)?.table).toEqual([lines.table[0], lines.table[1], ['民政窗口', '', '1']]);
    const one = record({ ...lines, table: lines.table.slice(0, 2) });
    expect(one?.table).toBeUndefined();
    expect(one?.values).toContainEqual({ box: '接收人', text: '王芳' });
    expect(one?.values.filter(({ box }) => box === '接收人')).toHaveLength(1);
  });

  it('keeps days as days, whatever way they were written, and boxes of its type only', () => {
    const values = [
      ...filled(typeOf('training-record'), { 培训时间: '2026年3月2日' }).values,
      { box: '别的', text: '甲' },
    ];
    const kept = record({ ...filled(typeOf('training-record')), values });
    expect(kept?.values).toContainEqual({ box: '培训时间', text: '2026-03-02' });
    expect(kept?.values.map(({ box }) => box)).not.toContain('别的');
  });

  it.each([
    ['a type of another version', { ...filled(typeOf('case-stub')), type: 'other' }, 'record-type'],
    ['nothing', { ...filled(typeOf('case-stub')), values: [] }, 'record-empty'],
    ['half a day', filled(typeOf('training-record'), { 培训时间: '3月2日' }), 'record-not-a-day'],
    ['no number', filled(typeOf('issue-record'), { 份数: '若干' }), 'record-not-a-number'],
    ['a text without end', filled(typeOf('issue-record'), { 文件名称: '长'.repeat(3_000) }), 'record-too-long'],
    ['a day that has not come', filled(typeOf('training-record'), { 培训时间: '2026-12-02' }), 'entered-day'],
    ['a day said apart that has not come', { ...filled(typeOf('training-plan')), factOn: '2026-12-02' }, 'entered-day'],
  ])('is refused with %s', (_, entered, code) => {
    expect(problemCode(() => recordDraft(entered, OPTIONS, BY))).toBe(code);
  });

  it('waits for what a later day fills', () => {
    const open = (due: string) =>
      told(filled(typeOf('correction-record'), { 验证人: '', 验证日期: '', 完成期限: due })).map(
        (one) => one.split(':')[0],
      );
    expect(open('2026-12-20')).toEqual(['record-complete pending']);
    expect(open('2026-06-20')).toEqual(['record-complete failed']);
  });

  it('is not kept where it bears a classification', () => {
    const draft = recordDraft(filled(typeOf('training-record'), { 培训内容: '机密★10年' }), OPTIONS, BY);
    expect(JSON.stringify(draft)).not.toContain('二楼会议室');
    expect(draft.kind).toBe('note');
  });
});
