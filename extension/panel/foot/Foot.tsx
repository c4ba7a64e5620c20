import { fillSlots } from '../../../core/base/text.ts';
import { tallyOfRegister } from '../../../core/check/checked-register.ts';
import { groupsOf } from '../../../core/check/summary.ts';
import type { DocumentModel } from '../../../core/document/model.ts';
import { BackupSight } from '../../exports/BackupSight.tsx';
import type { Backup } from '../../exports/backup.ts';
import { ask } from '../../messages/ask.ts';
import { REMARK_LENGTH, SEAT_LENGTH } from '../../messages/settings.ts';
import { foundOf, isKeepable, type KeepableView, type KeptAs, type TabView } from '../../messages/view.ts';
import { type Later, LaterForm } from '../../ui/LaterForm.tsx';
import { LATER } from '../../ui/later.ts';
import { Button, LinkButton, Notice } from '../../ui/parts.tsx';
import { type JSX, useEffect, useId, useRef, useState } from '../../ui/preact.ts';
import { RemarkForm } from '../../ui/RemarkForm.tsx';
import { AddressSwitch } from '../address/AddressSwitch.tsx';
import { addressOf } from '../address/address.ts';
import type { PanelState } from '../state.ts';
import css from './foot.module.css';
import { isSeatAsked, leaveSeat } from './seat.ts';
import { FOOT } from './words.ts';

/** The key of what is said about keeping: it stands beside no item. */
const KEPT = 'kept';

/** What the person is being asked, and about what: where that changes the question goes. */
interface Asking {
  what: 'secrecy' | 'seat' | Later;
  about: string;
  /** Yes was said to the question about the document's secrecy. */
  confirmed?: true;
}

/** What is asked before this document is kept; another document, or another mark on it, is asked about anew. */
const keepingOf = (view: KeepableView): string =>
  view.state === 'ready'
    ? JSON.stringify([view.document.key, view.document.askBeforeKeeping])
    : JSON.stringify([view.register.place, view.register.askBeforeKeeping]);

const askedOf = (view: KeepableView): DocumentModel['askBeforeKeeping'] =>
  (view.state === 'ready' ? view.document : view.register).askBeforeKeeping;

/** What is done with what was found: read again, keep, and say something of what was kept. */
export function Foot(props: { state: PanelState; view: TabView | undefined; backup: Backup }): JSX.Element | null {
  const { state, view, backup } = props;
  const [asked, setAsked] = useState<Asking | undefined>(undefined);
  const row = useRef<HTMLDivElement>(null);
  const found = foundOf(view);
  const ready = found && isKeepable(found) ? found : undefined;
  const kept = ready?.keptAs;
  const about = { keep: ready && keepingOf(ready), later: kept && `${kept.sequence}` };
  const asking =
    asked?.about === (asked?.what === 'secrecy' || asked?.what === 'seat' ? about.keep : about.later)
      ? asked
      : undefined;
  const must = ready === undefined ? 0 : mustOf(ready);
  const open = asking !== undefined;
  const wasOpen = useRef(false);
  useEffect(() => {
    // The form is gone, and with it what had the focus: on to the button beside which it stood.
    if (wasOpen.current && !open && document.activeElement === document.body)
      row.current?.querySelector<HTMLElement>('[data-keep] button')?.focus();
    wasOpen.current = open;
  }, [open]);
  if (view === undefined) return null;
  const trouble = state.trouble.value;
  const readable = isReadable(view);
  if (!readable && addressOf(view.url) === undefined && trouble === undefined) return null;

  const keepNow = async (confirmed?: true): Promise<void> => {
    setAsked(undefined);
    if (await state.keep(confirmed)) state.say(KEPT, FOOT.kept);
  };
  const keepUnlessAsked = (confirmed?: true): Promise<void> =>
    state.attempt(async () => {
      if (ready !== undefined && (await isSeatAsked()))
        setAsked({ what: 'seat', about: keepingOf(ready), ...(confirmed && { confirmed }) });
      else await keepNow(confirmed);
    });
  const keep = (): void => {
    if (ready && askedOf(ready)) setAsked({ what: 'secrecy', about: keepingOf(ready) });
    else void keepUnlessAsked();
  };
  /** Says something of the entry that was kept, and that it is said. */
  const sayLater = (what: Later, sequence: number, text: string): Promise<void> =>
    state.attempt(async () => {
      if (what === 'note') await ask('annotate', { sequence, text });
      else await ask('correct', { sequence, withdrawn: what === 'withdraw', reason: text });
      setAsked(undefined);
      state.say(KEPT, fillSlots(LATER[what].done, { sequence }));
    });

  const standsKept = kept !== undefined && kept.withdrawn === undefined;
  const keepWords =
    must > 0 ? fillSlots(ready?.state === 'register' ? FOOT.keepRows : FOOT.keepWith, { must }) : FOOT.keep;
  const askingToKeep = asking?.what === 'secrecy' || asking?.what === 'seat';
  const buttons = [
    ready && !askingToKeep ? (
      <span key="keep" data-keep class={standsKept ? css.kept : ''}>
        <Button primary={must === 0 && !open} busy={standsKept || state.keeping.value} onClick={keep}>
          {standsKept ? FOOT.kept : state.keeping.value ? FOOT.keeping : keepWords}
        </Button>
      </span>
    ) : null,
    readable ? (
      <Button
        key="again"
        primary={must > 0 && !open}
        busy={view.state === 'reading'}
        onClick={() => void state.check()}
      >
        {FOOT.again}
      </Button>
    ) : null,
  ];
  return (
    <footer class={css.foot}>
      {trouble ? <Notice>{trouble.message}</Notice> : null}
      {kept && !askingToKeep ? (
        <Kept
          kept={kept}
          said={state.said.value?.key === KEPT ? state.said.value.text : ''}
          open={(what) => setAsked({ what, about: `${kept.sequence}` })}
        />
      ) : null}
      {asking === undefined ? null : (
        <div class={css.question}>
          {asking.what === 'secrecy' ? (
            <Question
              about={ready && askedOf(ready)}
              yes={() => void keepUnlessAsked(true)}
              no={() => {
                setAsked(undefined);
                state.say(KEPT, FOOT.askFirst.left);
              }}
            />
          ) : asking.what === 'seat' ? (
            <RemarkForm
              {...FOOT.seat}
              most={SEAT_LENGTH}
              action={FOOT.seat.save}
              onAction={(seat) =>
                state.attempt(async () => {
                  await ask('setSeat', { seat });
                  await keepNow(asking.confirmed);
                })
              }
              otherwise={FOOT.seat.later}
              onOtherwise={() =>
                void state.attempt(async () => {
                  await leaveSeat();
                  await keepNow(asking.confirmed);
                })
              }
              onClose={() => setAsked(undefined)}
            />
          ) : kept === undefined ? null : (
            <LaterForm
              key={asking.what}
              what={asking.what}
              sequence={kept.sequence}
              most={REMARK_LENGTH}
              onAction={(text) => sayLater(asking.what as Later, kept.sequence, text)}
              onClose={() => setAsked(undefined)}
            />
          )}
        </div>
      )}
      <div ref={row} class={css.row}>
        {must > 0 ? buttons.toReversed() : buttons}
      </div>
      <AddressSwitch state={state} view={view} />
      <BackupSight backup={backup} />
    </footer>
  );
}

const mustOf = (view: KeepableView): number =>
  view.state === 'ready'
    ? (groupsOf(view.run, view.document).find(({ id }) => id === 'must')?.items.length ?? 0)
    : tallyOfRegister(view.register).must;

/** Under which number it was kept, and what can be said of it here. */
function Kept(props: {
  kept: KeptAs;
  /** What came of the last thing that was done. */
  said: string;
  open: (what: Later) => void;
}): JSX.Element {
  const { sequence, indicators, withdrawn } = props.kept;
  const sentence = withdrawn ? FOOT.withdrawnDetail : indicators.length > 0 ? FOOT.keptDetail : FOOT.keptNoIndicator;
  const actions: Later[] = [withdrawn ? 'restore' : 'withdraw', 'note'];
  return (
    <p class={css.note}>
      <span>{fillSlots(sentence, { sequence, indicators: indicators.join('、') })}</span>
      {actions.map((what) => (
        <LinkButton key={what} onClick={() => props.open(what)}>
          {LATER[what].open}
        </LinkButton>
      ))}
      {props.said === LATER.note.done ? <span>{props.said}</span> : null}
    </p>
  );
}

/** The question before a document is kept whose secrecy a person has to look at. */
function Question(props: {
  about: DocumentModel['askBeforeKeeping'];
  yes: () => void;
  no: () => void;
}): JSX.Element | null {
  const title = useId();
  const element = useRef<HTMLElement>(null);
  // The button that asked is gone: the focus goes where the answer is given, and on the safe one.
  useEffect(() => element.current?.querySelector('button')?.focus(), []);
  if (props.about === undefined) return null;
  const { why, mark } = props.about;
  return (
    <section ref={element} aria-labelledby={title}>
      <h2 id={title}>{FOOT.askFirst.title}</h2>
      <p>{fillSlots(FOOT.askFirst[why], { mark })}</p>
      <div class={css.row}>
        <Button onClick={props.no}>{FOOT.askFirst.no}</Button>
        <Button primary onClick={props.yes}>
          {FOOT.askFirst.yes}
        </Button>
      </div>
    </section>
  );
}

/** Whether reading again may help: a page that is closed to us stays so until the toolbar button is pressed. */
function isReadable(view: TabView): boolean {
  switch (view.state) {
    case 'idle':
    case 'not-allowed':
    case 'off':
      return false;
    case 'problem':
      return view.problem.code !== 'page-not-allowed';
    case 'reading':
    case 'ready':
    case 'register':
    case 'no-document':
    case 'stopped':
      return true;
  }
}
