import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import type { WaitingWaiver } from '../../core/evidence/waiver.ts';
import type { EntryDraft, LedgerEntry } from '../../core/ledger/entry.ts';
import type { WaiverPayload } from '../../core/ledger/kinds/index.ts';
import { snapshotOf } from '../../core/page/testing.ts';
import { FROM_PAGE, LEFT_ANSWER } from '../messages/from-page.ts';
import { serve } from '../messages/serve.ts';
import type { Guarding } from '../messages/to-page.ts';
import type { ReadyView } from '../messages/view.ts';
import { fake } from '../testing.ts';
import { setGuardOff, setOff } from './addresses.ts';
import { createGuard } from './guard.ts';
import { judge } from './judge.ts';
import { mute } from './muting.ts';
import { createReading, type Reading } from './reading.ts';
import { createWaivers, dropLeftAnswers, type Waivers } from './waivers.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

const CATALOGUE = {
  ...{ schema: 'duibiao/catalogue@1' as const, id: 'test', version: '1', issuedOn: '2026-11-01' },
  ...{ lapsesOn: '2027-11-01', rows: [] },
};
const URL_OF = 'http://oa.example/form';
const FRAME = { id: 'duibiao', url: URL_OF, tab: { id: 1 }, frameId: 0 };
const TOKEN = '0123456789abcdef0123456789abcdef';

const sheet = (rows: string): string =>
  `<h1>发文稿纸</h1><table><tr><td>标题</td><td>关于开展培训的通知</td></tr><tr><td>拟稿人</td><td>王芳</td></tr>${rows}
<tr><td>流程状态</td><td>已签发</td></tr></table>`;
const FAULTY = sheet('<tr><td>审核人</td><td></td></tr><tr><td>签发人</td><td></td></tr>');
const CLEAN = sheet('<tr><td>审核人</td><td>石大川</td></tr><tr><td>签发人</td><td>周志强</td></tr>');

let armed: Guarding[];
let appended: EntryDraft[];
/** The next appends fail, as where the browser stops the worker in the middle. */
let failing: number;
let reading: Reading;
let waivers: Waivers;

const WAITING: WaitingWaiver = { about: { document: {} as never, findings: [] }, subject: '', names: [] };
/** A ledger in memory, the last entry of which is known. */
const LEDGER: Parameters<typeof createWaivers>[0] = {
  append: async (draft) => {
    appended.push(draft);
    if (failing-- > 0) throw new Error('stopped after it was written');
    return {} as LedgerEntry;
  },
  seat: async () => '综合窗口1',
  ledger: {
    head: async () => ({ chain: 'c', sequence: appended.length, hash: '' }),
    records: async function* () {
      for (const { payload, kind } of appended) yield { entry: { kind, kindVersion: 2 } as LedgerEntry, payload };
    },
  },
};

function page(html: string): void {
  fake.page = async ({ name, body }) => {
    if (name === 'here') return { ok: true, value: null };
    if (name === 'arm') {
      armed.push(body as Guarding);
      return { ok: true, value: { script: false } };
    }
    return { ok: true, value: { text: JSON.stringify(await snapshotOf(html)) } };
  };
}

beforeEach(() => {
  fake.reset();
  fake.tabs.set(1, { id: 1, url: URL_OF });
  fake.browser.permissions.getAll = async () => ({ origins: ['http://oa.example/*'] });
  [armed, appended, failing] = [[], [], 0];
  page(FAULTY);
  waivers = createWaivers(LEDGER);
  const guard = createGuard({
    reading: { check: (...given) => reading.check(...given) },
    judge: (tabId, snapshot) =>
      judge(tabId, snapshot, { catalogue: CATALOGUE, verdictsOn: async () => [], quick: true }),
    waivers,
  });
  reading = createReading(
    async () => CATALOGUE,
    async () => [],
    (view) => guard.told(view),
  );
  serve('guard', FROM_PAGE, guard.handlers);
});

const send = (name: string, body: unknown = {}, sender: object = FRAME) =>
  fake.send({ to: 'guard', name, body }, sender) as Promise<{ ok: boolean; value: never }>;
const last = (): Guarding | undefined => armed.at(-1);

/** Has the page read, and gives what it was told. */
async function readNow(): Promise<NonNullable<Guarding['guard']>> {
  await send('found');
  await vi.waitFor(() => expect(last()?.guard).toBeDefined());
  return last()?.guard as NonNullable<Guarding['guard']>;
}

describe('a page', () => {
  it('of an address that is always on is told what would be asked, and what submits', async () => {
    const guard = await readNow();
    expect(last()).toMatchObject({ standing: true, document: true });
    expect(guard.musts.map(({ text }) => text)).toEqual(expect.arrayContaining(['审核人是空的。', '签发人是空的。']));
    expect(guard.musts[0]?.place).toMatchObject({ from: 'page', label: '审核人' });
    expect(guard).toMatchObject({ asked: false, keeps: true, apart: false });
    expect(guard.captions).toContain('提交');
  });

  it('without faults is told of none', async () => {
    page(CLEAN);
    expect(await readNow()).toMatchObject({ musts: [], more: 0 });
  });

  it('is told no more than three, and how many more there are', async () => {
    const blank = ['拟稿人', '审核人', '签发人'].map((label) => `<tr><td>${label}</td><td></td></tr>`).join('');
    const rows = `${blank}<tr><td>发文字号</td><td>源政办[2026]012号</td></tr>`;
    page(sheet(rows).replace('<tr><td>拟稿人</td><td>王芳</td></tr>', ''));
    const { musts, more } = await readNow();
    expect(musts).toHaveLength(3);
    expect(more).toBeGreaterThan(0);
  });

  it.each<[what: string, set: () => Promise<unknown> | unknown]>([
    ['where nobody allowed it', () => (fake.browser.permissions.getAll = async () => ({ origins: [] }))],
    ['that was switched off', () => setOff(URL_OF, true)],
    ['whose guard was switched off', () => setGuardOff(URL_OF, true)],
    ['where policy wants no guard', () => fake.browser.storage.local.set({ guardHandedOut: false })],
  ])('%s is not read by itself, and hears that it is not guarded', async (_what, set) => {
    await set();
    await send('found');
    await vi.waitFor(() => expect(armed).toHaveLength(1));
    expect(last()).toEqual({ standing: false, document: false });
    expect((await reading.view(1)).state).toBe('idle');
  });

  it('that is no document, or classified, is not guarded', async () => {
    page('<h1>登录</h1><p>拟稿人</p><p>审核人</p>');
    await send('found');
    await vi.waitFor(() => expect(last()).toEqual({ standing: true, document: false }));
    page(`<p>机密★1年</p>${FAULTY}`);
    await send('found');
    await vi.waitFor(() => expect(last()).toEqual({ standing: true, document: true }));
  });

  it('that could not be read goes on being looked at', async () => {
    fake.page = async ({ name, body }) => {
      if (name === 'arm') armed.push(body as Guarding);
      return name === 'capture'
        ? { ok: true, value: { text: '{' } }
        : { ok: true, value: name === 'arm' ? { script: false } : null };
    };
    await send('found');
    await vi.waitFor(() => expect(last()).toEqual({ standing: true, document: true }));
  });

  it('is asked about nothing that the person accepted or muted', async () => {
    const before = await readNow();
    const view = (await reading.view(1)) as ReadyView;
    const muted = view.run.findings.find(({ message }) => message === '审核人是空的。');
    await reading.restate(1, (ready) => mute(ready, muted?.id ?? '', 'document'));
    await vi.waitFor(() => expect(last()?.guard?.musts).toHaveLength(before.musts.length - 1));
  });

  it('that submits after a change hears what is so now', async () => {
    await readNow();
    page(CLEAN);
    expect(await send('submitting')).toMatchObject({ ok: true, value: { guard: { musts: [] } } });
  });

  it('that hands over what it is now hears it without being read, and what is answered then is kept', async () => {
    await readNow();
    const parts = [JSON.stringify(await snapshotOf(FAULTY.replace('培训', '值班')))];
    fake.page = async () => expect.unreachable();
    const { value } = await send('submitting', { parts });
    const { guard } = value as Guarding;
    expect(guard?.musts).not.toEqual([]);
    await send('answered', { version: guard?.version, token: TOKEN, reason: '急件' });
    expect(appended[0]).toMatchObject({ subject: expect.stringContaining('值班'), payload: { reason: '急件' } });
    expect(await send('submitting', { parts: ['{'] })).toMatchObject({ ok: false });
  });

  it('in a frame of its own is told no places: they are places of the top one', async () => {
    const { value } = await send('submitting', {}, { ...FRAME, frameId: 4 });
    expect(JSON.stringify(value)).not.toContain('"place"');
    expect(JSON.stringify(value)).toContain('审核人是空的');
  });
});

describe('what the person answers', () => {
  const answer = (version: string, reason: string | null) => send('answered', { version, token: TOKEN, reason });
  /** What a page lays down that goes in the same moment. */
  const leave = (version: string, left: unknown) => fake.browser.storage.local.set({ [LEFT_ANSWER + version]: left });
  const memory = async () =>
    JSON.stringify([await fake.browser.storage.session.get(null), await fake.browser.storage.local.get(null)]);

  it('is remembered for that version, and for no other', async () => {
    const { version } = await readNow();
    await answer(version, null);
    expect((await send('submitting')).value).toMatchObject({ guard: { version, asked: true } });
    expect(appended).toEqual([]);
    page(sheet('<tr><td>审核人</td><td></td></tr>'));
    expect((await send('submitting')).value).toMatchObject({ guard: { asked: false } });
  });

  it('is kept once when it submits all the same, also when the acknowledgement was lost', async () => {
    const { version } = await readNow();
    failing = 1;
    expect(await answer(version, '领导已口头同意')).toMatchObject({ ok: false });
    expect(await answer(version, '领导已口头同意')).toMatchObject({ ok: true });
    expect(await answer(version, '领导已口头同意')).toMatchObject({ ok: true });
    expect(appended).toHaveLength(1);
    expect(appended[0]).toMatchObject({
      kind: 'waiver',
      actor: '综合窗口1',
      payload: { reason: '领导已口头同意', once: TOKEN },
    });
    const kept = appended.map(({ payload }) => payload as WaiverPayload);
    expect(kept[0]?.findings.map(({ message }) => message)).toContain('审核人是空的。');
  });

  it('is kept once when it comes twice at the same time', async () => {
    const { version } = await readNow();
    await Promise.all([answer(version, ''), answer(version, '')]);
    expect(appended).toHaveLength(1);
  });

  it('is kept although the page has moved on since it was asked', async () => {
    const { version } = await readNow();
    page('<p>提交成功</p>');
    await reading.check(1);
    await answer(version, '');
    expect(appended).toHaveLength(1);
  });

  it('of something that was never found here keeps nothing', async () => {
    await readNow();
    await answer('f'.repeat(64), '编的');
    expect(appended).toEqual([]);
  });

  it('about a document whose secrecy has to be looked at first keeps nothing', async () => {
    page(sheet('<tr><td>密级</td><td>内部</td></tr><tr><td>审核人</td><td></td></tr>'));
    const { version, keeps } = await readNow();
    expect(keeps).toBe(false);
    await answer(version, '');
    expect(appended).toEqual([]);
    expect(JSON.stringify(await fake.browser.storage.session.get(null))).not.toContain('guardWaiting');
  });

  it('is kept by the next worker when it was left with nobody to hear it, once, and nothing of it stays behind', async () => {
    const { version } = await readNow();
    await leave(version, { token: TOKEN, reason: '急件' });
    expect(appended).toEqual([]);
    const next = createWaivers(LEDGER);
    next.takeLeft();
    await vi.waitFor(() => expect(appended).toHaveLength(1));
    expect(appended[0]).toMatchObject({ kind: 'waiver', payload: { reason: '急件', once: TOKEN } });
    expect((await send('submitting')).value).toMatchObject({ guard: { version, asked: true } });
    await answer(version, '急件');
    expect(appended).toHaveLength(1);
    expect(await memory()).not.toContain(TOKEN);
  });

  it('is kept when it is left while the worker is up, once, whichever way it comes first', async () => {
    const { version } = await readNow();
    waivers.takeLeft();
    failing = 1;
    await leave(version, { token: TOKEN, reason: '急件' });
    expect(await answer(version, '急件')).toMatchObject({ ok: true });
    expect(appended).toHaveLength(1);
    await vi.waitFor(async () => expect(await memory()).not.toContain(TOKEN));
  });

  it('that was left in another form, or to no question, keeps nothing, and goes', async () => {
    const { version } = await readNow();
    waivers.takeLeft();
    for (const left of [
      5,
      null,
      { token: TOKEN },
      { token: 'x', reason: '' },
      { token: TOKEN, reason: 'x'.repeat(501) },
    ]) {
      await leave(version, left);
      await vi.waitFor(async () => expect(await fake.browser.storage.local.get(null)).toEqual({}));
    }
    await leave('f'.repeat(64), { token: TOKEN, reason: '编的' });
    await vi.waitFor(async () => expect(Object.keys(await fake.browser.storage.local.get(null))).toHaveLength(1));
    await dropLeftAnswers();
    expect(await fake.browser.storage.local.get(null)).toEqual({});
    expect(appended).toEqual([]);
    // The question is open still.
    await answer(version, '急件');
    expect(appended).toHaveLength(1);
  });

  it('is waited for about the last forty versions, and no more', async () => {
    for (let count = 0; count < 45; count += 1) waivers.ready(`v${count}`, () => WAITING);
    await waivers.answered('v4', 'a'.repeat(32), '');
    expect(appended).toEqual([]);
    await waivers.answered('v5', 'b'.repeat(32), '');
    expect(appended).toHaveLength(1);
    const names = Object.keys(await fake.browser.storage.session.get(null));
    expect(names.filter((name) => name.startsWith('guardWaiting:'))).toHaveLength(40);
  });
});

describe('a message of a page', () => {
  it('is heard from a content script of ours only, in a frame that the browser names', async () => {
    for (const sender of [
      { ...FRAME, id: 'another' },
      { id: 'duibiao', url: URL_OF },
      { ...FRAME, frameId: undefined },
    ])
      expect(await send('found', {}, sender)).toBeUndefined();
    expect(await fake.send({ to: 'background', name: 'check', body: { tabId: 1 } }, FRAME)).toBeUndefined();
  });

  it('of another form is refused, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (body) => {
        expect(await send('answered', body)).toMatchObject({ ok: false, problem: { code: 'message-invalid' } });
      }),
      { numRuns: 60 },
    );
    expect(appended).toEqual([]);
  });
});
