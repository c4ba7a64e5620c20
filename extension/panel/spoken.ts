import { fillSlots } from '../../core/base/text.ts';
import { threeLines } from '../../core/check/summary.ts';
import type { TabView } from '../messages.ts';
import { PANEL } from './words.ts';

/** What a screen reader says when a check ends: the three lines, once. '' while there is nothing to say. */
export function spokenSummary(view: TabView | undefined): string {
  if (view?.state === 'reading') return PANEL.live.reading;
  if (view?.state !== 'ready' || !view.document || !view.run) return '';
  const lines = threeLines(view.run, view.document);
  if (lines.length === 0) return PANEL.notADocument.title;
  return fillSlots(PANEL.live.done, {
    summary: lines
      .map((line) => `${line.word}${line.id !== 'fine' && line.count > 0 ? line.count : ''}，${line.text}`)
      .join('。'),
  });
}
