import type { UnitProfile } from '../../core/unit/profile.ts';

/** What this installation is set to. */
export interface Settings {
  unit?: UnitProfile;
  /** The seat's label on entries: 综合窗口1. */
  seat: string;
  /** Somebody gave it; else it is the word for a seat that nobody named. */
  seatNamed: boolean;
}

/** Characters of the longest label of a seat. */
export const SEAT_LENGTH = 40;
/** Characters of the longest reason, and of the longest note about an entry. */
export const REMARK_LENGTH = 500;
