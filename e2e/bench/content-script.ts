import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUILDS } from '../browser.ts';
import { atMost, type BenchRow } from './row.ts';

/** Bytes that the extension brings into a page, gzipped; the limit is 40 kB. */
export async function contentScriptBench(): Promise<BenchRow[]> {
  const bytes = gzipSync(readFileSync(join(BUILDS.shipped, 'content-scripts', 'oa.js')), { level: 9 }).length;
  return [
    atMost(1, {
      id: 'content-script',
      value: bytes,
      unit: 'bytes',
      reference: 'limit of 40 kB',
      referenceValue: 40_000,
    }),
  ];
}
