import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_FAMILIES } from '../fixtures/oa/families.ts';
import { launch } from './browser.ts';
import { buildExtension } from './build.ts';
import { importUnit, walk } from './journey.ts';
import { startOa } from './oa.ts';

/** `npm start`: builds, starts the demo OA, and shows the main job; without a display it does the job itself. */
const root = join(import.meta.dirname, '..');
const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const say = (line: string): void => console.log(line);

say('构建扩展 …');
buildExtension();

const oa = await startOa();
say(`演示 OA：${oa.url}/`);
const driven = await launch({ headless: !hasDisplay, ...(hasDisplay ? { viewport: null } : {}) });
const [tab = await driven.context.newPage()] = driven.context.pages();
let exit = 0;
try {
  if (hasDisplay) {
    await importUnit(driven);
    await oa.visit(tab, '/');
    say('演示 OA 的目录已打开：点开一份文件，再点工具栏上的“对标”（或按 Alt+Shift+D）。关掉浏览器窗口就结束。');
    await new Promise<void>((resolve) => driven.context.once('close', () => resolve()));
  } else {
    say('没有显示器：在后台自己走一遍。目录里有这些系统：');
    for (const { name, pages } of DEMO_FAMILIES) say(`  ${name}，${pages.length} 页`);
    const out = join(root, '.output', 'start');
    rmSync(out, { recursive: true, force: true });
    mkdirSync(out, { recursive: true });
    const walked = await walk(driven, oa, tab, { pictures: join(out, 'pictures'), files: join(out, 'files') }, say);
    say('');
    const list = (title: string, lines: readonly string[]): void => {
      say(`${title}：${lines.length === 0 ? '没有' : ''}`);
      for (const line of lines) say(`  ${line}`);
    };
    list('必须改', walked.must);
    list('建议看', walked.look);
    list('截图', walked.pictures);
    list('导出的文件', walked.files);
    exit = walked.commandLine.exit;
  }
} finally {
  await driven.close();
  await oa.close();
}
process.exit(exit);
