import { tallyOfRegister } from '../../core/check/checked-register.ts';
import type { Finding } from '../../core/check/run.ts';
import { groupOf } from '../../core/check/summary.ts';
import { standingsOf } from '../../core/check/verdicts.ts';
import { browser } from '../browser.ts';
import type { ReadyView, TabView } from '../messages/view.ts';

/** The colour of 必须改 (ui/system.css). */
const COLOUR = '#b42318';

/** How many 必须改 a view tells of that nobody has accepted, of a register in how many rows, as the toolbar button says it: '' for none, and while nothing is known. */
export function badgeOf(view: TabView): string {
  const found = view.state === 'reading' ? view.before : view;
  const count =
    found?.state === 'ready'
      ? mustsOf(found).length
      : found?.state === 'register'
        ? tallyOfRegister(found.register).must
        : 0;
  return count === 0 ? '' : count > 99 ? '99+' : String(count);
}

/** Writes on the toolbar button what must be changed in a tab. It never blinks, and says nothing where nothing must. */
export function showBadge(tabId: number, text: string): void {
  const { action } = browser;
  // The tab may be gone by now.
  action.setBadgeText({ tabId, text }).catch(() => undefined);
  if (text !== '') action.setBadgeBackgroundColor({ tabId, color: COLOUR }).catch(() => undefined);
}

/** The 必须改 of a view that nobody has accepted. */
export function mustsOf({ run, verdicts }: Pick<ReadyView, 'run' | 'verdicts'>): Finding[] {
  const { of } = standingsOf(run.findings, verdicts);
  return run.findings.filter((finding) => groupOf(finding) === 'must' && of.get(finding.id)?.standing !== 'accepted');
}
