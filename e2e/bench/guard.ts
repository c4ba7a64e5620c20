import type { Page } from '@playwright/test';
import { type Driven, launch } from '../browser.ts';
import { behind, readAs } from '../guard.ts';
import { OURS } from '../tree.ts';
import { servePages } from './pages.ts';
import { atMost, type BenchRow, median } from './row.ts';

const ROUNDS = 12;
const WARM_UP = 2;
/** After this long the page goes on without a decision: it is counted as one that took so long. */
const LIMITS = { fresh: 30, awake: 30, asleep: 150 } as const;

/** Something that must be changed, and a button. The page says when it was pressed and when it was gone on with or asked. */
const SHEET = `<!doctype html><meta charset="utf-8"><title>发文稿纸</title><script>
let pressed = 0, passed = false;
window.decided = undefined;
const done = () => { if (pressed && window.decided === undefined) window.decided = performance.now() - pressed; };
addEventListener('click', (event) => { if (event.isTrusted && event.target.id === 'go') { pressed = performance.now(); window.decided = undefined; } else done(); }, true);
new MutationObserver((records) => { if (records.some((one) => [...one.addedNodes].some((node) => node.localName === '${OURS}'))) done(); })
  .observe(document, { childList: true, subtree: true });
</script><h1>发文稿纸</h1><table><tr><td>标题</td><td><input name="title" value="关于做好窗口服务工作的通知"></td></tr>
<tr><td>拟稿人</td><td>王芳</td></tr><tr><td>审核人</td><td></td></tr><tr><td>签发人</td><td>周志强</td></tr><tr><td>流程状态</td><td>已签发</td></tr></table>
<button type="button" id="go" onclick="if (event.isTrusted) passed = true">提交</button>`;

interface Round {
  /** The page changed since it was read: the worker has to be asked. */
  changed: boolean;
  asleep: boolean;
}

async function times(
  driven: Driven,
  { tab, back, address }: { tab: Page; back: Page; address: string },
  { changed, asleep }: Round,
): Promise<number[]> {
  const measured: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    // An address of its own: what was found at another one is not taken for what is found here.
    await tab.goto(`${address}?${changed}-${asleep}-${round}`);
    // Another version each time: about one that was answered nothing is asked.
    await tab.evaluate(
      (title) => {
        const box = document.querySelector('input');
        if (box) box.value = title;
        document.body.append('');
      },
      `关于第${changed ? '甲' : '乙'}${asleep ? '一' : '二'}${round}次窗口服务的通知`,
    );
    await readAs(back, tab, 'ready');
    await tab.waitForTimeout(1_500);
    if (asleep) await driven.stopWorker();
    if (changed)
      await tab.evaluate(() => {
        const box = document.querySelector('input');
        if (box) box.value = `${box.value}（一）`;
      });
    await tab.locator('#go').click({ noWaitAfter: true });
    await tab.waitForFunction('decided !== undefined || passed');
    if (await tab.evaluate('passed')) throw new Error('the page was not guarded');
    if (round >= WARM_UP)
      measured.push(await tab.evaluate(() => (globalThis as unknown as { decided: number }).decided));
  }
  return measured;
}

/** From the press to the question: by what the page knows, and where it has changed by a new reading, with the worker awake and asleep. */
export async function guardBench(): Promise<BenchRow[]> {
  const driven = await launch({ build: 'standing' });
  const server = await servePages();
  try {
    const back = await behind(driven);
    const tab = await driven.context.newPage();
    await tab.route('**/sheet*', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: SHEET }));
    const rows: BenchRow[] = [];
    for (const [id, round, limit] of [
      ['guard', { changed: false, asleep: true }, LIMITS.fresh],
      ['guard-changed-awake', { changed: true, asleep: false }, LIMITS.awake],
      ['guard-changed-asleep', { changed: true, asleep: true }, LIMITS.asleep],
    ] as const) {
      const measured = await times(driven, { tab, back, address: `${server.url}/sheet` }, round);
      const reference = `limit; from the press to the question, at most ${Math.round(Math.max(...measured))} ms`;
      rows.push(atMost(1, { id, value: median(measured), unit: 'ms', reference, referenceValue: limit }));
    }
    return rows;
  } finally {
    await server.close();
    await driven.close();
  }
}
