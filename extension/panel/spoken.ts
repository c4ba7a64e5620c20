import { fillSlots } from '../../core/base/text.ts';
import { threeLines } from '../../core/check/summary.ts';
import { type ReadyView, shownOf, type TabView } from '../messages/view.ts';
import { listOf, remindedOf } from './check/list.ts';
import { registerLines } from './check/register-list.ts';
import { CHECK } from './check/words.ts';
import { PANEL } from './words.ts';

/**
 * What a screen reader says when a check ends: the three lines, once. '' while there is nothing to say.
 * A page that is read again keeps its words until they change, so that nothing is said twice.
 */
export function spokenSummary(view: TabView | undefined): string {
  const shown = view && shownOf(view);
  switch (shown?.state) {
    case undefined:
      return '';
    case 'idle':
    case 'not-allowed':
      return PANEL.notRead.title;
    case 'off':
      return PANEL.off.title;
    case 'reading':
      return PANEL.live.reading;
    case 'problem':
      return shown.problem.message;
    case 'stopped':
      return fillSlots(PANEL.live.stopped, { reasons: shown.reasons.join('') });
    case 'register':
      return fillSlots(PANEL.live.done, {
        summary: registerLines(shown.register)
          .map(({ text }) => text)
          .join(''),
      });
    case 'no-document':
      return shown.unread.length > 0 ? `${PANEL.notAllRead.title}。${shown.unread.join('')}` : PANEL.notADocument.title;
    case 'ready':
      return fillSlots(PANEL.live.done, { summary: summaryOf(shown) });
  }
}

function summaryOf(view: ReadyView): string {
  const lines = threeLines(remindedOf(view), view.document);
  if (lines[0]?.id === 'fine' && view.muted.length + listOf(view).accepted.length > 0) return CHECK.known.only.title;
  return lines
    .map((line) => `${line.word}${line.id !== 'fine' && line.count > 0 ? line.count : ''}，${line.text}`)
    .join('。');
}
