import { fillSlots } from '../../../../core/base/text.ts';
import type { DocumentKind } from '../../../../core/document/vocabulary.ts';
import { KIND_WORDS } from '../../../../core/document/words.ts';
import type { Citing } from '../../../../core/evaluation/citing.ts';
import { readSubject } from '../../../../core/evidence/kept-state.ts';
import type { JSX } from '../../../ui/preact.ts';
import type { CitingFound } from '../../../worker/citing.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfPlace } from '../ledger/place.ts';
import css from './coverage.module.css';
import { COVERAGE } from './words.ts';

const words = COVERAGE.kept;

/** What the ledger has of it, the newest first, each with why it stands here. */
export function Kept(props: {
  state: WorkbenchState;
  title: string;
  none: string;
  found: CitingFound | undefined;
}): JSX.Element {
  const { state, title, none, found } = props;
  return (
    <section class={shared.section}>
      <h2>{title}</h2>
      {found === undefined ? (
        <p class={shared.quiet}>{words.loading}</p>
      ) : found.found.length === 0 ? (
        <p class={shared.quiet}>{found.more ? words.notInNewest : none}</p>
      ) : (
        <ul class={css.kept}>
          {found.found.map((one) => (
            <li key={`${one.place.sequence} ${one.place.chain}`}>
              <a href={hashOfPlace(state, one.place)}>
                {fillSlots(words.number, { sequence: one.place.sequence })} {readSubject(one.subject).about}
              </a>
              <small>{aboutWords(one)}</small>
            </li>
          ))}
        </ul>
      )}
      {found?.more && found.found.length > 0 ? (
        <p class={shared.quiet}>{fillSlots(words.more, { count: found.found.length })}</p>
      ) : null}
    </section>
  );
}

/** 公文 · 引用 Q/MMZ 101—2024 · 2026-03-02 的. */
function aboutWords({ kind, about, is, cites, factOn, registeredOn }: Citing): string {
  const kindWord: string | undefined = kind === 'unknown' ? undefined : KIND_WORDS[kind as DocumentKind];
  return [
    kindWord ?? '',
    is.length > 0 ? fillSlots(words.is, { list: is.join('、') }) : '',
    about ? words.about : '',
    cites.length > 0 ? fillSlots(words.cites, { list: cites.join('、') }) : '',
    factOn || fillSlots(words.registered, { day: registeredOn }),
  ]
    .filter(Boolean)
    .join(' · ');
}
