import { describe, expect, it } from 'vitest';
import { countStanding, goneOf, isOpen, type Judged, type Said, withStanding } from './standing.ts';

const finding = (id: string, more: Partial<Judged> = {}): Judged => ({
  id,
  rule: 'approver-required',
  outcome: 'failed',
  severity: 'error',
  ...more,
});
const said = (standing: Said['standing'], more: Partial<Said> = {}): Said => ({
  standing,
  note: '',
  times: 1,
  uri: 'a.docx',
  rule: 'approver-required',
  ...more,
});
const told = (uri: string, findings: Judged[], unread = false) => ({ uri, unread, findings });
const standingsOf = (documents: { findings: Judged[] }[]) =>
  documents.map(({ findings }) => findings.map(({ stands }) => stands?.standing));

describe('withStanding', () => {
  it('writes what was said beside a failed finding, and speaks of no other', () => {
    const documents = [told('a.docx', [finding('1'), finding('2'), finding('3', { outcome: 'cannot-tell' })])];
    const register = new Map([
      ['1', said('accepted', { note: '误报：样张' })],
      ['3', said('known')],
    ]);
    const [document] = withStanding(documents, register);
    expect(document?.findings.map(({ stands }) => stands)).toEqual([
      { standing: 'accepted', note: '误报：样张' },
      undefined,
      undefined,
    ]);
    expect(document?.findings.map(isOpen)).toEqual([false, true, true]);
  });

  it('knows as many findings of one id as there were, in the order of the documents', () => {
    const documents = ['a', 'b', 'c'].map((uri) => told(uri, [finding('1')]));
    expect(standingsOf(withStanding(documents, new Map([['1', said('known', { times: 2 })]])))).toEqual([
      ['known'],
      ['known'],
      [undefined],
    ]);
  });

  it('takes a finding that was said to be mended for open when it is there again', () => {
    const documents = withStanding([told('a', [finding('1')])], new Map([['1', said('fixed')]]));
    expect(standingsOf(documents)).toEqual([['open']]);
  });
});

describe('goneOf', () => {
  const register = new Map([
    ['1', said('known', { uri: 'read.docx' })],
    ['2', said('known', { uri: 'unread.docx' })],
    ['3', said('known', { uri: 'elsewhere.docx' })],
    ['4', said('known', { uri: 'deleted.docx' })],
    ['5', said('known', { uri: 'read.docx' })],
  ]);

  it('tells what is not found any more, but not of what was not looked at', () => {
    const documents = [told('read.docx', [finding('5')]), told('unread.docx', [], true)];
    const gone = goneOf(documents, register, (uri) => uri !== 'deleted.docx');
    expect(gone.map(({ id, uri }) => [id, uri])).toEqual([
      ['1', 'read.docx'],
      ['4', 'deleted.docx'],
    ]);
  });

  it('takes a finding that passes now for gone', () => {
    const documents = [told('read.docx', [finding('1', { outcome: 'passed' }), finding('5')])];
    expect(goneOf(documents, register, () => true).map(({ id }) => id)).toEqual(['1']);
  });
});

describe('countStanding', () => {
  it('adds up to what was found', () => {
    const register = new Map([
      ['1', said('known')],
      ['2', said('accepted')],
      ['9', said('fixed')],
    ]);
    const documents = withStanding(
      [
        told('a.docx', [
          ...['1', '2', '3'].map((id) => finding(id)),
          finding('4', { outcome: 'cannot-tell' }),
          finding('5', { outcome: 'cannot-tell', quiet: true }),
          finding('6', { outcome: 'pending' }),
          finding('7', { outcome: 'passed' }),
        ]),
      ],
      register,
    );
    const counts = countStanding(
      documents,
      goneOf(documents, register, () => true),
    );
    expect(counts).toEqual({ found: 5, fixed: 1, accepted: 1, known: 1, open: 1, unread: 1 });
  });
});
