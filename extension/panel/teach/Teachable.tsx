import type { NoDocumentView, ReadyView } from '../../messages/view.ts';
import { lazily } from '../../ui/lazily.tsx';
import { type ComponentChildren, type JSX, useState } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';
import { TAUGHT, TeachEntry } from './TeachEntry.tsx';
import css from './teach.module.css';

const Teach = lazily(async () => (await import('./Teach.tsx')).Teach);

/** What was found on a page, what does not fit any more of what was taught about it, and the way into a lesson; or the lesson. */
export function Teachable(props: {
  view: ReadyView | NoDocumentView;
  state: PanelState;
  children: ComponentChildren;
}): JSX.Element {
  const { view, state, children } = props;
  const [taughtTab, setTaughtTab] = useState<number | undefined>(undefined);
  if (taughtTab === view.tabId)
    return (
      <Teach
        state={state}
        tabId={view.tabId}
        pageTitle={view.pageTitle}
        close={(said) => {
          setTaughtTab(undefined);
          state.say(TAUGHT, said);
        }}
      />
    );
  const unfit = view.state === 'ready' ? view.document.notes.filter(({ kind }) => kind === 'unfit') : [];
  const said = state.said.value;
  return (
    <>
      {said?.key === TAUGHT && said.text !== '' ? <p class={css.said}>{said.text}</p> : null}
      {unfit.map(({ text }) => (
        <p class={css.unfit} key={text}>
          {text}
        </p>
      ))}
      {children}
      <TeachEntry view={view} state={state} begin={() => setTaughtTab(view.tabId)} />
    </>
  );
}
