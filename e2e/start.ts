import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
    await oa.visit(tab, '/red/documents/faulty');
    await driven.clickToolbar(tab);
    say('面板已在文件旁边打开，可以使用了。关掉浏览器窗口就结束。');
    await new Promise<void>((resolve) => driven.context.once('close', () => resolve()));
  } else {
    say('没有显示器：在后台自己走一遍。');
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
