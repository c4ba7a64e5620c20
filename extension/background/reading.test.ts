import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problem } from '../../core/base/problems.ts';
import { fc } from '../../core/base/testing.ts';
import type { PersonVerdict } from '../../core/check/verdicts.ts';
import { snapshotOf } from '../../core/page/testing.ts';
import type { CataloguePack } from '../../core/standards/catalogue.ts';
import type { TabView } from '../messages/view.ts';
import { fake } from '../testing.ts';
import { createReading, type Reading } from './reading.ts';

vi.mock('../browser.ts', async () => (await import('../testing.ts')).fakeDoor());

const CATALOGUE: CataloguePack = {
  schema: 'duibiao/catalogue@1',
  id: 'test',
  version: '1',
  issuedOn: '2026-11-01',
  lapsesOn: '2027-11-01',
  rows: [],
};
const URL_OF = 'http://oa.example/form';
const sheet = (reviewer: string): string =>
  `<h1>发文稿纸</h1><table><tr><td>标题</td><td>关于开展培训的通知</td></tr><tr><td>拟稿人</td><td>王芳</td></tr>
<tr><td>审核人</td><td>${reviewer}</td></tr><tr><td>签发人</td><td>周志强</td></tr></table>`;

const answer = (value: unknown) => ({ ok: true, value });
const never = (): Promise<never> => new Promise(() => {});

/** A content script that hands over this markup. */
function pageWith(html: string, captured: () => void = () => {}): typeof fake.page {
  return async ({ name }) => {
    if (name === 'here') return answer(null);
    if (name !== 'capture') throw new Error(`not expected: ${name}`);
    captured();
    return answer({ text: JSON.stringify(await snapshotOf(html)) });
  };
}

let reading: Reading;
let told: TabView[];
const statesTold = (): string[] => told.map((view) => view.state);

beforeEach(() => {
  fake.reset();
  fake.tabs.set(1, { id: 1, url: URL_OF });
  told = [];
  reading = createReading(
    async () => CATALOGUE,
    async () => [],
    (view) => told.push(view),
  );
});
afterEach(() => vi.useRealTimers());

describe('a reading', () => {
  it('is told at its beginning and at its end, and the view is remembered', async () => {
    fake.page = pageWith(sheet(''));
    expect(await reading.view(1)).toEqual({ tabId: 1, url: URL_OF, state: 'idle' });
    const view = await reading.check(1);
    expect(view).toMatchObject({ state: 'ready', document: { isDocument: true } });
    expect(statesTold()).toEqual(['reading', 'ready']);
    // Another worker, after this one was stopped.
    expect(
      await createReading(
        async () => CATALOGUE,
        async () => [],
        () => {},
      ).view(1),
    ).toEqual(view);
  });

  it('shows what was found before while it is read again, and on another page nothing', async () => {
    fake.page = pageWith(sheet(''));
    const first = await reading.check(1);
    await reading.check(1);
    expect(told[2]).toEqual({ tabId: 1, url: URL_OF, state: 'reading', before: first });
    fake.tabs.set(1, { id: 1, url: 'http://oa.example/other' });
    await reading.check(1);
    expect(told[4]).toEqual({ tabId: 1, url: 'http://oa.example/other', state: 'reading' });
  });

  it('of a page that is no document carries none', async () => {
    fake.page = pageWith('<h1>登录</h1><form><input name="user"><input type="password"></form>');
    const view = await reading.check(1);
    expect(view.state).toBe('no-document');
    expect(Object.keys(view).sort()).toEqual(['pageTitle', 'standards', 'standing', 'state', 'tabId', 'unread', 'url']);
  });

  it('of a page in which something was not read says what, and not only that it is no document', async () => {
    fake.page = pageWith(`<p>${'各窗口要认真做好服务工作。'.repeat(100_000)}</p>`);
    expect(await reading.check(1)).toMatchObject({
      state: 'no-document',
      unread: [problem('page-too-large').message],
    });
    fake.page = pageWith('<p>各窗口</p>');
    expect(await reading.check(1)).toMatchObject({ state: 'no-document', unread: [] });
  });

  it('of a classified document carries nothing of it, here and in what is remembered', async () => {
    fake.page = pageWith(`<p>机密★1年</p>${sheet('石大川')}<p>密码机房巡检</p>`);
    const view = await reading.check(1);
    expect(view).toMatchObject({ state: 'stopped', url: 'http://oa.example' });
    const held = JSON.stringify([view, told, await fake.browser.storage.session.get(null)]);
    expect(held).toContain('机密');
    expect(held).not.toMatch(/培训|王芳|石大川|巡检|document/);
  });

  it('is known as kept while the document says the same', async () => {
    fake.page = pageWith(sheet(''));
    const view = await reading.check(1);
    if (view.state !== 'ready') return expect.unreachable();
    const keptAs = { sequence: 3, registeredAt: '2026-11-20T00:00:00Z', indicators: ['C10'] };
    await reading.noteKept(view, keptAs);
    expect(await reading.check(1)).toMatchObject({ keptAs });
    fake.page = pageWith(sheet('石大川'));
    expect(await reading.check(1)).not.toHaveProperty('keptAs');
  });

  it('knows in every tab how the entry that keeps it stands now, and tells it', async () => {
    fake.page = pageWith(sheet(''));
    const view = await reading.check(1);
    if (view.state !== 'ready') return expect.unreachable();
    const keptAs = { sequence: 3, registeredAt: '2026-11-20T00:00:00Z', indicators: ['C10'] };
    await reading.noteKept(view, keptAs);
    await reading.noteCorrected({ sequence: 4, withdrawn: true, reason: '别的' });
    expect(await reading.view(1)).toMatchObject({ keptAs });
    await reading.noteCorrected({ sequence: 3, withdrawn: true, reason: '留错了' });
    expect(told.at(-1)).toMatchObject({ keptAs: { ...keptAs, withdrawn: true } });
    // Another indicator leaves it withdrawn, and so does reading the page again.
    await reading.noteCorrected({ sequence: 3, indicators: ['C4'], reason: '归错了' });
    expect(await reading.check(1)).toMatchObject({ keptAs: { indicators: ['C4'], withdrawn: true } });
    await reading.noteCorrected({ sequence: 3, withdrawn: false, reason: '没有留错' });
    const again = await reading.view(1);
    expect(again).toMatchObject({ keptAs: { ...keptAs, indicators: ['C4'] } });
    expect(again.state === 'ready' && again.keptAs).not.toHaveProperty('withdrawn');
  });
});

describe('a page that is closed to us', () => {
  it('is not allowed, and a problem where the person has just clicked', async () => {
    expect(await reading.check(1)).toMatchObject({ state: 'not-allowed' });
    expect(await reading.clicked(1)).toMatchObject({ state: 'problem', problem: { code: 'page-not-allowed' } });
  });

  it('is let in by one content script, however many readings ask for it', async () => {
    let injected = 0;
    let there = false;
    const page = pageWith(sheet(''));
    fake.page = async (message, frameId) => {
      if (!there) throw new Error('Receiving end does not exist.');
      return page(message, frameId);
    };
    fake.inject = async () => {
      injected += 1;
      await new Promise((resolve) => setTimeout(resolve, 200));
      there = true;
      return [];
    };
    const first = reading.clicked(1);
    await vi.waitFor(() => expect(injected).toBe(1));
    const views = await Promise.all([first, reading.check(1), reading.check(1)]);
    expect(injected).toBe(1);
    expect(views.map((view) => view.state)).toEqual(['ready', 'ready', 'ready']);
  });
});

describe('a reading that is overtaken', () => {
  it('gives the newest result at once, even when its own page never answers', async () => {
    let asked = 0;
    const page = pageWith(sheet('石大川'));
    fake.page = (message, frameId) => {
      if (message.name !== 'capture') return page(message, frameId);
      asked += 1;
      return asked === 1 ? never() : page(message, frameId);
    };
    const first = reading.check(1);
    await vi.waitFor(() => expect(asked).toBe(1));
    const second = reading.check(1);
    expect(await first).toBe(await second);
    expect(await second).toMatchObject({ state: 'ready' });
    expect(statesTold()).toEqual(['reading', 'reading', 'ready']);
  });

  it('tells nothing when it wakes up after the newer one has ended', async () => {
    fake.page = pageWith(sheet(''));
    const { get } = fake.browser.tabs;
    let wake = (): void => {};
    fake.browser.tabs.get = (id) =>
      new Promise((resolve) => {
        wake = () => resolve(get(id));
      });
    const first = reading.check(1);
    fake.browser.tabs.get = get;
    const second = await reading.check(1);
    wake();
    expect(await first).toBe(second);
    expect(statesTold()).toEqual(['reading', 'ready']);
  });

  it('never shows what it found', async () => {
    const answers: ((reply: unknown) => void)[] = [];
    fake.page = ({ name }) =>
      name === 'here' ? Promise.resolve(answer(null)) : new Promise((resolve) => answers.push(resolve));
    const [old, fresh] = [await snapshotOf(sheet('')), await snapshotOf(sheet('石大川'))];
    const first = reading.check(1);
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    const second = reading.check(1);
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.(answer({ text: JSON.stringify(fresh) }));
    answers[0]?.(answer({ text: JSON.stringify(old) }));
    const views = [await first, await second, await reading.view(1), told.at(-1)];
    const keys = views.map((view) => (view?.state === 'ready' ? view.document.sha256 : view?.state));
    expect(new Set(keys).size).toBe(1);
    expect(JSON.stringify(views[0])).toContain('石大川');
  });

  it('is joined instead by who only wants to see the page', async () => {
    let captures = 0;
    let answerNow = (): void => {};
    const asked = new Promise<void>((resolve) => {
      answerNow = resolve;
    });
    const page = pageWith(sheet(''), () => {
      captures += 1;
    });
    fake.page = async (message, frameId) => {
      const reply = await page(message, frameId);
      if (message.name === 'capture') await asked;
      return reply;
    };
    const first = reading.clicked(1);
    await vi.waitFor(() => expect(captures).toBe(1));
    const joined = [reading.check(1, true), reading.check(1, true)];
    answerNow();
    const views = await Promise.all([first, ...joined]);
    expect(statesTold()).toEqual(['reading', 'ready']);
    expect(captures).toBe(1);
    expect(new Set(views).size).toBe(1);
    await reading.check(1, true);
    expect(captures).toBe(2);
  });
});

describe('a page that does not answer', () => {
  const late = { state: 'problem', problem: { code: 'page-timeout' } };
  it.each<[what: string, set: () => void]>([
    [
      'to the question whether we are there',
      () => {
        fake.page = never;
      },
    ],
    [
      'to the injection: it never comes to rest',
      () => {
        fake.inject = never;
      },
    ],
    [
      'to the request for its content',
      () => {
        fake.page = ({ name }) => (name === 'here' ? Promise.resolve(answer(null)) : never());
      },
    ],
    [
      'with the second part of its content',
      () => {
        fake.page = async ({ name }) =>
          name === 'here' ? answer(null) : name === 'capture' ? answer({ text: '{', more: 1 }) : never();
      },
    ],
  ])('%s is given up with a sentence', async (_what, set) => {
    vi.useFakeTimers();
    set();
    const view = reading.check(1);
    await vi.advanceTimersByTimeAsync(19_000);
    expect(statesTold()).toEqual(['reading']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await view).toMatchObject(late);
    expect(statesTold()).toEqual(['reading', 'problem']);
  });

  it('in a frame of another address is read without that frame', async () => {
    const top = await snapshotOf(`${sheet('')}<iframe src="http://elsewhere.example/"></iframe>`);
    vi.useFakeTimers();
    fake.page = async ({ name }, frameId) => {
      if (frameId !== 0) return never();
      return answer(name === 'here' ? null : { text: JSON.stringify(top) });
    };
    fake.inject = async ({ target }) => (target.frameIds ? [] : [{ frameId: 7, result: 'http://elsewhere.example/' }]);
    const view = reading.check(1);
    await vi.advanceTimersByTimeAsync(9_000);
    const got = await view;
    expect(got).toMatchObject({ state: 'ready' });
    expect(JSON.stringify(got)).toContain('没读到');
  });

  it('is gone when its tab is closed: nobody waits', async () => {
    fake.page = never;
    const view = reading.check(1);
    await vi.waitFor(() => expect(statesTold()).toEqual(['reading']));
    fake.tabs.delete(1);
    reading.forget(1);
    await expect(view).rejects.toMatchObject({ problem: { code: 'page-gone' } });
  });
});

it('what was decided about a document stands in every tab that shows it', async () => {
  fake.tabs.set(2, { id: 2, url: URL_OF });
  fake.page = pageWith(sheet(''));
  const said: PersonVerdict[] = [];
  reading = createReading(
    async () => CATALOGUE,
    async () => said,
    (view) => told.push(view),
  );
  const [first] = [await reading.check(1), await reading.check(2)];
  if (first.state !== 'ready') throw new Error('not read');
  told = [];
  await reading.restate(1, async () => {
    said.push({ finding: 'a', verdict: 'fixed', reason: '', who: '', until: '', message: '', uri: '' });
  });
  expect(told.map((view) => [view.tabId, view.state === 'ready' && view.verdicts.length])).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

describe('a page that answers something else', { timeout: 30_000 }, () => {
  const HUGE = 'x'.repeat(20_000_000);
  const refused = { state: 'problem', problem: { code: 'page-answer-invalid' } };
  const answering = (reply: (name: string) => unknown): void => {
    fake.page = async ({ name }) => (name === 'here' ? answer(null) : reply(name));
  };

  it.each<[what: string, reply: (name: string) => unknown]>([
    ['nothing', () => undefined],
    ['no reply', () => ({ value: { text: '{}' } })],
    ['no part', () => answer('{}')],
    ['a part that is no text', () => answer({ text: 1 })],
    ['a part with more in it', () => answer({ text: '{}', html: '<p>' })],
    ['no snapshot', () => answer({ text: '{}' })],
    ['half of one', () => answer({ text: '{"schema":"duibiao/page@1"' })],
    ['parts without end', () => answer({ text: ' ', more: 1 })],
    ['parts of any size', () => answer({ text: HUGE, more: 1 })],
    ['a problem that we have no sentence for', () => ({ ok: false, problem: { code: 'constructor', message: '' } })],
    ['a sentence without end', () => ({ ok: false, problem: { code: 'internal', message: 'x'.repeat(2_000) } })],
  ])('%s is refused with a sentence', async (_what, reply) => {
    answering(reply);
    expect(await reading.check(1)).toMatchObject(refused);
  });

  it('tells its own problem by our code', async () => {
    answering(() => ({ ok: false, problem: { code: 'page-not-allowed', message: '浏览器不允许读这个页面（PDF）。' } }));
    expect(await reading.check(1)).toMatchObject({ state: 'problem', problem: { code: 'page-not-allowed' } });
  });

  it('whatever it is, ends with a view', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map(answer),
          fc.json().map((text) => answer({ text })),
        ),
        async (reply) => {
          answering(() => reply);
          expect(await reading.check(1)).toMatchObject({ state: 'problem' });
        },
      ),
      { numRuns: 60 },
    );
  });
});
