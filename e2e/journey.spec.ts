import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from './journey.ts';
import { expect, test } from './test.ts';

/** The README shows pictures of this run: UPDATE_PICTURES=1 npx playwright test journey */
const README_PICTURES = join(import.meta.dirname, 'pictures');

test('the whole way once: find, jump, standards, keep, reload, evaluate, export, verify', async ({
  driven,
  oa,
  tab,
}, info) => {
  test.setTimeout(150_000);
  const pictures = process.env.UPDATE_PICTURES ? README_PICTURES : info.outputPath('pictures');
  const walked = await walk(driven, oa, tab, { pictures, files: info.outputPath('files') });

  expect(walked.lines.length).toBeLessThanOrEqual(3);
  expect(walked.lines[0]).toContain('必须改');
  expect(walked.must.join('\n')).toContain('审核人是空的');
  expect(walked.must.join('\n')).toMatch(/发文字号.*源政办\[2026\]012号/);
  expect(walked.must.join('\n')).toMatch(/附件/);
  expect(walked.marked).toBe(true);

  expect(walked.service).toBe('最低生活保障申请');
  expect(walked.standards.length).toBeGreaterThanOrEqual(2);
  expect(walked.standards.join('\n')).toMatch(/现行/);
  expect(walked.standards.join('\n')).toMatch(/发布 · .*实施/);

  expect(walked.kept).toMatch(/^第 \d+ 号，放在 C\d+/);
  expect(walked.keptAfterReload).toBe(walked.kept);
  expect(walked.attachments.join('\n')).toMatch(/2026年度标准化培训计划表\.docx.*(?:没有要改的|建议看|必须改|没读到)/u);
  expect(walked.entries.join('\n')).toContain('关于开展2026年度标准化培训的通知');
  expect(walked.verified).toContain('核对通过');
  expect(walked.rated).toBe('1.5');
  expect(walked.evidenceOf.C10).toMatch(/1 条/);
  expect(walked.evidenceOf.C1).toMatch(/无.*不清楚/);

  expect(walked.files.map((file) => file.split('.').at(-1))).toEqual(['xlsx', 'html', 'xlsx', 'zip']);
  const [sheet = '', page = '', , bundle = ''] = walked.files;
  expect(readFileSync(sheet).subarray(0, 2).toString()).toBe('PK');
  const html = readFileSync(page, 'utf8');
  expect(html).toContain('文件有编制、审核、批准和日期');
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);
  // The manifest stands last in the archive, as it is.
  expect(readFileSync(bundle, 'latin1')).toContain('"format":"duibiao/ledger@3"');
  expect(walked.commandLine.text).toContain('核对通过');
  expect(walked.commandLine.exit).toBe(0);
});
