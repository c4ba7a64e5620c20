import { describe, expect, it } from 'vitest';
import { fc } from '../../../core/base/testing.ts';
import { groupOf, groupsOf } from '../../../core/check/summary.ts';
import type { PersonVerdict } from '../../../core/check/verdicts.ts';
import { RULES } from '../../../core/rules/index.ts';
import { type DocumentSketch, documentFrom, runOf } from '../../../core/rules/testing.ts';
import { listOf, marksOf, type Numbered } from './list.ts';
import { noteFor, noteForAll } from './note.ts';

const faulty: DocumentSketch = {
  stage: 'review',
  fields: {
    title: '关于开展培训的通知',
    docNumber: '源政办〔2026〕12号',
    drafter: '',
    reviewer: '',
    approver: ['王芳'],
    draftedOn: '2026-11-18',
    approvedOn: '2026-10-18',
    writtenOn: '2026-13-01',
    secrecy: { state: 'unreadable' },
  },
  title: '关于开展培训的通知',
};
const viewOf = (sketch: DocumentSketch = faulty, muted: string[] = [], verdicts: PersonVerdict[] = []) => {
  const document = documentFrom(sketch);
  return { document, run: runOf(RULES, document), muted, verdicts };
};
const rowsOf = (view: ReturnType<typeof viewOf>): Numbered[] => listOf(view).groups.flatMap(({ items }) => items);
const view = viewOf();
const ids = rowsOf(view).flatMap(({ item }) => (item.finding ? [item.finding.id] : []));

describe('the list', () => {
  it('is numbered through, over its groups', () => {
    const numbers = rowsOf(view).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('with what is muted adds up to all that was found', () => {
    fc.assert(
      fc.property(fc.subarray(ids), (muted) => {
        const { groups, known, lines } = listOf({ ...view, muted });
        const counted = [...groups, ...known].reduce((sum, { items }) => sum + items.length, 0);
        expect(counted).toBe(groupsOf(view.run, view.document).reduce((sum, { items }) => sum + items.length, 0));
        expect(known.flatMap(({ items }) => items.map(({ finding }) => finding?.id)).toSorted()).toEqual(
          muted.toSorted(),
        );
        // What is muted is not mended.
        if (muted.length > 0) expect(lines.map(({ id }) => id)).not.toContain('fine');
      }),
    );
  });

  it('with what is muted and what was accepted adds up to all that was found', () => {
    const accepted = fc.subarray(ids).map((some) =>
      some.map((finding) => ({
        ...{ finding, verdict: 'not-applicable' as const, reason: '不用', who: '', until: '', message: '', uri: '' },
      })),
    );
    fc.assert(
      fc.property(fc.subarray(ids), accepted, (muted, verdicts) => {
        const list = listOf({ ...view, muted, verdicts });
        const shown = [...list.groups, ...list.known].reduce((sum, { items }) => sum + items.length, 0);
        const all = groupsOf(view.run, view.document).reduce((sum, { items }) => sum + items.length, 0);
        expect(shown + list.accepted.length).toBe(all);
        const isJudged = new Set(
          view.run.findings.filter((finding) => groupOf(finding) !== 'later').map(({ id }) => id),
        );
        expect(list.accepted.map(({ id }) => id).toSorted()).toEqual(
          verdicts
            .map(({ finding }) => finding)
            .filter((id) => isJudged.has(id))
            .toSorted(),
        );
        // What was accepted is not mended.
        if (list.accepted.length > 0) expect(list.lines.map(({ id }) => id)).not.toContain('fine');
      }),
    );
  });

  it('has lines before it only where it is longer than they are', () => {
    const shown = (count: number) => listOf({ ...view, muted: ids.slice(count) });
    expect(shown(1).lines).toEqual([]);
    expect(shown(2).lines).toEqual([]);
    expect(shown(3).lines.length).toBeGreaterThan(0);
  });

  it('marks each place of an item once, and no more than can be followed', () => {
    const place = { from: 'page', frame: '', label: '审核', path: '#a' } as const;
    const finding = { ...view.run.findings[0], sources: [place, { ...place }, { ...place, path: '#b' }] };
    const item = { text: '甲', finding } as Numbered['item'];
    const run = { ...view.run, findings: [{ ...finding, outcome: 'failed' as const }] } as typeof view.run;
    const [row] = rowsOf({ ...view, run });
    expect(row?.places.map(({ path }) => path)).toEqual(['#a', '#b']);
    const many = Array.from({ length: 300 }, (_, index): Numbered => {
      return { number: index + 1, item, key: `${index}`, places: [place] };
    });
    expect(marksOf(many)).toHaveLength(200);
  });
});

describe('a copied text', () => {
  it('of one item names the document, what is wrong, who can act and the ground', () => {
    const row = rowsOf(view).find(({ item }) => item.text.startsWith('审核人'));
    if (!row) return expect.unreachable();
    expect(noteFor(row.item, view.document, '')).toMatch(
      /^《关于开展培训的通知》（源政办〔2026〕12号）：审核人[^。]*。审核人在这一步就能填。依据：.+。$/u,
    );
  });

  it('of all has the document on the first line and each item by its number, with who can act', () => {
    const list = listOf(view);
    const [first, ...lines] = noteForAll(list, view.document, '').split('\n');
    expect(first).toBe('《关于开展培训的通知》（源政办〔2026〕12号）');
    const asked = list.groups.filter(({ id }) => id !== 'later').flatMap(({ items }) => items);
    expect(lines).toHaveLength(asked.length);
    for (const [index, { item, number }] of asked.entries()) {
      expect(lines[index]).toMatch(new RegExp(`^${number}\\. (必须改|建议看|没读到)：`));
      expect(lines[index]).toContain(item.text.replace(/。$/, ''));
      if (item.finding?.outcome === 'failed') expect(lines[index]).toMatch(/。[^。]+。(?:依据：.+。)?$/u);
    }
    expect(noteForAll(listOf({ ...view, muted: ids.slice(0, 2) }), view.document, '')).toMatch(
      /\n另有 2 条已知的没有列出。$/u,
    );
  });

  it('of a document without a title is about what the page calls itself, never about an address', () => {
    const bare = viewOf({ fields: { reviewer: '' } });
    const nameOf = (pageTitle: string) => noteForAll(listOf(bare), bare.document, pageTitle).split('\n')[0];
    expect(nameOf('发文稿纸')).toBe('《发文稿纸》');
    expect(nameOf('')).toBe('《当前页面的文件》');
  });
});
