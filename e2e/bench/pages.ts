import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';

/** Elements of the pages that are measured. */
export const SIZES = [700, 7_000, 45_000] as const;

/** A table form with text cells and inputs of about so many elements: the sign-off boxes first, then rows like those of a long list. */
function pageOfSize(elements: number): string {
  const head = `<tr><td>标题</td><td><input value="关于开展标准化培训的通知"></td><td>拟稿人</td><td><input value="王芳"></td></tr>
<tr><td>审核人</td><td><input value=""></td><td>签发人</td><td><input value="周志强" readonly></td></tr>`;
  const rows = Math.max(0, Math.round((elements - 25) / 7));
  const row = (index: number): string =>
    `<tr><td>第${index}项</td><td><span>办事指南编制与公开</span></td><td>责任人</td><td><input value="值${index}"></td></tr>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>发文稿纸</title><body><h1>发文稿纸</h1><table>${head}${Array.from({ length: rows }, (_, index) => row(index)).join('')}</table></body></html>`;
}

/** Serves `/SIZE` and `/mutating` on loopback. */
export async function servePages(): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const name = (request.url ?? '/').slice(1);
    const mutating = name === 'mutating';
    const size = mutating ? 700 : Number(name);
    if (!Number.isInteger(size)) return void response.writeHead(404).end();
    const script = mutating
      ? `<script>let n=0;setInterval(()=>{const r=document.querySelectorAll('tr');for(let i=3;i<43;i++)r[i].cells[1].textContent='第'+(++n)+'次'},20)</script>`
      : '';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOfSize(size) + script);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Opens the page of each size in a browser without the extension, with a script in it, one after another. */
export async function onEachPage(script: string, work: (page: Page, size: number) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    ...(process.env.DUIBIAO_BROWSER ? { executablePath: process.env.DUIBIAO_BROWSER } : {}),
    args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  const server = await servePages();
  try {
    for (const size of SIZES) {
      const page = await browser.newPage();
      await page.goto(`${server.url}/${size}`);
      await page.evaluate(script);
      await work(page, size);
      await page.close();
    }
  } finally {
    await server.close();
    await browser.close();
  }
}
