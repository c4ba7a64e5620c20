import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { settled } from './steps.ts';
import { expect, test } from './test.ts';

const DOCUMENTS = join(import.meta.dirname, '..', 'fixtures', 'documents');
const HUGE = 200_000_000;

/** A form with five attachments of five formats: one broken, one encrypted, one huge and slow. */
const FILES = ['通知-标准化培训.docx', '体系-明细表.xlsx', '回执.pdf', '名单.doc', '录像.ofd'] as const;
const PAGE = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>发文稿纸</title><body><table>
<tr><th>标题</th><td>关于开展2026年度标准化培训的通知</td><th>发文字号</th><td>源政办〔2026〕99号</td></tr>
<tr><th>拟稿人</th><td>王芳</td><th>拟稿日期</th><td>2026-03-10</td></tr>
<tr><th>审核人</th><td>李强</td><th>审核日期</th><td>2026-03-11</td></tr>
<tr><th>签发人</th><td>周志强</td><th>签发日期</th><td>2026-03-12</td></tr>
<tr><th>附件</th><td>${FILES.map((name) => `<p><a href="/files/${encodeURIComponent(name)}">${name}</a></p>`).join('')}</td></tr>
</table></body></html>`;

/** The huge file is sent bit by bit while `slow`, and else announces how large it is. */
async function serveForm() {
  const state = { slow: true, cookies: new Set<string>(), open: new Set<ServerResponse>() };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const name = path.slice('/files/'.length);
    if (!path.startsWith('/files/')) {
      response.setHeader('set-cookie', 'session=1; SameSite=Strict; HttpOnly');
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(PAGE);
      return;
    }
    state.cookies.add(request.headers.cookie ?? '');
    if (name === FILES[2]) response.end('%PDF-1.7\nnothing of it is there\n%%EOF');
    else if (name === FILES[3]) response.end(readFileSync(join(DOCUMENTS, '加密.docx')));
    else if (name !== FILES[4]) response.end(readFileSync(join(DOCUMENTS, name)));
    else if (state.slow) {
      state.open.add(response);
      response.write(Buffer.alloc(1_000));
    } else {
      response.setHeader('content-length', HUGE);
      response.write(Buffer.alloc(1_000));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/form`,
    state,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

test('five attachments are checked with the session of the page, stopped half-way, and gone on with', async ({
  driven,
  tab,
}, info) => {
  test.setTimeout(180_000);
  const served = await serveForm();
  await tab.goto(served.url);
  const panel = await driven.clickToolbar(tab);
  await settled(panel);
  await panel.getByRole('tab', { name: '附件' }).click();
  const part = panel.getByRole('tabpanel');
  const row = (name: string) => part.getByRole('listitem').filter({ has: panel.getByText(name, { exact: true }) });
  await expect(part).toContainText('检查附件（5）');
  for (const name of FILES) await expect(row(name)).toContainText('还没查');
  // Nothing is fetched before it is asked for.
  expect(served.state.cookies.size).toBe(0);
  await panel.screenshot({ path: info.outputPath('attachments-before.png'), fullPage: true });

  await part.getByRole('button', { name: '检查附件（5）' }).click();
  await expect(row(FILES[4])).toContainText('正在取', { timeout: 60_000 });
  await expect(part).toContainText('正在查第 5 个，共 5 个');
  await panel.screenshot({ path: info.outputPath('attachments-running.png'), fullPage: true });
  await part.getByRole('button', { name: '停止' }).click();
  await expect(row(FILES[4])).toContainText('停下了，没有查完');
  await expect(part).toContainText('停下了，还有 1 个没查');
  expect([...served.state.cookies]).toEqual(['session=1']);

  // Each that came to its end tells what it holds, or why not, in a sentence.
  await expect(row(FILES[0])).toContainText(/必须改|建议看|没有要改的/);
  await expect(row(FILES[1])).toContainText(/必须改|建议看|没读到|没有要改的/);
  await expect(row(FILES[2])).toContainText('没读到');
  await expect(row(FILES[3])).toContainText('加了密码');
  // The page and its text say different numbers.
  await expect(part).toContainText('发文字号不一致：页面上是“源政办〔2026〕99号”，附件“通知-标准化培训.docx”里是');
  const differing = part.getByRole('listitem').filter({ hasText: '发文字号不一致' });
  await differing.getByRole('button', { name: '在页面上看' }).click();
  await expect(tab.locator('duibiao-marks')).toHaveCount(1);

  // What was looked at stays when another part is looked at, and it goes on where it was.
  await panel.getByRole('tab', { name: '检查' }).click();
  await panel.getByRole('tab', { name: '附件' }).click();
  await expect(row(FILES[3])).toContainText('加了密码');
  served.state.slow = false;
  await part.getByRole('button', { name: '接着查（1）' }).click();
  await expect(row(FILES[4])).toContainText('超过 100 MB 的上限');
  await expect(part).toContainText('附件查完了：5 个');
  await panel.screenshot({ path: info.outputPath('attachments-after.png'), fullPage: true });
  const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);

  // Files of the person's own, of every format; what is in an archive is checked one by one.
  const OWN = {
    '通知-防汛演练.pdf': '没有要改的',
    '审批表-物品摆放.pdf': '必须改',
    '通知-标准化宣贯.ofd': '没有要改的',
    '审批表-档案查阅.doc': '必须改',
    '记录-监督检查.xls': '必须改',
    '体系-明细表.xlsx': '没有要改的',
    '通知-消防检查.rtf': '没有要改的',
    '审批表-首问负责-未审核.md': '必须改',
    '通知-环境整治.txt': '必须改',
    '培训材料.zip': '压缩包，里面有 2 个文件',
  };
  const chooser = panel.waitForEvent('filechooser');
  await part.getByRole('button', { name: '选择文件' }).click();
  await (await chooser).setFiles(Object.keys(OWN).map((name) => join(DOCUMENTS, name)));
  await expect(part).toContainText(`附件查完了：${FILES.length + Object.keys(OWN).length + 2} 个`, { timeout: 90_000 });
  for (const [name, said] of Object.entries(OWN)) await expect(row(name).last()).toContainText(said);
  await expect(row('通知.txt')).toContainText('没有要改的');
  await panel.screenshot({ path: info.outputPath('attachments-own.png'), fullPage: true });
  await row('培训材料.zip').getByRole('button', { name: '移除' }).click();
  await expect(row('通知.txt')).toHaveCount(0);
  await served.close();
});
