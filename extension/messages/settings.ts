import type { Mapping } from '../../core/readers/taught/mapping.ts';
import type { RulePack } from '../../core/rules/own/pack.ts';
import type { Rule } from '../../core/rules/rule.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';

/** When pages of an address are read: never, when the toolbar button is pressed, or whenever the panel looks at them. */
export type AddressMode = 'off' | 'click' | 'always';

/** Whether submitting is guarded at an address that is always on: not by the person's choice, or not by policy. */
export type GuardMode = 'on' | 'off' | 'policy-off';

/** The addresses about which a person has decided: `off` and `guardOff` as origins, `addresses` as match patterns. */
export interface Addresses {
  addresses: string[];
  off: string[];
  /** Submitting is not guarded there. */
  guardOff: string[];
}

/** How far 下次别提醒这个 reaches: this finding of this document, or what its rule advises on this kind of form. */
export const MUTE_SCOPES = ['document', 'form'] as const;
export type MuteScope = (typeof MUTE_SCOPES)[number];

/** What is dropped by a redaction: the bytes that were kept beside an entry, or its contents with them. */
export const REDACTED = ['blobs', 'all'] as const;
export type Redacted = (typeof REDACTED)[number];

/** Where a file comes from: imported (or made) on this computer, or handed out by the administrator's policy. */
export type From = 'import' | 'policy';

/** A unit's own rules. */
export interface InstalledPack {
  pack: RulePack;
  from: From;
}

/** A form that was taught, the day on which a page was last read by it, and the day on which its form was seen changed. */
export interface InstalledMapping {
  mapping: Mapping;
  from: From;
  fittedOn?: string;
  changedOn?: string;
}

/** What a list of the rules tells of one of them. */
export type RuleLine = Pick<Rule, 'id' | 'title' | 'kinds' | 'severity' | 'basis'>;

/** What this installation is set to. */
export interface Settings {
  unit?: UnitProfile;
  /** Where the profile comes from; left out where there is none. */
  unitFrom?: From;
  /** Packs of own rules, in the order in which they are run. */
  packs: InstalledPack[];
  /** Forms that were taught, in the order in which they are tried. */
  mappings: InstalledMapping[];
  /** The seat's label on entries: 综合窗口1. */
  seat: string;
  /** Somebody gave it; else it is the word for a seat that nobody named. */
  seatNamed: boolean;
}

/** Places that are marked on a page at once: more nobody looks at, and each is drawn and followed. */
export const MOST_MARKS = 200;

/** Characters of the longest label of a seat. */
export const SEAT_LENGTH = 40;
/** Characters of the longest reason, and of the longest note about an entry. */
export const REMARK_LENGTH = 500;

/** What documents are judged with here: the unit's profile and its own rules. */
export function judgedWith(settings: Settings | undefined): { unit?: UnitProfile; packs: RulePack[] } {
  const { unit, packs = [] } = settings ?? {};
  return { ...(unit && { unit }), packs: packs.map(({ pack }) => pack) };
}
