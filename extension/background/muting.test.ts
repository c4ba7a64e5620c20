import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { groupOf } from '../../core/check/summary.ts';
import { RULES } from '../../core/rules/index.ts';
import { type DocumentSketch, documentFrom, runOf } from '../../core/rules/testing.ts';
import type { MuteScope } from '../messages/settings.ts';
import { fake } from '../testing.ts';
import { mute, mutedIn, unmute } from './muting.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());
beforeEach(() => fake.reset());

const sketch: DocumentSketch = {
  stage: 'review',
  fields: {
    title: '关于开展培训的通知',
    docNumber: '源政办[2026]12号',
    drafter: ['王芳'],
    reviewer: ['党政办'],
    approver: ['周志强'],
    draftedOn: '2026-11-18',
    reviewedOn: '2026-11-18',
  },
};
function viewOf(given: DocumentSketch = sketch, url = 'http://oa.example/form?id=1') {
  const document = documentFrom(given);
  return { url, document, run: runOf(RULES, document) };
}
const view = viewOf();
const idIn = (group: 'must' | 'look'): string => view.run.findings.find((one) => groupOf(one) === group)?.id ?? '';
const [must, look] = [idIn('must'), idIn('look')];
/** The same form at the same address, about another document. */
const sibling = viewOf({ ...sketch, key: 'another' }, 'http://oa.example/form?id=2');
const rulesMuted = async (seen: ReturnType<typeof viewOf>): Promise<string[]> => {
  const ids = await mutedIn(seen);
  return seen.run.findings.filter(({ id }) => ids.includes(id)).map(({ rule }) => rule);
};

describe('a finding that is muted', () => {
  it('in its document is muted there, and not in another one', async () => {
    expect([must, look]).not.toContain('');
    const before = JSON.stringify(view);
    await mute(view, must, 'document');
    await mute(view, look, 'document');
    expect((await mutedIn(view)).toSorted()).toEqual([must, look].toSorted());
    expect(await mutedIn(sibling)).toEqual([]);
    // The run is what was found, whatever a person does not want to hear.
    expect(JSON.stringify(view)).toBe(before);
  });

  it('on its form is muted in every document of that form, at that address only', async () => {
    const rule = view.run.findings.find(({ id }) => id === look)?.rule;
    await mute(view, look, 'form');
    expect(await rulesMuted(view)).toContain(rule);
    expect(await rulesMuted(sibling)).toContain(rule);
    expect(await mutedIn(viewOf(sketch, 'http://oa.example:81/form'))).toEqual([]);
    expect(await mutedIn(viewOf({ ...sketch, kindWord: '请示' }))).toEqual([]);
    await unmute(sibling, sibling.run.findings.find((one) => one.rule === rule)?.id ?? '');
    expect(await mutedIn(view)).toEqual([]);
  });

  it('is never one that must be changed beyond its document, nor one that asks for nothing', async () => {
    await mute(view, must, 'form');
    const passed = view.run.findings.find(({ outcome }) => outcome === 'passed')?.id ?? '';
    for (const scope of ['document', 'form'] satisfies MuteScope[]) {
      await mute(view, passed, scope);
      await mute(view, 'no such finding', scope);
    }
    expect(await mutedIn(view)).toEqual([]);
    expect(await fake.browser.storage.local.get('muted')).toEqual({});
  });

  it('is reminded of again, and forgotten first when there are too many', async () => {
    await mute(view, must, 'document');
    await unmute(view, must);
    expect(await mutedIn(view)).toEqual([]);
    const many = Array.from({ length: 2_000 }, (_, index) => ({ scope: 'document', finding: `f${index}` }));
    await fake.browser.storage.local.set({ muted: many });
    await Promise.all([mute(view, must, 'document'), mute(view, look, 'document')]);
    const { muted } = (await fake.browser.storage.local.get('muted')) as { muted: { finding: string }[] };
    expect(muted).toHaveLength(2_000);
    expect(muted[0]?.finding).toBe('f2');
    expect((await mutedIn(view)).toSorted()).toEqual([must, look].toSorted());
  });

  it('is none where what is stored is no such list', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (muted) => {
        await fake.browser.storage.local.set({ muted });
        expect(await mutedIn(view)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});
