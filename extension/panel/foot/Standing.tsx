import { fillSlots } from '../../../core/base/text.ts';
import { foundOf, type TabView } from '../../messages/view.ts';
import { Dialog, LinkButton } from '../../ui/parts.tsx';
import { type JSX, useState } from '../../ui/preact.ts';
import { addressOf, type PanelState } from '../state.ts';
import { PANEL } from '../words.ts';

/** Whether this address is read without a click, and how that is allowed. */
export function Standing({ state, view }: { state: PanelState; view: TabView }): JSX.Element | null {
  const [asking, setAsking] = useState(false);
  const origin = addressOf(view.url);
  if (origin === undefined) return null;
  return (
    <>
      <small>
        {foundOf(view)?.standing ? (
          PANEL.standingOn
        ) : (
          <LinkButton onClick={() => setAsking(true)}>{PANEL.standing}</LinkButton>
        )}
      </small>
      {asking ? (
        <Dialog
          title={PANEL.standingDialog.title}
          action={PANEL.standingDialog.allow}
          onClose={() => setAsking(false)}
          onAction={() => {
            setAsking(false);
            void state.allowAddress();
          }}
        >
          <p>{fillSlots(PANEL.standingDialog.address, { origin })}</p>
          <p>{PANEL.standingDialog.reads}</p>
          <p>{PANEL.standingDialog.keeps}</p>
          <p>{PANEL.standingDialog.sends}</p>
          <p>{PANEL.standingDialog.undo + PANEL.standingDialog.port}</p>
        </Dialog>
      ) : null}
    </>
  );
}
