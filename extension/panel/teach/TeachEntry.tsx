import { ask } from '../../messages/ask.ts';
import type { NoDocumentView, ReadyView } from '../../messages/view.ts';
import { download } from '../../ui/download.ts';
import { LinkButton } from '../../ui/parts.tsx';
import type { JSX } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';
import css from './teach.module.css';
import { TEACH } from './words.ts';

/** The key of what is said about teaching. */
export const TAUGHT = 'taught';

/** The way into a lesson, in sight where the page was read without knowing its form, else folded away. */
export function TeachEntry(props: {
  view: ReadyView | NoDocumentView;
  state: PanelState;
  begin: () => void;
}): JSX.Element {
  const { view, state, begin } = props;
  const taught = view.state === 'ready' && view.document.notes.some(({ mapping }) => mapping !== undefined);
  const unknown = view.state === 'no-document' || view.document.reader.id === 'generic';
  const describe = (): void =>
    void state.attempt(async () => {
      download(TEACH.describeName, 'application/json', await ask('describePage', { tabId: view.tabId }));
      state.say(TAUGHT, TEACH.described);
    });
  const actions = (
    <>
      <p class={css.actions}>
        <LinkButton onClick={begin}>{taught ? TEACH.again : TEACH.entry}</LinkButton>
        <LinkButton onClick={describe}>{TEACH.describe}</LinkButton>
      </p>
      <p class={css.quiet}>{TEACH.describeHint}</p>
    </>
  );
  if (!unknown || taught)
    return (
      <details class={css.entry}>
        <summary>{TEACH.more}</summary>
        {actions}
      </details>
    );
  return (
    <section class={css.entry} aria-label={TEACH.entry}>
      <p>{view.state === 'no-document' ? TEACH.askGeneric : TEACH.ask}</p>
      {actions}
    </section>
  );
}
