import { expect, it } from 'vitest';
import { memoryBytes } from '../../base/byte-source.ts';
import { joinBytes } from '../../base/bytes.ts';
import { sha256Now } from '../../base/hash.ts';
import { readMember, readZip } from '../../base/zip-reader.ts';
import { sampleLedger } from '../testing.ts';
import { writeBundle } from './write.ts';

it('a bundle can be checked by hand as its text tells: lines, hashes and payloads', async () => {
  const store = await sampleLedger(3);
  const pieces: Uint8Array[] = [];
  const about = { exportedAt: '2026-11-23T00:00:00.000Z', unit: '' };
  await writeBundle([{ head: store.head(), records: [store.stored()] }], about, (one) => {
    pieces.push(one);
  });
  const source = memoryBytes(joinBytes(pieces));
  const part = (await readZip(source, 100)).members.find(({ name }) => name.startsWith('chains/'));
  const lines = new TextDecoder()
    .decode(part && (await readMember(source, part)))
    .trimEnd()
    .split('\n');
  const read = lines.map((line) => /^\{"(?:entry":(\{.*\}),"hash":"(\w+)"|payload":(.*))\}$/s.exec(line) ?? []);
  expect(read.map(([, entry]) => entry !== undefined)).toEqual([true, false, true, false, true, false]);
  for (const at of [0, 2, 4]) {
    const [, entry = '', hash] = read[at] ?? [];
    expect(sha256Now(entry)).toBe(hash);
    expect(entry).toContain(`"payloadDigest":"${sha256Now(read[at + 1]?.[3] ?? '')}"`);
    if (at < 4) expect(read[at + 2]?.[1]).toContain(`"previousHash":"${hash}"`);
    else expect(hash).toBe(store.head().hash);
  }
});
