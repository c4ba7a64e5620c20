import { describe, expect, it } from 'vitest';
import { fc, problemCode } from '../../base/testing.ts';
import { LEDGER_TYPES, recordTypeOfId } from '../../records/index.ts';
import { tidyBox } from '../../records/kept-record.ts';
import type { RecordType } from '../../records/record-type.ts';
import type { RowTexts } from '../tables/fill-in.ts';
import { readWorkbook } from '../xlsx.ts';
import { columnsOf } from './columns.ts';
import { readRecordRows } from './read-rows.ts';
import { recordWorkbook } from './template.ts';

const AT = '2026-11-23T02:00:00.000Z';
const TODAY = '2026-11-23';
const typeOf = (id: string): RecordType => recordTypeOfId(id) as RecordType;
const readBack = async (type: RecordType, rows: readonly RowTexts[]) =>
  readRecordRows({ name: 'a.xlsx', bytes: await recordWorkbook(type, AT, rows) }, type, TODAY);
const textsOf = ({ values }: { values: readonly { box: string; text: string }[] }) =>
  Object.fromEntries(values.map(({ box, text }) => [box, text]));

describe.each(LEDGER_TYPES.map((type) => [type.id, type] as const))('the table of %s', (_, type) => {
  it('comes back empty when nothing was filled in: the example is none', async () => {
    const { rows, marked, unknown } = await readBack(type, []);
    expect({ rows, marked, unknown }).toEqual({ rows: [], marked: [4, 5], unknown: [] });
  });

  it('comes back as it was filled in', async () => {
    const { rows } = await readBack(type, [type.sample]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ row: 6, faults: [], gaps: [] });
    expect(textsOf(rows[0] ?? { values: [] })).toEqual(type.sample);
  });
});

describe('a table that was filled in', () => {
  const issue = typeOf('issue-record');

  it('comes back whatever stands in it, and never as a formula', { timeout: 60_000 }, async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 40 }),
      fc.constantFrom(
        '=1+1',
        '+86',
        '-5',
        '@SUM(A1)',
        '=HYPERLINK("http://a","b")',
        "'",
        '\t=1',
        '示例',
        '第3行',
        '"甲"',
      ),
    );
    const boxes = issue.boxes.filter(({ type }) => type !== 'date' && type !== 'number').map(({ name }) => name);
    const row = fc.record(Object.fromEntries(boxes.map((name) => [name, texts])));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const whole = rows.map((one) => ({ ...one, 份数: '3', 发放日期: '2026-03-02' }));
        const back = await readBack(issue, whole);
        const kept = (one: RowTexts) =>
          Object.fromEntries(
            issue.boxes
              .map((box) => [box.name, tidyBox(box, writable(one[box.name] ?? '')).text] as const)
              .filter(([, text]) => text !== ''),
          );
        expect(back.rows.map(textsOf)).toEqual(whole.map(kept));
        expect(back.rows.flatMap(({ faults }) => faults)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says of each row what is wrong with it, by its number', async () => {
    const { rows } = await readBack(issue, [
      { ...issue.sample, 发放日期: '3月2日' },
      { ...issue.sample, 份数: '若干', 接收人: '' },
      { ...issue.sample, 发放日期: '2026-12-01' },
      { ...issue.sample, 发放日期: '2026/3/2' },
    ]);
    expect(rows.map(({ faults }) => faults)).toEqual([
      ['第6行“发放日期”：“3月2日”不是完整的日期，请写成 2026-03-12 这样。'],
      ['第7行“份数”：“若干”不是数字。'],
      ['第8行“发放日期”：“2026-12-01”还没有到，还没有发生的事不能登记。'],
      [],
    ]);
    expect(rows[1]?.gaps).toEqual(['第7行没有填“接收人”。']);
    expect(textsOf(rows[3] ?? { values: [] }).发放日期).toBe('2026-03-02');
  });

  it('names the entry on which a row follows', async () => {
    const type = typeOf('training-record');
    const { rows } = await readBack(type, [
      { ...type.sample, 接第几号: '12' },
      { ...type.sample, 接第几号: '第7号', 备注: '补登' },
      { ...type.sample, 接第几号: '上一条' },
    ]);
    expect(rows.map(({ follows }) => follows)).toEqual([12, 7, undefined]);
    expect(rows[1]?.remark).toBe('补登');
    expect(rows[2]?.faults).toEqual(['第8行“接第几号”：“上一条”不是台账里的序号。']);
  });

  it('of another type is refused', async () => {
    const bytes = await recordWorkbook(typeOf('satisfaction-survey'), AT);
    expect(problemCode(() => readRecordRows({ name: 'a.xlsx', bytes }, issue, TODAY))).toBe('record-heads');
    expect(problemCode(() => readRecordRows({ name: 'a.xlsx', bytes: new Uint8Array(9) }, issue, TODAY))).toMatch(
      /^file-/,
    );
  });

  it('shows words to choose from, and hints', async () => {
    const [sheet] = await readWorkbook(await recordWorkbook(typeOf('recall-record'), AT));
    expect(sheet?.rows[2]?.slice(0, 3)).toEqual(['说明', '文件编号*', '版本*']);
    expect(sheet?.rows[3]).toContain('销毁、加盖作废章留存');
    expect(columnsOf(typeOf('recall-record'), true).map(({ name }) => name)).toContain('接第几号');
  });
});

/** What a cell of the format can hold. */
const writable = (text: string): string => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '');
