import { chinaDay } from '../../core/base/dates.ts';
import { fillSlots } from '../../core/base/text.ts';
import { browser } from '../browser.ts';
import { LinkButton, ToneWord } from '../ui/parts.tsx';
import type { JSX } from '../ui/preact.ts';
import type { Backup } from './backup.ts';
import css from './exports.module.css';
import { NEED_TONES, SIGHT } from './words.ts';

/** One line, always in sight: how old the backup is. Nothing as long as there is nothing to back up. */
export function BackupSight({ backup }: { backup: Backup }): JSX.Element | null {
  const state = backup.state.value;
  const lost = backup.lost.value;
  if (lost !== undefined)
    return (
      <p class={css.sight}>
        <a href={browser.runtime.getURL('/workbench.html#/backup')} target="_blank" rel="noreferrer" title={SIGHT.open}>
          <ToneWord tone="must">{fillSlots(SIGHT.lost, { count: lost.sequence })}</ToneWord>
        </a>
      </p>
    );
  if (state === undefined || (state.last === undefined && state.news === 0)) return null;
  const { last, news, need, how, allowed } = state;
  const words =
    last === undefined
      ? fillSlots(SIGHT.never, { count: news })
      : fillSlots(news > 0 ? SIGHT.lastAndNews : SIGHT.last, { day: chinaDay(last.at).slice(5), count: news });
  return (
    <p class={css.sight}>
      {backup.working.value ? (
        SIGHT.working
      ) : (
        <a href={browser.runtime.getURL('/workbench.html#/backup')} target="_blank" rel="noreferrer" title={SIGHT.open}>
          {NEED_TONES[need] === 'look' || backup.trouble.value ? (
            <ToneWord tone="look">{backup.trouble.value ? SIGHT.failed : words}</ToneWord>
          ) : (
            words
          )}
        </a>
      )}
      {how === 'folder' && !allowed && news > 0 ? (
        <LinkButton onClick={() => void backup.allow()}>{SIGHT.allow}</LinkButton>
      ) : null}
    </p>
  );
}
