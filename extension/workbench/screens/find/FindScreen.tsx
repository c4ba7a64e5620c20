import { fillSlots } from '../../../../core/base/text.ts';
import { createFinder } from '../../../../core/standards/finder.ts';
import { LATER } from '../../../ui/later.ts';
import { Badge, Calm, StatusBadges } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useMemo } from '../../../ui/preact.ts';
import { searchWork } from '../../../worker/client.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import { useSearch } from '../../use-search.ts';
import shared from '../../workbench.module.css';
import { createLaterWords, type LaterWords } from '../ledger/later.ts';
import { BY_DEFAULT, createLedgerState } from '../ledger/state.ts';
import css from './find.module.css';
import { type FoundGroup, type FoundItem, groupsOf } from './groups.ts';
import { FOUND, focusNext } from './keys.ts';
import { FIND } from './words.ts';

/** Of each kind the first are shown. */
const MOST = 5;

/** What words find, wherever it is: the screens themselves, services, standards, evidence, windows and people. */
export function FindScreen({ state, title, parameter = '', screens }: ScreenProps): JSX.Element {
  const words = parameter.trim();
  const unit = state.settings.value?.unit;
  const findScreens = useMemo(
    () =>
      createFinder(
        screens.filter(({ id }) => id !== 'find'),
        (screen) => [screen.title],
      ),
    [screens],
  );
  const ask = useMemo(
    () =>
      words === ''
        ? undefined
        : async () => {
            const answer = await searchWork.everywhere(words, MOST);
            return answer && { words, ...groupsOf(answer, findScreens(words, MOST), { words, unit }) };
          },
    [words, unit, findScreens],
  );
  const { answer, slow } = useSearch(state, ask);
  const counted = answer && fillSlots(FIND.found, { words: answer.words, count: answer.count });
  useEffect(() => {
    if (counted !== undefined) state.say(counted);
  }, [state, counted]);
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
        <span>{slow ? FIND.searching : words === '' || !answer?.count ? '' : counted}</span>
      </header>
      {words === '' ? (
        <Calm title={FIND.ask.title}>
          <p>{FIND.ask.text}</p>
          <p class={shared.quiet}>{FIND.boxHint}</p>
        </Calm>
      ) : answer === undefined ? null : answer.count === 0 ? (
        <None words={answer.words} withUnit={unit !== undefined} />
      ) : (
        <>
          {answer.near ? <p class={shared.quiet}>{FIND.near}</p> : null}
          <Groups state={state} words={answer.words} groups={answer.groups} />
          <p class={`${shared.quiet} ${css.keys}`}>{FIND.keys}</p>
        </>
      )}
    </>
  );
}

/** What was said later of the entries that are found. */
const createLater = ({ reader, failed }: WorkbenchState): LaterWords => createLaterWords(reader, failed, reader.beside);

function Groups(props: { state: WorkbenchState; words: string; groups: readonly FoundGroup[] }): JSX.Element {
  const { state, words, groups } = props;
  const later = state.own(createLater);
  const head = state.head.value;
  const others = state.chains.value?.others;
  const hasEvidence = groups.some(({ id }) => id === 'evidence');
  useEffect(() => {
    if (head === undefined || !hasEvidence) return;
    void later.headMoved(head);
    void later.besideMoved(others ?? []);
  }, [later, head, others, hasEvidence]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links have the focus, and the keys go from one to the next
    <div
      {...{ [FOUND]: '' }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined;
        if (step !== undefined && focusNext(document, step)) event.preventDefault();
      }}
    >
      {groups.map(({ id, items, count, all }) => (
        <section key={id} class={css.group} aria-labelledby={`found-${id}`}>
          <h2 id={`found-${id}`}>
            {FIND.groups[id]} <small>{count}</small>
          </h2>
          <ul>
            {items.map((item, at) => (
              // Two may have one name: their place is what they are known by.
              <li key={`${at} ${item.href}`}>
                <Item item={item} state={state} />
              </li>
            ))}
          </ul>
          {all === undefined ? null : (
            <p>
              <a
                href={all}
                aria-label={fillSlots(FIND.allOf, { group: FIND.groups[id] })}
                onClick={() => {
                  if (id === 'evidence') state.own(createLedgerState).list.setFilter({ ...BY_DEFAULT, words });
                }}
              >
                {FIND.all}
              </a>
            </p>
          )}
        </section>
      ))}
    </div>
  );
}

function Item({ item, state }: { item: FoundItem; state: WorkbenchState }): JSX.Element {
  const { name, href, notes, answer, found } = item;
  const later = state.own(createLater);
  const withdrawn = later.known.value > 0 && found && later.of(found.entry, found.chain).withdrawnBy !== undefined;
  return (
    <>
      <a href={href}>{name}</a> {answer === undefined ? null : <StatusBadges answer={answer} />}
      {withdrawn ? <Badge tone="fine">{LATER.withdrawn}</Badge> : null}
      {notes.length === 0 ? null : <small>{notes.join(' · ')}</small>}
    </>
  );
}

/** Nothing was found: what to try. */
function None({ words, withUnit }: { words: string; withUnit: boolean }): JSX.Element {
  const { none } = FIND;
  return (
    <Calm title={fillSlots(none.title, { words })}>
      <ul class={css.tips}>
        {none.tips.map((tip) => (
          <li key={tip}>{tip}</li>
        ))}
      </ul>
      {withUnit ? null : (
        <p>
          {none.noUnit}
          <a href={hashOf('unit')}>{none.unit}</a>
        </p>
      )}
      <p class={shared.quiet}>{none.text}</p>
    </Calm>
  );
}
