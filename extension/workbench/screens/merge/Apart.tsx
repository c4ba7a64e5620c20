import { fillSlots } from '../../../../core/base/text.ts';
import { shownTime } from '../../../../core/exports/about.ts';
import { aboutDisagreement, pointNames, sayings } from '../../../../core/exports/merge-words.ts';
import type { Disagreement, Version } from '../../../../core/ledger/merge/differences.ts';
import { Button } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfPlace } from '../ledger/place.ts';
import { canTake, keepAll, takeVersion } from './decide.ts';
import css from './merge.module.css';
import { MERGE } from './words.ts';

const { apart: WORDS } = MERGE;

/** What is said differently, side by side. With `decided` a person decides; without it, it is only shown. */
export function Apart(props: {
  state: WorkbenchState;
  disagreements: readonly Disagreement[];
  untold: number;
  decided?: () => void;
}): JSX.Element | null {
  const { state, disagreements, untold, decided } = props;
  if (disagreements.length === 0) return null;
  return (
    <section class={shared.section}>
      <h2>{fillSlots(WORDS.title, { count: disagreements.length })}</h2>
      <p class={shared.quiet}>{decided === undefined ? WORDS.before : WORDS.after}</p>
      {disagreements.map((one) => (
        <One key={one.versions.map(({ hash }) => hash).join()} state={state} one={one} decided={decided} />
      ))}
      {untold > 0 ? <p>{fillSlots(WORDS.untold, { count: untold })}</p> : null}
    </section>
  );
}

function One(props: { state: WorkbenchState; one: Disagreement; decided: (() => void) | undefined }): JSX.Element {
  const { state, one, decided } = props;
  const [busy, setBusy] = useState(false);
  const names = pointNames(one);
  const own = state.chains.value?.own;
  const decide = (work: (chain: string) => Promise<void>): void => {
    if (own === undefined || decided === undefined) return;
    setBusy(true);
    void state
      .attempt(async () => {
        await work(own);
        state.say(WORDS.taken);
        decided();
      })
      .then(() => setBusy(false));
  };
  const about = aboutDisagreement(one);
  return (
    <section class={css.one} aria-label={about}>
      <h3>{about}</h3>
      <div class={css.versions}>
        {one.versions.map((version) => (
          <article key={version.hash} class={css.version}>
            <Head state={state} version={version} linked={decided !== undefined} />
            <dl class={shared.facts}>
              {sayings(one, version).map((value, index) => (
                <Said key={names[index] ?? ''} name={names[index] ?? ''} value={value} />
              ))}
            </dl>
            {decided === undefined || !canTake(one) ? null : (
              <p>
                <Button busy={busy} onClick={() => decide((chain) => takeVersion(one, version, chain))}>
                  {WORDS.take}
                </Button>
              </p>
            )}
          </article>
        ))}
      </div>
      {decided === undefined || one.is === 'rating' ? null : (
        <p>
          <Button busy={busy} onClick={() => decide((chain) => keepAll(one, chain))}>
            {WORDS.keep}
          </Button>
        </p>
      )}
    </section>
  );
}

function Head(props: { state: WorkbenchState; version: Version; linked: boolean }): JSX.Element {
  const { state, version, linked } = props;
  return (
    <p class={css.who}>
      <strong>{version.actor}</strong>
      <small class={shared.quiet}>{shownTime(version.registeredAt)}</small>
      {linked ? <a href={hashOfPlace(state, version)}>{WORDS.entry}</a> : null}
    </p>
  );
}

function Said({ name, value }: { name: string; value: string }): JSX.Element | null {
  if (value === '') return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
