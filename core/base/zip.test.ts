import { describe, expect, it } from 'vitest';
import { memoryBytes } from './byte-source.ts';
import { joinBytes } from './bytes.ts';
import { crc32 } from './crc32.ts';
import { fc } from './testing.ts';
import { readMember, readZip } from './zip-reader.ts';
import { directory, type ZipMember } from './zip-records.ts';
import { createZip } from './zip-writer.ts';

const encoder = new TextEncoder();

async function zipOf(members: readonly (readonly [name: string, text: string])[], squeeze = true): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const zip = createZip((bytes) => void parts.push(bytes));
  for (const [name, text] of members) await zip.add(name, encoder.encode(text), squeeze);
  await zip.end();
  return joinBytes(parts);
}
const MEMBERS = [
  ['bundle.json', '{"a":1}'],
  ['文件夹/第一份.txt', '内容'.repeat(500)],
  ['空', ''],
] as const;

describe('an archive of ours', () => {
  it('has the checksum of the standard', () => {
    expect(crc32(encoder.encode('123456789'))).toBe(0xcbf43926);
  });

  it('comes back as it was written', async () => {
    for (const squeeze of [true, false]) {
      const source = memoryBytes(await zipOf(MEMBERS, squeeze));
      const { members, whole } = await readZip(source, 10);
      expect(whole).toBe(true);
      const read = await Promise.all(
        members.map(async (member) => [member.name, new TextDecoder().decode(await readMember(source, member))]),
      );
      expect(read).toEqual(MEMBERS.map((one) => [...one]));
    }
  });

  it('is not whole after any change of one byte, or any cut', async () => {
    const bytes = await zipOf(MEMBERS);
    const isGood = async (changed: Uint8Array): Promise<boolean> => {
      const source = memoryBytes(changed);
      const { members, whole } = await readZip(source, 10);
      if (!whole) return false;
      const read = await Promise.all(members.map((member) => readMember(source, member)));
      return read.every((one) => one !== undefined);
    };
    expect(await isGood(bytes)).toBe(true);
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(await isGood(changed), `byte ${at}`).toBe(false);
    }
    for (let length = 0; length < bytes.length; length += 7)
      expect(await isGood(bytes.slice(0, length)), `cut at ${length}`).toBe(false);
    expect(await isGood(joinBytes([bytes, new Uint8Array(1)]))).toBe(false);
  });

  it('never throws and never hangs on bytes that are none', async () => {
    const good = await zipOf(MEMBERS);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.nat(good.length), async (noise, at) => {
        const source = memoryBytes(joinBytes([good.slice(0, at), noise]));
        const { members } = await readZip(source, 10);
        for (const member of members) await readMember(source, member);
      }),
    );
  });

  it('stops at a member that grows beyond what it says, and at too many members', async () => {
    const bomb = await zipOf([['a', '0'.repeat(100_000)]]);
    const source = memoryBytes(bomb);
    const [member] = (await readZip(source, 10)).members;
    if (member === undefined) throw new Error('no member');
    expect(await readMember(source, { ...member, size: 10 })).toBeUndefined();
    expect(await readZip(memoryBytes(await zipOf(MEMBERS)), 2)).toMatchObject({ whole: false, tooMany: true });
  });

  it('is written with zip64 where there is too much for the old numbers', () => {
    const far: ZipMember = { name: 'a', method: 0, crc: 1, zipped: 1, size: 1, offset: 5_000_000_000 };
    const end = joinBytes([...directory([far], 5_000_000_100)]);
    const view = new DataView(end.buffer);
    // The offset stands in the extra field of the directory's entry, and the end points to the end of zip64.
    expect(view.getUint32(42, true)).toBe(0xffffffff);
    expect(view.getBigUint64(46 + 1 + 4, true)).toBe(5_000_000_000n);
    expect(view.getUint32(46 + 1 + 12, true)).toBe(0x06064b50);
    expect(view.getUint32(end.length - 6, true)).toBe(0xffffffff);
  });
});
