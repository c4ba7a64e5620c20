import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { joinBytes } from '../../core/base/bytes.ts';
import { printable } from '../../core/base/printable.ts';
import { problemOf } from '../../core/base/problems.ts';
import { ledger } from '../../core/cli/ledger.ts';
import { readCommandLine } from '../../core/cli/options.ts';
import { writeBundle } from '../../core/ledger/bundle/write.ts';
import { sampleLedger } from '../../core/ledger/testing.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { emptyStorage } from '../storage/testing.ts';
import { createWork, type Work } from './work.ts';

/** The command line and the workbench say the same of the same file; for the page in a bundle see e2e/verifier.spec.ts. */

const SAMPLES = join(import.meta.dirname, '..', '..', 'fixtures', 'ledgers');
const NOW = '2026-11-27T00:00:00.000Z';
let folder: string;
let work: Work;
let bundle: Uint8Array;
let head: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-same-'));
  emptyStorage();
  const opened = openDatabase();
  work = createWork(
    createLedgerReader(() => opened),
    () => new Date(NOW),
  );
  const store = await sampleLedger(6);
  head = store.head().hash;
  const pieces: Uint8Array[] = [];
  const about = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '青禾镇便民服务中心' };
  await writeBundle([{ head: store.head(), records: [store.stored()] }], about, (one) => {
    pieces.push(one);
  });
  bundle = joinBytes(pieces);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All that each says, a sentence a line. */
async function saidOf(bytes: Uint8Array, name: string, witness?: string) {
  const path = join(folder, basename(name));
  writeFileSync(path, bytes);
  const own = witness === undefined ? [] : ['--witness', witness];
  const cli = await readCommandLine(['verify', path, '--today', '2026-11-27', ...own], ledger)
    .then((line) => ledger.run(line))
    .then(({ output }) => String(output).trimEnd().split('\n'))
    .catch((error: unknown) => [printable(problemOf(error).message)]);
  const workbench = await work
    .verifyFile(new Blob([bytes as Uint8Array<ArrayBuffer>]), name, witness)
    .then(({ message, notes, limits }) => [message, ...notes, limits].map(printable))
    .catch((error: unknown) => [printable(problemOf(error).message)]);
  return { cli, workbench };
}

/** What both say, a sentence a line. */
async function saysTheSame(bytes: Uint8Array, name: string, witness?: string): Promise<string> {
  const { cli, workbench } = await saidOf(bytes, name, witness);
  expect(workbench, name).toEqual(cli);
  return cli.join('\n');
}

it('of a whole archive, without a witness, with the right one and with another', async () => {
  expect(await saysTheSame(bundle, 'a.zip')).toMatch(/^核对通过/);
  expect(await saysTheSame(bundle, 'a.zip', head)).toMatch(/^核对通过/);
  expect(await saysTheSame(bundle, 'a.zip', 'a'.repeat(64))).toMatch(/^核对没有通过/);
});

it('of an archive that was changed or cut somewhere', async () => {
  const step = Math.floor(bundle.length / 40);
  for (let at = 0; at < bundle.length; at += step) {
    const changed = bundle.slice();
    changed[at] = (changed[at] ?? 0) ^ 0x55;
    expect(await saysTheSame(changed, 'b.zip'), `changed at ${at}`).not.toMatch(/^核对通过/);
    expect(await saysTheSame(bundle.slice(0, at), 'c.zip'), `cut at ${at}`).not.toMatch(/^核对通过/);
  }
});

it('of the older formats, good and damaged', async () => {
  const said: Record<string, string> = {};
  for (const name of readdirSync(SAMPLES).filter((file) => /\.jsonl?$/.test(file)))
    said[name] = await saysTheSame(readFileSync(join(SAMPLES, name)), name);
  const good = Object.keys(said).filter((name) => said[name]?.startsWith('核对通过'));
  expect(good.sort()).toEqual(['good.json', 'good.jsonl']);
});

it('of what is no bundle', async () => {
  expect(await saysTheSame(new TextEncoder().encode('<script>alert(1)</script>'), 'x.html')).not.toMatch(/^核对/);
  expect(await saysTheSame(new Uint8Array(), '空.zip')).not.toMatch(/^核对/);
});
