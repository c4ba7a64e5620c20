import { itemsOf, PILOT_SCORECARD } from '../../../../core/evaluation/scorecard.ts';
import type { EntryKind } from '../../../../core/ledger/entry.ts';
import { KINDS } from '../../../../core/ledger/kinds/index.ts';
import type { EntryFilter } from '../../../../core/ledger/search.ts';
import { LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import type { EntryList } from './entry-list.ts';
import { isFiltered, MORE } from './filtered.ts';
import css from './ledger.module.css';
import { BY_DEFAULT } from './state.ts';
import { KIND_ORDER, LEDGER } from './words.ts';

/** Milliseconds without a key before the search starts. */
const PAUSE = 150;

/** What the list is narrowed by: words before all else, and behind 更多筛选 who, which service and which standard. */
export function Filter({ list }: { list: EntryList }): JSX.Element {
  const filter = list.filter.value;
  const [more, setMore] = useState(MORE.some((part) => filter[part] !== undefined));
  const change = (part: { [Key in keyof EntryFilter]: EntryFilter[Key] | undefined }): void => {
    const given = Object.entries({ ...list.filter.value, ...part }).filter(([, value]) => value !== undefined);
    list.setFilter(Object.fromEntries(given));
  };
  return (
    <search class={shared.controls} aria-label={LEDGER.filter.label}>
      <Typed
        label={LEDGER.filter.words}
        look={shared.search}
        value={filter.words}
        change={(words) => change({ words })}
      />
      <select
        class={shared.input}
        aria-label={LEDGER.filter.indicator}
        value={filter.indicator ?? ''}
        onChange={(event) => change({ indicator: event.currentTarget.value || undefined })}
      >
        <option value="">{LEDGER.filter.anyIndicator}</option>
        {itemsOf(PILOT_SCORECARD).map((item) => (
          <option key={item.id} value={item.id}>
            {`${item.id} ${item.name}`}
          </option>
        ))}
      </select>
      <select
        class={shared.input}
        aria-label={LEDGER.filter.kind}
        value={filter.kinds?.[0] ?? ''}
        onChange={(event) => {
          const kind = event.currentTarget.value as EntryKind | '';
          change({ kinds: kind === '' ? undefined : [kind] });
        }}
      >
        <option value="">{LEDGER.filter.anyKind}</option>
        {KIND_ORDER.map((kind) => (
          <option key={kind} value={kind}>
            {KINDS[kind].title}
          </option>
        ))}
      </select>
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          {LEDGER.filter[end]}
          <input
            class={shared.input}
            type="date"
            value={filter[end] ?? ''}
            onChange={(event) => change({ [end]: event.currentTarget.value || undefined })}
          />
        </label>
      ))}
      <LinkButton
        expanded={more}
        onClick={() => {
          // What cannot be seen does not narrow the list.
          if (more && MORE.some((part) => filter[part] !== undefined))
            change({ person: undefined, service: undefined, standard: undefined });
          setMore(!more);
        }}
      >
        {more ? LEDGER.filter.less : LEDGER.filter.more}
      </LinkButton>
      {isFiltered(filter) ? (
        <LinkButton onClick={() => list.setFilter(BY_DEFAULT)}>{LEDGER.filter.clear}</LinkButton>
      ) : null}
      {more ? (
        <div class={css.more}>
          {MORE.map((part) => (
            <Typed
              key={part}
              label={LEDGER.filter[part]}
              value={filter[part]}
              change={(text) => change({ [part]: text })}
            />
          ))}
        </div>
      ) : null}
    </search>
  );
}

/** A box for words; what is typed counts after a pause. */
function Typed(props: {
  label: string;
  look?: string | undefined;
  value: string | undefined;
  change: (text: string | undefined) => void;
}): JSX.Element {
  const { label, look = '', value, change } = props;
  const [text, setText] = useState(value ?? '');
  const timer = useRef(0);
  // What was cleared elsewhere is gone from the box too, and from what was still to be asked.
  useEffect(() => {
    if (value !== undefined) return;
    clearTimeout(timer.current);
    setText('');
  }, [value]);
  const search = (typed: string): void => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => change(typed.trim() === '' ? undefined : typed), PAUSE);
  };
  return (
    <input
      class={`${shared.input} ${look}`}
      type="search"
      aria-label={label}
      placeholder={label}
      maxLength={100}
      value={text}
      onInput={(event) => {
        // Letters of a word that is still being composed are no search.
        if (event.isComposing) setText(event.currentTarget.value);
        else search(event.currentTarget.value);
      }}
      onCompositionEnd={(event) => search(event.currentTarget.value)}
    />
  );
}
