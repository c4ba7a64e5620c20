import { newSigningKey, signedCheckpoint } from '../../core/ledger/checkpoint.ts';
import type { ChainHead, LedgerEntry } from '../../core/ledger/entry.ts';
import { type CheckpointPayload, readPayload } from '../../core/ledger/kinds/index.ts';
import { reportOn, type VerifyReport } from '../../core/ledger/report.ts';
import type { Sm3Report, Sm3State } from '../../core/ledger/sm3.ts';
import { verifyChain } from '../../core/ledger/verify.ts';
import { device } from '../storage/device.ts';
import type { LedgerReader } from '../storage/ledger-reader.ts';

/** A checkpoint that stands in the ledger. */
export interface Checkpoint {
  entry: LedgerEntry;
  payload: CheckpointPayload;
}

/** What was looked at when the workbench was opened. */
export interface TailCheck {
  /** Entries up to here were vouched for by the last checkpoint and not looked at; 0 without one. */
  after: number;
  report: VerifyReport;
}

/** Checkpoints and what rests on them. */
export interface IntegrityWork {
  /** The checkpoint at the present head, signed; undefined when nothing was kept since the last one. It is not appended here. */
  makeCheckpoint(): Promise<CheckpointPayload | undefined>;
  /** The newest checkpoints, newest first. */
  checkpoints(most: number): Promise<Checkpoint[]>;
  /** Checks what came after the last checkpoint. */
  checkTail(): Promise<TailCheck>;
  /** Whether checkpoints get an SM3 from now on. */
  hasSm3(): Promise<boolean>;
  setSm3(on: boolean): Promise<void>;
  /** Computes the SM3 of the whole chain anew and compares. */
  checkSm3(): Promise<Sm3Report>;
}

/** Checkpoints that are looked through for an SM3 to go on from. */
const LOOKED_THROUGH = 50;

/** The work over one reader. `kept` is what belongs to the installation. */
export function createIntegrityWork(
  reader: LedgerReader,
  { kept = device, now = () => new Date() }: { kept?: typeof device; now?: () => Date } = {},
): IntegrityWork {
  const signingKey = async (): Promise<CryptoKeyPair> => {
    const known = await kept.get('signingKey');
    if (known !== undefined) return known;
    const made = await newSigningKey();
    // Two pages may be at it at once: the first one's key stays.
    return (await kept.change('signingKey', (before) => before ?? made)) ?? made;
  };
  const checkpoints = async (most: number): Promise<Checkpoint[]> => {
    const { entries } = await reader.find({ kinds: ['checkpoint'] }, most);
    const records = await reader.readMany(entries.map(({ sequence }) => sequence));
    return records.reverse().flatMap(({ entry, payload }) => {
      const read = readPayload(entry, payload);
      return read?.kind === 'checkpoint' ? [{ entry, payload: read.payload }] : [];
    });
  };
  /** The SM3 up to a head, on from the newest checkpoint that has one. */
  const sm3At = async (head: ChainHead): Promise<string> => {
    const { SM3_BEGIN, sm3Of } = await import('../../core/ledger/sm3.ts');
    const known = (await checkpoints(LOOKED_THROUGH)).find(({ payload }) => payload.sm3 !== undefined)?.payload;
    const from: Sm3State = known?.sm3 === undefined ? SM3_BEGIN : { count: known.count, sm3: known.sm3 };
    return (await sm3Of(reader.stored(head, from.count), from)).sm3;
  };
  return {
    checkpoints,
    async makeCheckpoint() {
      const [head, [last]] = await Promise.all([reader.head(), checkpoints(1)]);
      if (head.sequence === (last?.entry.sequence ?? 0)) return undefined;
      const sm3 = (await kept.get('sm3')) ? await sm3At(head) : undefined;
      return signedCheckpoint(head, await signingKey(), sm3);
    },
    async checkTail() {
      const [head, [last]] = await Promise.all([reader.head(), checkpoints(1)]);
      const after = last && { sequence: last.payload.count, hash: last.payload.head };
      const options = { expected: head, asOf: now().toISOString(), ...(after && { after }) };
      const report = reportOn([await verifyChain(head.chain, reader.stored(head, after?.sequence), options)]);
      return { after: after?.sequence ?? 0, report };
    },
    hasSm3: async () => (await kept.get('sm3')) ?? false,
    setSm3: async (on) => {
      await kept.change('sm3', () => on);
    },
    async checkSm3() {
      const { checkSm3 } = await import('../../core/ledger/sm3.ts');
      return checkSm3(reader.stored(await reader.head()));
    },
  };
}
