import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { drawnAtRest } from './marks.ts';
import { checkPage, settled } from './steps.ts';
import { expect, test } from './test.ts';

const YUANTAN = join(import.meta.dirname, '..', 'fixtures', 'packs', 'unit-yuantan.json');

const CITED = 'GB/T 24421.2-2009';
/** A paragraph far down that is in pieces, one with two places, a cell, a frame of the page's own, a box to write in. */
const CITING = `<div style="height: 1500px"></div>
  <p>本事项按照<b>GB/T</b> <i>24421</i>.2-2009《服务业组织标准化工作指南 第2部分：标准体系》办理。</p>
  <p>${CITED}没有规定的，按照本单位规定办理；${CITED}另有规定的除外。</p>
  <table border="1"><tr><th>序号</th><th>标准号</th></tr><tr><td>1</td><td>${CITED}</td></tr></table>
  <iframe style="width: 500px; height: 60px" srcdoc="<p>见${CITED}。</p>"></iframe>
  <table border="1"><tr><td>编制说明</td><td><textarea id="written" cols="60">依据 ${CITED} 编制</textarea></td></tr></table>`;

/** In the page: where the words stand, frame by frame, found by the text around them. */
function written(): number[][] {
  const spots: number[][] = [];
  const look = (within: Document, x: number, y: number): void => {
    for (const element of within.querySelectorAll('p, td:not(:has(textarea)), textarea')) {
      const whole = element.textContent ?? '';
      for (const { index } of whole.matchAll(/GB\/T 24421\.2-2009/g)) {
        const range = within.createRange();
        let left = index;
        let length = index + 17;
        const walker = within.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
          if (left >= 0 && left < node.length) range.setStart(node, left);
          if (length > 0 && length <= node.length) range.setEnd(node, length);
          left -= node.length;
          length -= node.length;
        }
        // Of what is written in a box the browser tells no places: all of it is meant.
        const box = (element.localName === 'textarea' ? element : range).getBoundingClientRect();
        spots.push([box.left + x, box.top + y, box.right + x, box.bottom + y]);
      }
    }
    for (const frame of within.querySelectorAll('iframe')) {
      const box = frame.getBoundingClientRect();
      if (frame.contentDocument) look(frame.contentDocument, box.left + frame.clientLeft, box.top + frame.clientTop);
    }
  };
  look(document, 0, 0);
  return spots;
}

test('a service that is written otherwise than in the list is asked about once, and what ended is marked where it is cited', async ({
  driven,
  oa,
  tab,
}) => {
  test.setTimeout(90_000);
  const unit = JSON.parse(readFileSync(YUANTAN, 'utf8'));
  // In the list it is called a little otherwise than on the page.
  for (const service of unit.services)
    if (service.name === '最低生活保障申请')
      Object.assign(service, { name: '最低生活保障的申请', aliases: [], code: '' });
  for (const service of unit.services) if (service.code === '') delete service.code;
  for (const window of unit.windows)
    window.services = window.services.map((name: string) =>
      name === '最低生活保障申请' ? '最低生活保障的申请' : name,
    );
  const register = unit.standards.filter(
    ({ designation }: { designation: string }) => designation !== 'GB/T 24421.2—2009',
  );
  const held = { designation: 'GB/T 24421.2—2009', currentEdition: 'GB/T 24421.2—2023', checkedOn: '2026-11-20' };
  unit.standards = [...register, { ...held, title: '服务业组织标准化工作指南　第2部分：标准体系' }];
  const workbench = await driven.open('workbench.html#/unit');
  await workbench.locator('input[type=file]').setInputFiles({
    ...{ name: '单位.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(unit)),
  });
  await expect(workbench.locator('main')).toContainText('已导入“单位.json”');
  await workbench.close();

  const panel = await checkPage(driven, oa, tab, '/red/cases/complete');
  await panel.getByRole('tab', { name: '标准' }).click();
  await expect(panel.locator('main')).toContainText('单位资料里没有“最低生活保障申请”。是下面这个吗？');
  const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await panel.getByRole('button', { name: '是“最低生活保障的申请”' }).click();
  await settled(panel);
  await expect(panel.locator('main')).toContainText('这个事项执行的标准');
  await expect(panel.locator('main')).not.toContainText('是下面这个吗');

  await expect(panel.locator('main')).toContainText(
    '我们用的是 GB/T 24421.2—2009，现行版是 GB/T 24421.2—2023（2026-11-20 核对）',
  );
  await expect(panel.locator('main')).toContainText('按别名认出');

  await tab.evaluate((html) => document.body.insertAdjacentHTML('beforeend', html), CITING);
  const before = await tab.evaluate(() => document.body.outerHTML);
  const all = panel.getByRole('button', { name: '标出已废止、被代替的 6 处' });
  await all.click();
  await expect(all).toHaveAttribute('aria-pressed', 'true');
  const lieOnTheirWords = async (): Promise<void> => {
    const drawn = await drawnAtRest(tab);
    const boxes = drawn
      .filter(({ part }) => part === 'box')
      .map(({ left, top, right, bottom }) => [left, top, right, bottom]);
    const spots = await tab.evaluate(written);
    expect([boxes.length, spots.length]).toEqual([6, 6]);
    for (const [index, spot] of spots.entries())
      for (const [side, at] of spot.entries()) expect(Math.abs((boxes[index]?.[side] ?? 0) - at)).toBeLessThan(4);
    expect(new Set(drawn.flatMap(({ part, text }) => (part === 'tag' ? [text] : [])))).toEqual(new Set(['已被代替']));
  };
  await lieOnTheirWords();
  // The page writes a paragraph anew, as frameworks do.
  await tab.evaluate(() => {
    const [first] = [...document.querySelectorAll('p')].filter(({ textContent }) =>
      textContent?.startsWith('本事项按照'),
    );
    first?.replaceChildren(...[...first.childNodes].map((node) => node.cloneNode(true)));
  });
  await lieOnTheirWords();

  await panel.getByRole('button', { name: '看它在哪里（6 处）' }).click();
  const note = (await drawnAtRest(tab)).find(({ part }) => part === 'note');
  expect(note?.text).toMatch(/^GB\/T 24421\.2—2009已被GB\/T 24421\.2—2023/);
  // As wide as its text was measured for: else the end of it is cut off.
  expect((note?.right ?? 0) - (note?.left ?? 0)).toBe(300);

  await tab.bringToFront();
  await tab.keyboard.press('Escape');
  await expect(tab.locator('duibiao-marks')).toHaveCount(0);
  await expect(panel.getByRole('button', { name: '看它在哪里（6 处）' })).toHaveAttribute('aria-pressed', 'false');
  expect(await tab.evaluate(() => document.body.outerHTML)).toBe(before);
});
