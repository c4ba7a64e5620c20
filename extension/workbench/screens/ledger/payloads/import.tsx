import { fillSlots } from '../../../../../core/base/text.ts';
import type { ImportPayload } from '../../../../../core/ledger/kinds/index.ts';
import type { JSX } from '../../../../ui/preact.ts';
import { Fact, Facts } from '../../../facts.tsx';
import { hashOf } from '../../../route.ts';
import css from '../entry.module.css';
import { ENTRY } from '../words.ts';

/** The bundles of a restore or a merge, and what came of it. */
export function ImportFacts({ payload }: { payload: ImportPayload }): JSX.Element {
  const { way, sources, chains, added, agreed } = payload;
  const words = ENTRY.import;
  const [count] = sources.map((source) => source.count);
  return (
    <Facts title={way === 'merge' ? words.merge.title : words.title}>
      <Fact name={words.name}>
        {sources.map(({ name, fingerprint }) => (
          <p key={fingerprint}>
            {name}
            <br />
            <code class={css.hash}>{fingerprint}</code>
          </p>
        ))}
      </Fact>
      {way === 'merge' ? (
        <>
          <Fact name={words.merge.count}>{fillSlots(words.merge.added, { added })}</Fact>
          <Fact name={words.merge.agreed}>{agreed.join('；')}</Fact>
          <Fact name={words.merge.found}>
            <a href={hashOf('merge')}>{words.merge.see}</a>
          </Fact>
        </>
      ) : (
        <>
          <Fact name={words.count}>{fillSlots(words.counts, { count: count ?? 0, added })}</Fact>
          <Fact name={words.head}>
            <code class={css.hash}>{chains[0]?.hash ?? ''}</code>
          </Fact>
        </>
      )}
    </Facts>
  );
}
