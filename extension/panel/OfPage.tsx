import type { NoDocumentView, ReadyView, RegisterView } from '../messages/view.ts';
import { shownOf } from '../messages/view.ts';
import { Calm } from '../ui/parts.tsx';
import type { JSX } from '../ui/preact.ts';
import type { PanelState } from './state.ts';
import { PANEL } from './words.ts';

/** Draws a part that tells of the page, or why there is nothing to tell. */
export function OfPage(props: {
  state: PanelState;
  children: (view: ReadyView | RegisterView | NoDocumentView) => JSX.Element;
}): JSX.Element {
  const view = props.state.view.value;
  const shown = view && shownOf(view);
  switch (shown?.state) {
    case undefined:
    case 'reading':
      return <Calm title={PANEL.readingNow} />;
    case 'idle':
    case 'not-allowed':
      return (
        <Calm sign="unread" title={PANEL.notRead.title}>
          <p>{PANEL.notRead.text}</p>
          <p>{PANEL.notRead.hint}</p>
        </Calm>
      );
    case 'off':
      return (
        <Calm sign="off" title={PANEL.off.title}>
          <p>{PANEL.off.text}</p>
        </Calm>
      );
    case 'problem':
      return (
        <Calm sign="failed" title={PANEL.problem.title}>
          <p>{shown.problem.message}</p>
        </Calm>
      );
    case 'stopped':
      return (
        <Calm sign="stopped" title={PANEL.stopped}>
          {shown.reasons}
        </Calm>
      );
    case 'no-document':
    case 'register':
    case 'ready':
      return props.children(shown);
  }
}
