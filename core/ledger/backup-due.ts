import { chinaDay } from '../base/dates.ts';

/** New entries after which a backup is due, though one was made today. */
const MANY = 50;
/** Days after which a person is reminded that there is no new backup. */
const LONG = 7;
const DAY = 86_400_000;

/** Backups that stay in the folder that was chosen for them; older ones of ours are removed. */
export const BACKUPS_KEPT = 10;

/** A backup of the whole ledger: when it was made (ISO date-time UTC), and the last entry in it. */
export interface BackupMade {
  at: string;
  sequence: number;
}

/** Whether what stands here needs a backup: `late` has waited so long that a person has to be told. */
export type BackupNeed = 'nothing' | 'none-yet' | 'due' | 'late';

/**
 * How urgent the next backup is. `news` is how many entries stand here that are in none: the entry that only notes the
 * last backup counts for nothing. `now` is an ISO date-time UTC. Pure.
 */
export function backupNeed(last: BackupMade | undefined, news: number, now: string): BackupNeed {
  if (news <= 0) return 'nothing';
  if (last === undefined) return 'late';
  // A clock that was set back makes nothing recent.
  const passed = Date.parse(now) - Date.parse(last.at);
  if (!(passed >= 0) || passed >= LONG * DAY) return 'late';
  return chinaDay(now) > chinaDay(last.at) || news >= MANY ? 'due' : 'none-yet';
}
