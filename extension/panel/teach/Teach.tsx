import { fillSlots, shorten } from '../../../core/base/text.ts';
import { labelOfRole } from '../../../core/document/glossary.ts';
import type { Understood } from '../../../core/readers/taught/look.ts';
import type { TriedField } from '../../../core/readers/taught/teach.ts';
import { LinkButton, SubmitButton } from '../../ui/parts.tsx';
import { type JSX, useEffect, useId, useMemo, useState } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';
import { ChooseRole } from './ChooseRole.tsx';
import { beginLesson, type Lesson } from './state.ts';
import css from './teach.module.css';
import { TEACH } from './words.ts';

/** Characters of a value that are shown, and of a name that is given. */
const SHOWN = 60;
const MOST_NAME = 60;
/** A longer title is a document's and no form's. */
const LONGEST_TITLE = 16;

/** A lesson: the person points at the page, says what it is, and sees at once what would be read. */
export function Teach(props: {
  state: PanelState;
  tabId: number;
  pageTitle: string;
  /** With what is said of how it ended. */
  close: (said: string) => void;
}): JSX.Element {
  const { state, tabId, close } = props;
  const lesson = useMemo(() => beginLesson(state, tabId, () => close(TEACH.gone)), [tabId]);
  useEffect(() => () => lesson.end(), [lesson]);
  const [place] = lesson.understood.value;
  return (
    <section class={css.lesson} aria-label={TEACH.title}>
      <header>
        <h2>{TEACH.title}</h2>
        <LinkButton
          onClick={() => {
            lesson.end();
            close('');
          }}
        >
          {TEACH.end}
        </LinkButton>
      </header>
      <Pointing lesson={lesson} />
      {place ? <Asked key={JSON.stringify(place.locators)} lesson={lesson} /> : null}
      <Taught lesson={lesson} />
      <Keep
        lesson={lesson}
        title={props.pageTitle}
        kept={async (name) => {
          // What is said of a page goes when it is read anew.
          await state.check();
          close(fillSlots(TEACH.kept, { name }));
        }}
      />
    </section>
  );
}

function Pointing({ lesson }: { lesson: Lesson }): JSX.Element {
  const stage = lesson.stage.value;
  const words =
    stage === 'starting'
      ? TEACH.starting
      : stage === 'looking'
        ? TEACH.looking
        : stage === 'pointing'
          ? TEACH.pointing
          : TEACH.paused;
  return (
    <p class={`${css.pointing} ${stage === 'pointing' ? css.live : ''}`} role="status">
      {words} {lesson.said.value === '' ? null : <span class={css.wrong}>{lesson.said.value} </span>}
      {stage === 'paused' ? <LinkButton onClick={() => lesson.resume()}>{TEACH.resume}</LinkButton> : null}
    </p>
  );
}

const shownValue = ({ value, state }: Pick<Understood, 'value' | 'state'>): string =>
  state === 'empty' || value === '' ? TEACH.blank : shorten(value, SHOWN);

/** What was pointed at, and the question what it is. */
function Asked({ lesson }: { lesson: Lesson }): JSX.Element | null {
  const [at, setAt] = useState(0);
  const group = useId();
  const ways = lesson.understood.value;
  const place = ways[at];
  if (place === undefined) return null;
  return (
    <div class={css.asked}>
      <h3>{TEACH.pointed}</h3>
      <dl>
        <div>
          <dt>{TEACH.label}</dt>
          <dd>{place.label || TEACH.noLabel}</dd>
        </div>
        <div>
          <dt>{TEACH.value}</dt>
          <dd>{shownValue(place)}</dd>
        </div>
      </dl>
      {ways.length > 1 ? (
        <details>
          <summary>{TEACH.otherwise}</summary>
          {ways.map((way, index) => (
            // The ways have no ids of their own; their order is their identity.
            <label key={index} class={css.way}>
              <input type="radio" name={group} checked={index === at} onChange={() => setAt(index)} />
              <span>
                {fillSlots(way.label === '' ? TEACH.choiceAlone : TEACH.choice, {
                  label: way.label,
                  value: shownValue(way),
                })}
              </span>
            </label>
          ))}
        </details>
      ) : null}
      <ChooseRole
        key={at}
        label={place.label}
        choose={(role) => void lesson.teach(place, role)}
        leave={() => lesson.leave()}
      />
    </div>
  );
}

/** What every field that was taught would read. */
function Taught({ lesson }: { lesson: Lesson }): JSX.Element {
  const { tried, fields, canUndo } = lesson;
  return (
    <div class={css.taught}>
      <h3>{TEACH.read}</h3>
      {fields.value.length === 0 ? <p class={css.quiet}>{TEACH.nothing}</p> : null}
      <ul aria-label={TEACH.readLabel}>
        {tried.value.map((field, index) => (
          // Two fields may be alike; their order is their identity.
          <li key={index}>
            <span class={css.role}>{field.role === null ? TEACH.noRole : labelOfRole(field.role)}</span>
            <span>
              {field.label === '' || (field.role !== null && field.label === labelOfRole(field.role)) ? null : (
                <span class={css.quiet}>{field.label} </span>
              )}
              {resultOf(field)}
            </span>
            <LinkButton
              label={fillSlots(TEACH.removeOf, { label: field.label || TEACH.noLabel })}
              onClick={() => void lesson.remove(index)}
            >
              {TEACH.remove}
            </LinkButton>
          </li>
        ))}
      </ul>
      {canUndo.value ? <LinkButton onClick={() => void lesson.undo()}>{TEACH.undo}</LinkButton> : null}
    </div>
  );
}

function resultOf({ state, text }: TriedField): JSX.Element {
  switch (state) {
    case 'present':
      return <strong>{shorten(text, SHOWN) || TEACH.unreadable}</strong>;
    case 'blank':
      return <span>{TEACH.blank}</span>;
    case 'unreadable':
      return <span>{TEACH.unreadable}</span>;
    case 'absent':
      return <span>{TEACH.absent}</span>;
    case 'missing':
    case 'changed':
    case 'disagree':
      return <span class={css.wrong}>{TEACH.unfound[state]}</span>;
  }
}

function Keep(props: { lesson: Lesson; title: string; kept: (name: string) => Promise<void> }): JSX.Element {
  const { lesson, title } = props;
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [missing, setMissing] = useState(false);
  const [busy, setBusy] = useState(false);
  const [box, hint] = [useId(), useId()];
  const name = typed ?? (lesson.name.value || (title.length <= LONGEST_TITLE ? title : ''));
  const keep = async (): Promise<void> => {
    const given = name.trim();
    setMissing(given === '');
    if (given === '' || busy) return;
    setBusy(true);
    if (await lesson.keep(given)) await props.kept(given);
    else setBusy(false);
  };
  return (
    <form
      class={css.keep}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label for={box}>{TEACH.name}</label>
      <input
        id={box}
        maxLength={MOST_NAME}
        value={name}
        placeholder={TEACH.nameExample}
        aria-describedby={hint}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p id={hint} class={missing ? css.wrong : css.quiet}>
        {missing ? TEACH.nameMissing : TEACH.leaves}
      </p>
      <SubmitButton disabled={lesson.fields.value.length === 0} busy={busy}>
        {busy ? TEACH.keeping : TEACH.keep}
      </SubmitButton>
    </form>
  );
}
