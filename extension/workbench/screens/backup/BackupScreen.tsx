import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { handOut } from '../../../exports/hand-out.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Button, Dialog, Notice, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import { hashOfLedger } from '../ledger/place.ts';
import { AutoBackup } from './AutoBackup.tsx';
import css from './backup.module.css';
import { Compared } from './Compared.tsx';
import { Keeping } from './Keeping.tsx';
import { Rehearse } from './Rehearse.tsx';
import { type BackupState, createBackupState, type Unfinished } from './state.ts';
import { BACKUP } from './words.ts';

/** How old the backup is, a new one, and the way back from one. */
export function BackupScreen({ state, title }: ScreenProps): JSX.Element {
  const own = state.own(createBackupState);
  const head = state.head.value;
  useEffect(() => {
    own.lastExport.headMoved();
    own.look().catch(state.failed);
  }, [state, own, head]);
  return (
    <article class={css.backup}>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      <Lost state={state} />
      <AutoBackup state={state} />
      <Export state={state} own={own} />
      <Rehearse state={state} />
      <Restore state={state} own={own} />
      <Keeping />
    </article>
  );
}

/** What stood here once and does not any more. */
function Lost({ state: { backup } }: { state: WorkbenchState }): JSX.Element | null {
  const lost = backup.lost.value;
  if (lost === undefined) return null;
  const slots = { count: lost.sequence, day: chinaDay(lost.at) };
  return (
    <section class={`${shared.section} ${css.unfinished}`} role="alert">
      <h2>
        <ToneWord tone="must">{fillSlots(BACKUP.lost.title, slots)}</ToneWord>
      </h2>
      <p>{fillSlots(BACKUP.lost.why, slots)}</p>
      <Button onClick={() => void backup.takeNote()}>{BACKUP.lost.note}</Button>
    </section>
  );
}

function Export({ state, own }: { state: WorkbenchState; own: BackupState }): JSX.Element {
  const [exporting, setExporting] = useState(false);
  const sequence = state.head.value?.sequence;
  const entry = own.lastExport.entry.value;
  const news = sequence === undefined || entry === undefined || entry === null ? 1 : sequence - entry.sequence;
  const exportBundle = async (): Promise<void> => {
    setExporting(true);
    await state.attempt(async () => {
      const name = await handOut('bundle', state.settings.value?.unit?.name ?? '');
      state.say(fillSlots(WORKBENCH.exported, { name }));
    });
    setExporting(false);
  };
  const slots = entry && { date: chinaDay(entry.registeredAt), count: news };
  return (
    <section class={shared.section}>
      <h2>{BACKUP.export.title}</h2>
      {sequence === 0 ? (
        <p>{BACKUP.export.nothing}</p>
      ) : (
        <>
          <p>
            {slots === undefined ? (
              WORKBENCH.loading
            ) : slots === null ? (
              // It matters where nothing else is backed up.
              <ToneWord tone={state.backup.state.value?.how === 'folder' ? 'fine' : 'look'}>
                {BACKUP.export.never}
              </ToneWord>
            ) : (
              fillSlots(news > 0 ? BACKUP.export.last : BACKUP.export.lastNothingNew, slots)
            )}
          </p>
          <p class={css.action}>
            <Button primary={news > 0} busy={exporting} onClick={() => void exportBundle()}>
              {exporting ? BACKUP.export.exporting : BACKUP.export.button}
            </Button>
          </p>
        </>
      )}
      <p class={shared.quiet}>{BACKUP.export.holds}</p>
    </section>
  );
}

function Restore({ state, own }: { state: WorkbenchState; own: BackupState }): JSX.Element {
  const stage = own.stage.value;
  const unfinished = own.unfinished.value;
  const done = stage.is === 'restored' ? fillSlots(BACKUP.restore.done, { ...stage }) : undefined;
  useEffect(() => {
    if (done !== undefined) state.say(done);
    if (stage.is === 'compared') state.say(fillSlots(BACKUP.restore.compared, { name: stage.file.name }));
  }, [state, stage.is, done]);
  return (
    <section class={`${shared.section} ${css.restore}`}>
      <h2>{BACKUP.restore.title}</h2>
      {unfinished === undefined || stage.is === 'restoring' ? null : (
        <NotDone state={state} own={own} unfinished={unfinished} />
      )}
      {stage.is === 'restoring' ? (
        <Progress done={stage.done} total={stage.comparison.bundle.count} />
      ) : (
        <Choose state={state} own={own} first={stage.is === 'nothing-chosen'} />
      )}
      {stage.is === 'comparing' ? (
        <p>{fillSlots(BACKUP.restore.comparing, { name: stage.name, count: stage.count })}</p>
      ) : null}
      {stage.is === 'failed' ? <Notice>{stage.problem.message}</Notice> : null}
      {stage.is === 'compared' ? (
        <Compared
          name={stage.file.name}
          comparison={stage.comparison}
          unfinished={unfinished}
          restore={() => void own.restore()}
        />
      ) : null}
      {done === undefined ? null : (
        <div class={css.done}>
          <p>
            <ToneWord tone="fine">{done}</ToneWord>
          </p>
          <p>{BACKUP.restore.settings}</p>
          <p class={css.links}>
            <a href={hashOfLedger()}>{BACKUP.restore.toLedger}</a>
            <a href={hashOf('unit')}>{BACKUP.restore.toUnit}</a>
          </p>
        </div>
      )}
    </section>
  );
}

function Progress({ done, total }: { done: number; total: number }): JSX.Element {
  const sentence = fillSlots(BACKUP.restore.restoring, { done, total });
  return (
    <p class={css.progress}>
      <progress max={total} value={done} aria-label={BACKUP.restore.title} />
      <span>{sentence}</span>
    </p>
  );
}

/** A restore that was stopped in the middle, by a crash or because the stick was pulled out. */
function NotDone(props: { state: WorkbenchState; own: BackupState; unfinished: Unfinished }): JSX.Element {
  const { state, own, unfinished } = props;
  const { name, sequence: total, done, from } = unfinished;
  const [asking, setAsking] = useState(false);
  const { unfinished: words } = BACKUP;
  const drop = async (): Promise<void> => {
    setAsking(false);
    if (await state.attempt(own.drop)) state.say(words.dropped);
  };
  return (
    <div class={css.unfinished}>
      <p>
        <ToneWord tone="look">{words.title}</ToneWord>
      </p>
      <p>{fillSlots(words.text, { name, total, done })}</p>
      <p>
        <Button onClick={() => setAsking(true)}>{words.drop}</Button>
      </p>
      {asking ? (
        <Dialog
          title={fillSlots(words.dropTitle, { name })}
          action={words.drop}
          onAction={() => void drop()}
          onClose={() => setAsking(false)}
        >
          <p>{fillSlots(from === 0 ? words.dropAll : words.dropRest, { done, added: done - from })}</p>
        </Dialog>
      ) : null}
    </div>
  );
}

function Choose(props: { state: WorkbenchState; own: BackupState; first: boolean }): JSX.Element {
  const { state, own, first } = props;
  const { restore } = BACKUP;
  return (
    <FilePicker
      label={restore.label}
      drop={restore.drop}
      choose={first ? restore.choose : restore.another}
      second
      accept=".zip,.jsonl,.json"
      take={(file) => void own.compare(file)}
      several={() => state.say(restore.one)}
    >
      <p class={shared.quiet}>{restore.how}</p>
    </FilePicker>
  );
}
