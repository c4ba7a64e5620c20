import { expect, it } from 'vitest';
import { SAMPLE_UNIT } from '../../core/unit/sample.ts';
import { readFile } from './read-file.ts';

it('keeps of a file which standards it names, and which services of the unit it is about', async () => {
  const letter = [
    '关于做好临时救助申请受理工作的通知',
    '各窗口：',
    '请按GB/T36112-2018办理。',
    '某某镇',
    '2026年3月2日',
  ];
  const content = new Blob([letter.join('\n')]);
  const reading = await readFile(content, '通知.txt', { unit: SAMPLE_UNIT });
  expect(reading).toMatchObject({
    state: 'read',
    entry: { payload: { citations: ['GB/T 36112—2018'], services: ['临时救助申请'] } },
  });
  const without = await readFile(content, '通知.txt');
  expect(without).toMatchObject({ state: 'read', entry: { payload: { citations: ['GB/T 36112—2018'] } } });
  expect(without).not.toHaveProperty('entry.payload.services');
});
