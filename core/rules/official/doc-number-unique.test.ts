import { describe, expect, it } from 'vitest';
import { besideOf, type Numbered } from '../questions/numbers.ts';
import { type DocumentSketch, describeRule } from '../testing.ts';
import { docNumberUnique } from './doc-number-unique.ts';

const OTHER = { name: '第3行', title: '关于报送总结的通知' };
const one = (docNumber: string): DocumentSketch => ({ title: '关于开展自查的通知', fields: { docNumber } });
const book = (...rows: string[]): DocumentSketch => ({
  title: '发文登记簿',
  kind: 'record',
  text: ['|序号|发文字号|标题|', ...rows],
});

describeRule(docNumberUnique, [
  {
    name: 'another row has it too',
    document: one('源政办〔2026〕12号'),
    beside: { docNumber: [OTHER] },
    reasons: ['twice'],
    told: [['发文字号“源政办〔2026〕12号”和别的重了（第3行），一份文件一个号，请核对。', 'docNumber', '发文字号', '']],
  },
  { name: 'no other has it', document: one('源政办〔2026〕12号'), beside: { docNumber: [] }, reasons: ['passed'] },
  { name: 'nobody can tell', document: one('源政办〔2026〕12号'), beside: {}, reasons: ['passed'] },
  { name: 'no number yet', document: one(''), beside: { docNumber: [OTHER] }, reasons: ['passed'] },
  {
    name: 'a number that gives no text',
    document: { fields: { docNumber: { state: 'unreadable' } } },
    beside: { docNumber: [OTHER] },
    reasons: ['unreadable'],
  },
  { name: 'judged alone', document: one('源政办〔2026〕12号'), reasons: ['none'] },
  {
    name: 'twice in a book',
    document: book(
      '|1|源政办〔2026〕1号|关于甲的通知|',
      '|2|源政办〔2026〕2号|关于乙的函|',
      '|3|源政办[2026]1号|关于丙的函|',
    ),
    reasons: ['twice'],
  },
  {
    name: 'each once in a book',
    document: book(
      '|1|源政办〔2026〕1号|关于甲的通知|',
      '|2|源政办〔2026〕2号|关于乙的函|',
      '|3|源党〔2026〕1号|关于丙的函|',
    ),
    reasons: ['passed'],
  },
  {
    name: 'a book that was not read to its end',
    document: { ...book('|1|源政办〔2026〕1号|关于甲的通知|'), notes: [{ kind: 'incomplete' }] },
    reasons: ['unread'],
  },
  {
    name: 'a table in a document that is no book',
    document: {
      ...book('|1|源政办〔2026〕1号|关于甲的通知|', '|2|源政办〔2026〕1号|关于乙的函|'),
      title: '关于清理文件的通知',
    },
    reasons: ['none'],
  },
]);

describe('documents beside one another', () => {
  const row = (docNumber: string, title: string, more: Partial<Numbered> = {}): Numbered => ({
    name: title,
    title,
    numbers: { docNumber },
    ...more,
  });
  const sharing = (rows: readonly Numbered[]): (string[] | undefined)[] =>
    besideOf(rows).map(({ docNumber, receiptNumber }) => (docNumber ?? receiptNumber)?.map(({ name }) => name));
  const many = Array.from({ length: 12 }, (_, at) => row(`源政〔2026〕${at + 10}号`, `关于第${at}件事的通知`));

  it('tells the others that bear the same number, however its brackets are typed', () => {
    const told = sharing([...many, row('源政〔2026〕1号', '关于甲的通知'), row('源政[2026] 1号', '关于乙的函')]);
    expect(told.slice(-2)).toEqual([['关于乙的函'], ['关于甲的通知']]);
    expect(told.slice(0, -2).every((others) => others?.length === 0)).toBe(true);
  });

  it('takes the numbers of two offices for two', () => {
    expect(sharing([...many, row('源政〔2026〕1号', '甲'), row('源党〔2026〕1号', '乙')]).slice(-2)).toEqual([[], []]);
  });

  it('takes one document that is listed twice for one', () => {
    const twice = [row('源政〔2026〕1号', '关于甲的通知'), row('源政〔2026〕1号', '关于甲的通知（更正）')];
    expect(sharing([...many, ...twice]).slice(-2)).toEqual([[], []]);
  });

  it('leaves out drafts, frames of numbers and bare serials', () => {
    const rows = [
      row('源政〔2026〕1号', '甲事'),
      row('源政〔2026〕1号', '乙事', { open: true }),
      row('源政〔2026〕　号', '丙事'),
      row('源政〔2026〕　号', '丁事'),
      row('12', '戊事'),
      row('12', '己事'),
    ];
    expect(sharing(rows)).toEqual([[], undefined, undefined, undefined, undefined, undefined]);
  });

  it('says nothing where many share their numbers: the column holds something else', () => {
    const copied = Array.from({ length: 9 }, (_, at) =>
      row(`源政〔2026〕${at % 4}号`, `第${'甲乙丙丁戊己庚辛壬'[at]}件`),
    );
    expect(sharing(copied).every((others) => others === undefined)).toBe(true);
  });

  it('compares the bare numbers of a book of receipts within a year', () => {
    const receipt = (number: string, title: string, year?: string): Numbered => ({
      name: title,
      title,
      numbers: { receiptNumber: number },
      ...(year === undefined ? {} : { year }),
    });
    expect(sharing([receipt('7', '甲事', '2025'), receipt('7', '乙事', '2026'), receipt('7', '丙事')])).toEqual([
      [],
      [],
      undefined,
    ]);
    expect(sharing([receipt('7', '甲事', '2026'), receipt('7', '乙事', '2026')])).toEqual([['乙事'], ['甲事']]);
  });
});
