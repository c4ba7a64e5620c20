import { describe, expect, it } from 'vitest';
import { isRealDay } from '../base/dates.ts';
import { CLAUSES, type Clause, standingOf } from './basis.ts';
import { RULES } from './index.ts';

const law: Clause = {
  document: '《甲条例》',
  clause: '第一条',
  rank: 'law',
  from: '2012-07-01',
  to: '2020-01-01',
  verified: true,
  source: '文本',
};
const advice: Clause = { document: '乙讲义', clause: '二', rank: 'local', verified: true, source: '原文' };

describe('the table of clauses', () => {
  const rows = Object.entries<Clause>(CLAUSES);

  it.each(rows)('%s is a whole row', (id, { document, clause, from, to, source }) => {
    expect(id).toMatch(/^[a-z][a-z0-9.-]+$/);
    expect([document, source].every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
    expect(clause).not.toBe('');
    for (const day of [from, to].filter((one) => one !== undefined)) {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
      expect([day.length, isRealDay(year, month, date)]).toEqual([10, true]);
    }
  });

  it('names each clause once, and of one document always the same rank and days', () => {
    expect(new Set(rows.map(([, { document, clause }]) => `${document} ${clause}`)).size).toBe(rows.length);
    const documents = new Map(rows.map(([, { clause: _, ...rest }]) => [rest.document, rest]));
    for (const [, { clause: _, ...rest }] of rows) expect(rest).toEqual(documents.get(rest.document));
  });

  it('has no row on which no rule leans', () => {
    const used = new Set(
      RULES.flatMap(({ basis, earlier }) =>
        [...basis, ...(earlier?.basis ?? [])].map(({ document, clause }) => `${document} ${clause}`),
      ),
    );
    expect(rows.filter(([, { document, clause }]) => !used.has(`${document} ${clause}`))).toEqual([]);
  });
});

describe('what follows from a basis', () => {
  it('the first clause leads', () => {
    expect(standingOf([law, advice])).toEqual({
      basis: [
        { document: '《甲条例》', clause: '第一条' },
        { document: '乙讲义', clause: '二' },
      ],
      rank: 'law',
      inForce: { from: '2012-07-01', to: '2020-01-01' },
    });
    expect(standingOf([advice, law])).toMatchObject({ rank: 'local', inForce: {} });
  });

  it('nothing unverified carries a rule, nor does nothing at all', () => {
    const doubtful = { ...law, verified: false };
    for (const clauses of [[doubtful], [doubtful, advice], [advice, doubtful], []])
      expect(standingOf(clauses).rank).toBe('unverified');
  });
});
