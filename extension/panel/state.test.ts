import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NoDocumentView, TabView } from '../messages/view.ts';
import { MOVED } from '../messages/watch.ts';
import { fake } from '../testing.ts';
import { followTab, type PanelState } from './state.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

const page = (id: number): string => `http://oa.example/${id}`;
const idle = (id: number): TabView => ({ tabId: id, url: page(id), state: 'idle' });
const found = (id: number): NoDocumentView => ({
  tabId: id,
  url: page(id),
  state: 'no-document',
  unread: [],
  standing: false,
  pageTitle: '登录',
  standards: { hasUnit: false, services: [], cited: [], serviceName: '', catalogueOn: '2026-11-01', seat: '' },
});
const answer = (value: unknown) => ({ ok: true, value });

/** What was asked of the background, and the readings that wait for an answer. */
let asked: string[];
let readings: { tabId: number; end(value: unknown): void; die(): void }[];

/** What the background tells everybody. */
const tell = (view: TabView): void =>
  void fake.browser.runtime.onMessage.happen(
    { to: 'all', name: 'viewChanged', body: { view } },
    { id: 'duibiao', url: 'chrome-extension://duibiao/background.js' },
  );
const reading = (id: number): TabView => ({ tabId: id, url: page(id), state: 'reading' });
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function opened(): Promise<PanelState> {
  const state = followTab(false);
  await settle();
  return state;
}

beforeEach(() => {
  fake.reset();
  asked = [];
  readings = [];
  for (const id of [1, 2]) fake.tabs.set(id, { id, url: page(id) });
  fake.active = 1;
  fake.background = ({ name, body }) => {
    const { tabId, join } = body as { tabId: number; join?: boolean };
    asked.push(join ? `${name} ${tabId} join` : `${name} ${tabId}`);
    if (name !== 'check') return Promise.resolve(answer(idle(tabId)));
    return new Promise((resolve, reject) =>
      readings.push({ tabId, end: (value) => resolve(answer(value)), die: () => reject(new Error('port closed')) }),
    );
  };
});
afterEach(() => vi.useRealTimers());

describe('a panel that opens', () => {
  it('waits for the reading that the click began, and begins none of its own', async () => {
    const state = await opened();
    expect(asked).toEqual(['view 1', 'check 1 join']);
    tell(reading(1));
    expect(state.view.value?.state).toBe('reading');
    readings[0]?.end(found(1));
    await settle();
    expect(state.view.value).toEqual(found(1));
    expect(asked).toHaveLength(2);
  });

  it('looks again where no tab is in front', async () => {
    vi.useFakeTimers();
    fake.active = undefined;
    followTab(false);
    await vi.advanceTimersByTimeAsync(400);
    expect(asked).toEqual([]);
    fake.active = 2;
    await vi.advanceTimersByTimeAsync(400);
    expect(asked).toEqual(['view 2', 'check 2 join']);
  });

  it('looks a second time: a tab that went before anybody listened was told to nobody', async () => {
    vi.useFakeTimers();
    followTab(false);
    await vi.advanceTimersByTimeAsync(100);
    fake.active = 2;
    await vi.advanceTimersByTimeAsync(500);
    expect(asked).toEqual(['view 1', 'check 1 join', 'view 2', 'check 2 join']);
  });

  it('follows when the tab goes that it shows', async () => {
    await opened();
    fake.active = 2;
    fake.browser.tabs.onRemoved.happen(1, {});
    await settle();
    expect(asked).toEqual(['view 1', 'check 1 join', 'view 2', 'check 2 join']);
    fake.browser.tabs.onRemoved.happen(1, {});
    await settle();
    expect(asked).toHaveLength(4);
  });
});

describe('a reading ends', () => {
  const problem = { tabId: 1, url: page(1), state: 'problem', problem: { code: 'background-stopped' } };

  it('with a problem when the background dies', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const state = await opened();
    tell(reading(1));
    readings[0]?.die();
    await settle();
    expect(state.view.value).toMatchObject(problem);
    // And the button asks anew.
    void state.check();
    readings[1]?.end(found(1));
    await settle();
    expect(state.view.value?.state).toBe('no-document');
  });

  it('with a problem when the background cannot even be asked for the view', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    fake.background = () => Promise.reject(new Error('Receiving end does not exist.'));
    expect((await opened()).view.value).toMatchObject({ ...problem, url: '' });
  });

  it('also one that somebody else began: the panel waits for its answer', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const state = await opened();
    readings[0]?.end(found(1));
    await settle();
    tell({ tabId: 1, url: page(1), state: 'reading', before: found(1) });
    await settle();
    expect(asked.at(-1)).toBe('check 1 join');
    readings[1]?.die();
    await settle();
    expect(state.view.value).toMatchObject(problem);
  });

  it('for the tab in front only: the answer of another is not shown', async () => {
    const state = await opened();
    fake.active = 2;
    fake.browser.tabs.onActivated.happen({ tabId: 2 });
    await settle();
    readings[0]?.end(found(1));
    await settle();
    expect(state.view.value?.tabId).toBe(2);
    expect(state.view.value?.state).toBe('idle');
  });
});

describe('a page that moves', () => {
  async function watched(): Promise<PanelState> {
    const state = await opened();
    readings[0]?.end(found(1));
    await settle();
    return state;
  }
  const move = (message: unknown = MOVED): void => void fake.ports.at(-1)?.onMessage.happen(message);

  it('is read again, and once more when it moved meanwhile, however often', async () => {
    await watched();
    move();
    for (let times = 0; times < 5; times += 1) move();
    expect(readings).toHaveLength(2);
    readings[1]?.end(found(1));
    await settle();
    expect(readings).toHaveLength(3);
    readings[2]?.end(found(1));
    await settle();
    expect(readings).toHaveLength(3);
  });

  it('is not read for anything else that comes through the port', async () => {
    await watched();
    for (const message of [null, {}, 'moved', { moved: 'yes' }]) move(message);
    expect(readings).toHaveLength(1);
  });

  it('is watched anew when another content script takes the place of the first', async () => {
    await watched();
    fake.ports[0]?.onDisconnect.happen();
    tell(found(1));
    expect(fake.ports).toHaveLength(2);
  });

  it('is watched no more when another tab is in front', async () => {
    await watched();
    fake.active = 2;
    fake.browser.tabs.onActivated.happen({ tabId: 2 });
    await settle();
    expect(fake.ports[0]?.closed).toBe(true);
    readings.at(-1)?.end(idle(2));
    await settle();
    const before = readings.length;
    fake.ports[0]?.onMessage.happen(MOVED);
    expect(readings).toHaveLength(before);
  });
});

describe('a page whose script went, as where the extension was updated', () => {
  it('is read again, and shows why it is not where nobody is let in', async () => {
    const state = await opened();
    readings[0]?.end(found(1));
    await settle();
    vi.useFakeTimers();
    fake.ports[0]?.onDisconnect.happen();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(asked.at(-1)).toBe('check 1 join');
    readings[1]?.end({ tabId: 1, url: page(1), state: 'not-allowed' });
    await vi.advanceTimersByTimeAsync(0);
    expect(state.view.value?.state).toBe('not-allowed');
  });

  it('is not read twice when it was left: the next page is read when it is there', async () => {
    await opened();
    readings[0]?.end(found(1));
    await settle();
    vi.useFakeTimers();
    fake.ports[0]?.onDisconnect.happen();
    fake.browser.tabs.onUpdated.happen(1, { status: 'loading' }, { id: 1, url: page(1) });
    await vi.advanceTimersByTimeAsync(1_500);
    expect(asked).toHaveLength(2);
  });
});
