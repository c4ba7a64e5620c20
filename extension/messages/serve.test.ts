import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fc } from '../../core/base/testing.ts';
import { fake } from '../testing.ts';
import { ask } from './ask.ts';
import { serve } from './serve.ts';
import { hear, signal } from './signals.ts';
import { TO_BACKGROUND } from './to-background.ts';
import { TO_PAGE } from './to-page.ts';
import { isMoved, isUnmarked, MOVED, UNMARKED } from './watch.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

const SCRIPT = { id: 'duibiao', url: 'http://oa.example/', tab: { id: 1 } };
const STRANGER = { id: 'another', url: 'chrome-extension://another/a.html' };

/** Names and bodies that reached a handler. */
let reached: [name: string, body: unknown][];
const handlers = <Table extends object>(table: Table) =>
  Object.fromEntries(
    Object.keys(table).map((name) => [
      name,
      (body: unknown) => {
        reached.push([name, body]);
        return null;
      },
    ]),
  ) as never;

beforeEach(() => {
  fake.reset();
  reached = [];
  serve('background', TO_BACKGROUND, handlers(TO_BACKGROUND));
});

const send = (name: string, body: unknown, sender?: object) => fake.send({ to: 'background', name, body }, sender);
const refused = { ok: false, problem: { code: 'message-invalid', message: expect.stringMatching(/^“对标”.*。$/u) } };
const source = { from: 'page' as const, frame: '0.1', label: '审核人', path: '#a' };
const marking = { marks: [{ number: 1, source }], text: '空', go: true };

describe('the background', () => {
  it('is given what has the form of its table', async () => {
    expect(await send('show', { tabId: 1, ...marking })).toEqual({ ok: true, value: null });
    expect(reached).toEqual([['show', { tabId: 1, ...marking }]]);
  });

  it.each<[name: string, body: unknown]>([
    ['view', {}],
    ['view', null],
    ['view', { tabId: '1' }],
    ['check', { tabId: 1.5 }],
    ['check', { tabId: 1, join: 'yes' }],
    ['show', { tabId: 1, ...marking, marks: [{ number: 1, source: { ...source, from: 'file' } }] }],
    ['show', { tabId: 1, ...marking, marks: [{ number: 1, source: { ...source, frame: '../0' } }] }],
    ['show', { tabId: 1, ...marking, marks: [{ number: 1, source: { from: 'page', frame: '' } }] }],
    ['show', { tabId: 1, ...marking, marks: [{ number: 0, source }] }],
    ['show', { tabId: 1, ...marking, marks: Array.from({ length: 201 }, () => ({ number: 1, source })) }],
    ['show', { tabId: 1, ...marking, text: 'x'.repeat(100_001) }],
    ['mute', { tabId: 1, id: 'a', scope: 'all' }],
    ['setAddressOff', { url: 'http://oa.example/', off: 'yes' }],
    ['keep', { tabId: 1, runId: {} }],
    ['rate', { scorecard: 'pilot', indicator: 'C1', score: '3', reason: '' }],
    ['rate', { scorecard: 'pilot', indicator: 'C1', score: Number.NaN, reason: '' }],
    ['correct', { sequence: 1, withdrawn: true, reason: '　' }],
    ['correct', { sequence: 0, withdrawn: true, reason: '留错了' }],
    ['correct', { sequence: 1, withdrawn: 'yes', reason: '留错了' }],
    ['annotate', { sequence: 1, text: '' }],
    ['annotate', { sequence: 1, text: '字'.repeat(501) }],
    ['noteExport', { name: 'a.xlsx', form: 'ledger-xlsx', fingerprint: 'a'.repeat(65) }],
    ['noteExport', { name: 'a.xlsx', form: 'xlsx', fingerprint: 'a'.repeat(64) }],
    ['importUnit', { name: 'a.json', text: { schema: 'duibiao/unit@1' } }],
    ['setSeat', { seat: '窗'.repeat(41) }],
    ['addTasks', { tasks: [{ id: 'a' }], listed: [] }],
    ['setTask', { id: 'a', who: '', dueOn: '2026-02-30', note: '', how: null }],
    ['setTask', { id: 'a', who: '', dueOn: '', note: '', how: 'over' }],
    ['removeTasks', { ids: ['a'.repeat(17)] }],
    ['settings', { more: 1 }],
  ])('refuses a malformed %s with a coded problem: %j', async (name, body) => {
    expect(await send(name, body)).toEqual(refused);
    expect(reached).toEqual([]);
  });

  it('gives no handler anything but what its table says, whatever is sent', async () => {
    const names = fc.oneof(fc.constantFrom(...Object.keys(TO_BACKGROUND)), fc.string());
    const message = fc.oneof(
      fc.record({ to: fc.constant('background'), name: names, body: fc.anything() }),
      fc.anything(),
    );
    await fc.assert(
      fc.asyncProperty(message, async (sent) => {
        const reply = await fake.send(sent);
        expect(reply === undefined || (typeof reply === 'object' && reply !== null && 'ok' in reply)).toBe(true);
      }),
    );
    // Only the two that ask for nothing can be met by chance.
    expect(reached.every(([, body]) => JSON.stringify(body) === '{}')).toBe(true);
  });

  it('hears neither a content script nor a stranger, and no message that only every object has', async () => {
    expect(await send('settings', {}, SCRIPT)).toBeUndefined();
    expect(await send('settings', {}, STRANGER)).toBeUndefined();
    for (const name of ['constructor', '__proto__', 'toString', 'nothing'])
      expect(await send(name, {})).toBeUndefined();
    expect(await fake.send({ to: 'page', name: 'settings', body: {} })).toBeUndefined();
    expect(reached).toEqual([]);
  });
});

it('an answer is the value, and a problem is thrown as it is', async () => {
  fake.background = async () => ({ ok: false, problem: { code: 'page-gone', message: '页面已关闭。' } });
  await expect(ask('view', { tabId: 1 })).rejects.toMatchObject({ problem: { code: 'page-gone' } });
  fake.background = async () => ({ ok: true, value: { shown: 1 } });
  expect(await ask('show', { tabId: 1, ...marking })).toEqual({ shown: 1 });
});

it('a background that is stopped before it answers is a problem that says what to look at', async () => {
  const stopped = { problem: { code: 'background-stopped', message: expect.stringContaining('先到“证据”看最后一条') } };
  fake.background = async () => undefined;
  await expect(ask('view', { tabId: 1 })).rejects.toMatchObject(stopped);
  fake.background = () => Promise.reject(new Error('The message port closed before a response was received.'));
  await expect(ask('view', { tabId: 1 })).rejects.toMatchObject(stopped);
});

it('the page serves its own table alone', async () => {
  fake.reset();
  serve('page', TO_PAGE, handlers(TO_PAGE));
  const ask = (name: string, body: unknown) => fake.send({ to: 'page', name, body }, { id: 'duibiao' });
  expect(await ask('captureMore', { number: 2 })).toEqual({ ok: true, value: null });
  for (const body of [{}, { number: '2' }, { number: 2, more: 1 }])
    expect(await ask('captureMore', body)).toEqual(refused);
  expect(await ask('mark', { ...marking, marks: [{ number: 1, source: { ...source, frame: 'a' } }] })).toEqual(refused);
  expect(await ask('settings', {})).toBeUndefined();
  expect(reached).toEqual([['captureMore', { number: 2 }]]);
});

it('a signal is heard from our own pages only', async () => {
  const heard: unknown[] = [];
  const stop = hear('ledgerChanged', (body) => heard.push(body));
  const body = { head: { sequence: 1, hash: 'a' } };
  signal('ledgerChanged', body);
  await vi.waitFor(() => expect(heard).toEqual([body]));
  await fake.send({ to: 'all', name: 'ledgerChanged', body }, SCRIPT);
  await fake.send({ to: 'all', name: 'ledgerChanged', body }, STRANGER);
  for (const other of [null, {}, { head: { sequence: '1', hash: 'a' } }, { head: { sequence: 1 } }])
    await fake.send({ to: 'all', name: 'ledgerChanged', body: other });
  stop();
  signal('ledgerChanged', body);
  expect(heard).toHaveLength(1);
});

it('the port takes its two messages', () => {
  expect([isMoved(MOVED), isUnmarked(MOVED)]).toEqual([true, false]);
  expect([isMoved(UNMARKED), isUnmarked(UNMARKED)]).toEqual([false, true]);
  fc.assert(fc.property(fc.jsonValue(), (value) => !isMoved(value) && !isUnmarked(value)));
  for (const value of [undefined, null, {}, { moved: 1 }, 'moved']) expect(isMoved(value)).toBe(false);
});

it('makes half a character in what was typed whole', async () => {
  await send('setSeat', { seat: '窗口\ud800' });
  expect(reached).toEqual([['setSeat', { seat: '窗口\ufffd' }]]);
});

it.each([{}, { ok: true }, { ok: 1, value: 1 }, { ok: false, problem: { code: 'poem', message: '' } }, 'x', null])(
  'the background is not believed a reply of another form: %j',
  async (reply) => {
    fake.reset();
    fake.background = async () => reply;
    await expect(ask('view', { tabId: 1 })).rejects.toMatchObject({ problem: { code: 'message-invalid' } });
  },
);
