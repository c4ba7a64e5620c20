import type { BackupNeed } from '../../core/ledger/backup-due.ts';

/** Words of the one line that tells how old the backup is. */
export const SIGHT = {
  last: '上次备份 {day}',
  lastAndNews: '上次备份 {day}，之后新增 {count} 条',
  never: '还没有备份，{count} 条只在这台电脑上',
  lost: '原有的 {count} 条证据不见了',
  working: '正在备份…',
  allow: '继续自动备份',
  failed: '备份没有写成',
  open: '打开“备份与恢复”',
} as const;

/** How each need is shown. */
export const NEED_TONES = { nothing: 'fine', 'none-yet': 'fine', due: 'fine', late: 'look' } as const satisfies Record<
  BackupNeed,
  'fine' | 'look'
>;
