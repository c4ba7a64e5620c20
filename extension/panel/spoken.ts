import { fillSlots } from '../../core/base/text.ts';
import { threeLines } from '../../core/check/summary.ts';
import type { TabView } from '../messages.ts';
import { PANEL } from './words.ts';

/**
 * What a screen reader says when a check ends: the three lines, once. '' while there is nothing to say.
 * A page that is read again keeps its words until they change, so that nothing is said twice.
 */
export function spokenSummary(view: TabView | undefined): string {
  if (view === undefined) return '';
  if (view.state === 'not-allowed' || view.state === 'idle') return PANEL.notRead.title;
  if (view.state === 'problem') return view.problem?.message ?? '';
  if (!view.document || !view.run) return view.state === 'reading' ? PANEL.live.reading : '';
  const lines = threeLines(view.run, view.document);
  if (lines.length === 0) return PANEL.notADocument.title;
  return fillSlots(PANEL.live.done, {
    summary: lines
      .map((line) => `${line.word}${line.id !== 'fine' && line.count > 0 ? line.count : ''}，${line.text}`)
      .join('。'),
  });
}
