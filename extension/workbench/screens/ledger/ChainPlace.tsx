import { fillSlots } from '../../../../core/base/text.ts';
import { shownTime } from '../../../../core/exports/about.ts';
import type { LedgerEntry } from '../../../../core/ledger/entry.ts';
import type { ChainReader } from '../../../storage/ledger-reader.ts';
import { ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { Fact } from '../../facts.tsx';
import print from '../../print/print.module.css';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { type Neighbours, neighboursOf } from './chain-place.ts';
import css from './entry.module.css';
import { hashOfEntry } from './place.ts';
import { ENTRY } from './words.ts';

const words = ENTRY.seals;

/** Where an entry stands in its chain: the hashes before and behind it, and the checkpoint that covers it. */
export function ChainPlace(props: {
  state: WorkbenchState;
  entry: LedgerEntry;
  reader: Pick<ChainReader, 'at' | 'search' | 'read'>;
  /** The name of its chain, where it is another than this computer's own. */
  chain: string | undefined;
}): JSX.Element {
  const { state, entry, reader, chain } = props;
  const [around, setAround] = useState<(Neighbours & { hash: string }) | undefined>(undefined);
  const head = state.head.value?.sequence;
  useEffect(() => {
    let left = false;
    void state.attempt(async () => {
      const found = await neighboursOf(reader, entry);
      if (!left) setAround({ ...found, hash: entry.hash });
    });
    return () => {
      left = true;
    };
  }, [state, reader, entry.hash, head]);
  const known = around?.hash === entry.hash ? around : undefined;
  const rows = [
    [words.payloadDigest, entry.payloadDigest],
    ...entry.blobDigests.map((digest) => [words.blobDigests, digest]),
    [words.chain, entry.chain],
  ] as const;
  return (
    <section class={`${shared.section} ${print.unprinted}`}>
      <h2>{words.title}</h2>
      <dl class={shared.facts}>
        <Fact name={words.previousHash}>
          {entry.sequence === 1 ? words.first : <Hash of={entry.previousHash} at={entry.sequence - 1} chain={chain} />}
        </Fact>
        <Fact name={words.hash}>
          <code class={css.hash}>{entry.hash}</code>
        </Fact>
        <Fact name={words.nextHash}>
          {known === undefined ? (
            ''
          ) : known.next === undefined ? (
            words.last
          ) : (
            <>
              <Hash of={known.next.hash} at={entry.sequence + 1} chain={chain} />
              {known.next.previousHash === entry.hash ? null : <ToneWord tone="must">{words.broken}</ToneWord>}
            </>
          )}
        </Fact>
        <Fact name={words.checkpoint}>
          {known === undefined ? (
            ''
          ) : known.checkpoint === undefined ? (
            chain === undefined ? (
              words.noCheckpoint
            ) : (
              words.noneOfOther
            )
          ) : (
            <a href={hashOfEntry(known.checkpoint.sequence, chain)}>
              {fillSlots(words.covered, {
                sequence: known.checkpoint.sequence,
                time: shownTime(known.checkpoint.registeredAt),
              })}
            </a>
          )}
        </Fact>
      </dl>
      <details class={css.seals}>
        <summary>{words.more}</summary>
        <dl class={shared.facts}>
          {rows.map(([name = '', digest = '']) => (
            <Fact key={`${name}${digest}`} name={name}>
              <code class={css.hash}>{digest}</code>
            </Fact>
          ))}
        </dl>
      </details>
    </section>
  );
}

/** A hash, and the way to the entry that has it. */
function Hash(props: { of: string; at: number; chain: string | undefined }): JSX.Element {
  return (
    <>
      <code class={css.hash}>{props.of}</code>{' '}
      <a href={hashOfEntry(props.at, props.chain)}>{fillSlots(ENTRY.number, { sequence: props.at })}</a>
    </>
  );
}
