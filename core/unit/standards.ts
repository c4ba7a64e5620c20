import { compareText } from '../base/text.ts';
import type { CataloguePack, CatalogueRow, StatusAnswer } from '../standards/catalogue.ts';
import { readDesignation, undated } from '../standards/designation.ts';
import { statusOn } from '../standards/status.ts';
import type { UnitProfile, UnitStandard } from './profile.ts';

/** The register's own numbers need no other witness; what it says of a national standard is hearsay. */
function rowOf(standard: UnitStandard, newer: UnitStandard | undefined): CatalogueRow {
  const { designation, title, publishedOn, effectiveOn, withdrawnOn } = standard;
  const end = withdrawnOn ?? newer?.effectiveOn;
  return {
    designation,
    title,
    ...(publishedOn === undefined ? {} : { publishedOn }),
    ...(effectiveOn === undefined ? { status: 'unknown' as const } : { effectiveOn }),
    ...(end === undefined ? {} : { withdrawnOn: end }),
    ...(newer === undefined ? {} : { replacedBy: [newer.designation] }),
    verified: readDesignation(designation)?.family === 'unit',
    source: '本单位标准明细表',
    checkedOn: effectiveOn ?? '',
  };
}

const PACKS = new WeakMap<UnitProfile, CataloguePack>();

/** The unit's register of standards in the form of a catalogue; it does not lapse. */
export function registerOf(unit: UnitProfile): CataloguePack {
  const known = PACKS.get(unit);
  if (known) return known;
  const sorted = unit.standards.toSorted((left, right) => compareText(left.designation, right.designation));
  const rows = sorted.map((standard, index) => {
    const next = sorted[index + 1];
    const sameNumber = next && undated(next.designation) === undated(standard.designation);
    return rowOf(standard, sameNumber && next.designation !== standard.designation ? next : undefined);
  });
  const pack: CataloguePack = {
    schema: 'duibiao/catalogue@1',
    id: 'unit',
    version: '',
    issuedOn: '',
    lapsesOn: '9999-12-31',
    rows,
  };
  PACKS.set(unit, pack);
  return pack;
}

/** Asks the catalogue for a standard's status on a day and, for what it does not know, the unit's own register. */
export function statusWithUnit(
  catalogue: CataloguePack,
  unit: UnitProfile | undefined,
): (designation: string, on: string) => StatusAnswer {
  return (designation, on) => {
    const answer = statusOn(catalogue, designation, on);
    return unit && answer.status === 'not-in-catalogue' ? statusOn(registerOf(unit), designation, on) : answer;
  };
}

/** The edition of a standard that a unit holds, and the newer one that it found to be the publisher's when it looked. */
export interface HeldEdition {
  designation: string;
  currentEdition: string;
  checkedOn?: string;
}

/** What the unit's register says of a number of which it holds an edition that is no longer the newest; undefined otherwise. */
export function heldEdition(unit: UnitProfile, designation: string): HeldEdition | undefined {
  const asked = readDesignation(designation);
  const rows = unit.standards.flatMap(({ designation: text, currentEdition = '', checkedOn }) => {
    const own = readDesignation(text);
    const isSame = own && asked && undated(own.text) === undated(asked.text);
    return isSame ? [{ own, current: readDesignation(currentEdition), checkedOn }] : [];
  });
  const newest = rows.toSorted((left, right) => compareText(left.own.text, right.own.text)).at(-1);
  if (newest === undefined) return undefined;
  const { own, current, checkedOn } = newest;
  if (own.year === undefined || current?.year === undefined || current.year <= own.year) return undefined;
  return { designation: own.text, currentEdition: current.text, ...(checkedOn === undefined ? {} : { checkedOn }) };
}
