import { fillSlots } from '../../../core/base/text.ts';
import { factsOf, partsFindings } from '../../../core/check/parts.ts';
import { pairScans } from '../../../core/check/scans.ts';
import { GROUP_WORDS } from '../../../core/check/summary.ts';
import { ask } from '../../messages/ask.ts';
import { judgedWith } from '../../messages/settings.ts';
import type { NoDocumentView, ReadyView, RegisterView } from '../../messages/view.ts';
import { FilePicker } from '../../ui/FilePicker.tsx';
import { Button, LinkButton, ToneWord } from '../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../ui/preact.ts';
import { ledgerWork } from '../../worker/client.ts';
import type { FileReading } from '../../worker/read-file.ts';
import { placesOf } from '../check/list.ts';
import { OfPage } from '../OfPage.tsx';
import panel from '../panel.module.css';
import type { PanelState } from '../state.ts';
import css from './attachments.module.css';
import { type CheckedFile, type Checking, createChecking, isLeft, isReachable, type Progress } from './checking.ts';
import { fetchIn } from './fetch.ts';
import { ATTACHMENTS as WORDS } from './words.ts';

/** The files of the page, and others that the person chooses: each is read and checked when that is asked for. */
export function AttachmentsTab({ state }: { state: PanelState }): JSX.Element {
  return <OfPage state={state}>{(view) => <Files key={keyOf(view)} view={view} state={state} />}</OfPage>;
}

type View = ReadyView | RegisterView | NoDocumentView;

/** What was checked belongs to one document, and on a page without one to its address. */
const keyOf = (view: View): string => `${view.tabId} ${view.state === 'ready' ? view.document.key : view.url}`;

/** The last pages that files were checked of: another part of the panel may be looked at meanwhile. */
const known = new Map<string, Checking>();
const MOST_KNOWN = 10;

function checkingOf(view: View): Checking {
  const key = keyOf(view);
  const before = known.get(key);
  if (before !== undefined) return before;
  const checking = createChecking({
    fetch: fetchIn(view.tabId),
    open: (content, name, stop) => ledgerWork.openFile(content, name, stop),
    read: async (content, name, stop) =>
      ledgerWork.readFile(content, name, judgedWith(await ask('settings', {})), stop),
  });
  known.set(key, checking);
  for (const [old] of known) if (known.size > MOST_KNOWN) known.delete(old);
  return checking;
}

function Files({ view, state }: { view: View; state: PanelState }): JSX.Element {
  const [checking] = useState(() => checkingOf(view));
  const attachments = view.state === 'ready' ? view.document.attachments : [];
  useEffect(() => {
    checking.found(
      attachments
        .filter(({ how }) => how === 'attached')
        .map(({ name, href }) => ({ key: href ?? name, name, ...(href === undefined ? {} : { href }) })),
    );
  }, [attachments]);
  const { value: files } = checking.files;
  const { value: progress } = checking.progress;
  const { value: running } = checking.running;
  const ready = files.filter(isReachable);
  const left = ready.filter(({ key }) => isLeft(progress.get(key))).length;
  const told = running
    ? fillSlots(WORDS.progress, running)
    : left > 0 && left < ready.length
      ? fillSlots(WORDS.stoppedAll, { count: left })
      : ready.length > 0 && left === 0
        ? fillSlots(WORDS.done, { count: ready.length })
        : '';
  return (
    <>
      <section class={css.head}>
        {files.length === 0 ? <p>{WORDS.none}</p> : null}
        {running ? (
          <Button onClick={() => checking.stop()}>{WORDS.stop}</Button>
        ) : left > 0 ? (
          <Button primary onClick={() => void checking.run()}>
            {fillSlots(left < ready.length ? WORDS.goOn : WORDS.check, { count: left })}
          </Button>
        ) : null}
        <span role="status">{told}</span>
      </section>
      <ul>
        {files.map((file) => (
          <Row key={file.key} file={file} progress={progress.get(file.key)} checking={checking} />
        ))}
      </ul>
      <Together view={view} files={files} progress={progress} state={state} />
      <div class={css.pick}>
        <FilePicker
          label={WORDS.pickLabel}
          drop={WORDS.drop}
          choose={WORDS.choose}
          second
          multiple
          take={(file) => void checking.add([file])}
          several={(some) => void checking.add(some)}
        >
          <p class={css.quiet}>{WORDS.privacy}</p>
        </FilePicker>
      </div>
    </>
  );
}

const sizeWords = (bytes: number): string =>
  bytes >= 1_000_000
    ? fillSlots(WORDS.size, { size: (bytes / 1_000_000).toFixed(1) })
    : fillSlots(WORDS.small, { size: Math.ceil(bytes / 1_000) });

function Row(props: { file: CheckedFile; progress: Progress | undefined; checking: Checking }): JSX.Element {
  const { file, progress, checking } = props;
  const isOver = progress !== undefined && !['waiting', 'fetching', 'reading'].includes(progress.state);
  return (
    <li class={css.file}>
      <p class={css.name}>
        <b>{file.name}</b>
        <span>{stateWords(file, progress)}</span>
      </p>
      {progress?.state === 'failed' ? <p class={css.quiet}>{progress.problem.message}</p> : null}
      {progress?.state === 'read' ? <Read reading={progress.reading} /> : null}
      <div class={css.actions}>
        {isOver ? <LinkButton onClick={() => void checking.again(file.key)}>{WORDS.again}</LinkButton> : null}
        {file.file && file.of === undefined ? (
          <LinkButton onClick={() => checking.remove(file.key)}>{WORDS.remove}</LinkButton>
        ) : null}
      </div>
    </li>
  );
}

function stateWords(file: CheckedFile, progress: Progress | undefined): string {
  const { states } = WORDS;
  if (!isReachable(file)) return WORDS.noAddress;
  switch (progress?.state) {
    case undefined:
    case 'waiting':
      return states.waiting;
    case 'fetching':
      return progress.size > 0
        ? `${states.fetching} ${sizeWords(progress.done)} / ${sizeWords(progress.size)}`
        : states.fetching;
    case 'reading':
      return states.reading;
    case 'stopped':
      return states.stopped;
    case 'failed':
      return states.unread;
    case 'opened':
      return fillSlots(states.opened, { count: progress.count });
    case 'read':
      return sizeWords(progress.reading.file.size);
  }
}

/** What came of reading a file: as the list of the page, in words and sentences. */
function Read({ reading }: { reading: FileReading }): JSX.Element {
  const { states } = WORDS;
  if (reading.state === 'stopped') return <p>{states.classified}</p>;
  if (reading.state === 'unread')
    return (
      <p>
        <ToneWord tone="unread">{GROUP_WORDS.unread}</ToneWord> {reading.problem.message}
      </p>
    );
  if (reading.groups.length === 0) return <p class={css.quiet}>{states.fine}</p>;
  return (
    <>
      {reading.groups.map(({ id, sentences }) => (
        <details key={id} class={css.group} open={id === 'must'}>
          <summary>
            <ToneWord tone={id}>{fillSlots(WORDS.counts, { word: GROUP_WORDS[id], count: sentences.length })}</ToneWord>
          </summary>
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}

/** What page and files say differently, and which scan belongs to which file. */
function Together(props: {
  view: View;
  files: readonly CheckedFile[];
  progress: ReadonlyMap<string, Progress>;
  state: PanelState;
}): JSX.Element | null {
  const { view, files, progress, state } = props;
  const read = files.flatMap(({ key }) => {
    const now = progress.get(key);
    return now?.state === 'read' && now.reading.state === 'read' ? [now.reading] : [];
  });
  const page = view.state === 'ready' ? factsOf(view.document, view.pageTitle) : undefined;
  const differing = page === undefined ? [] : read.flatMap(({ part }) => partsFindings(page, part));
  const scans = pairScans(read.map(({ paired }) => paired));
  if (differing.length + scans.length === 0) return null;
  return (
    <section>
      <h2 class={panel.section}>{WORDS.together.title}</h2>
      <ul>
        {differing.map((finding) => {
          const places = placesOf({ finding, text: finding.message });
          return (
            <li key={finding.id} class={css.file}>
              <p>
                <ToneWord tone="look">{GROUP_WORDS.look}</ToneWord> {finding.message}
              </p>
              {places.length > 0 ? (
                <LinkButton
                  onClick={() =>
                    void state.mark(finding.id, {
                      marks: places.map((source) => ({ number: 1, source })),
                      text: finding.message,
                      go: true,
                    })
                  }
                >
                  {WORDS.together.page}
                </LinkButton>
              ) : null}
            </li>
          );
        })}
        {scans.map(({ scan, message }) => (
          <li key={scan} class={css.file}>
            <p>
              <ToneWord tone="unread">{GROUP_WORDS.unread}</ToneWord> {message}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
