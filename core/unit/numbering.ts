import { fillSlots, squeeze } from '../base/text.ts';
import { readDesignation, undated } from '../standards/designation.ts';
import { titleKey } from '../standards/title.ts';
import { isOfForm, unitCodeOf } from './number-form.ts';
import type { NumberForm, SubSystem, UnitProfile, UnitStandard } from './profile.ts';
import { boxOf, type Places, placesOf } from './structure.ts';

/** How a number does not fit the scheme of a unit. */
export type SchemeFault =
  /** It begins with another code than the unit's. */
  | 'unit-code'
  /** It is built as others are and has a code that no sub-system has. */
  | 'system-code'
  /** It is built otherwise. */
  | 'form';

/** What is wrong with a number of the register, or with a row of the scheme. */
export type NumberFault = SchemeFault | 'other-system' | 'twice' | 'reused' | 'year' | 'no-system';

export const NUMBER_WORDS: Readonly<Record<NumberFault, string>> = {
  'unit-code': '开头不是本单位的代号（编号规则：{forms}），是别的单位的标准就不用改。',
  'system-code': '里面的子体系代号在编号规则里没有（编号规则：{forms}）。',
  form: '不合编号规则（{forms}）。',
  'other-system': '按编号属于“{system}”，明细表里写的是“{listed}”。',
  twice: '和“{other}”用了同一个编号，名称不一样。',
  reused: '用了已经废止的“{other}”的编号，废止的编号不再用。',
  year: '编号里的年份和发布日期（{published}）不一致。',
  'no-system': '编号规则里的“{system}”在体系图里没有。',
};

/** What is wrong with one number, in a sentence. */
export interface NumberFinding {
  /** The number, or the form of a row of the scheme. */
  number: string;
  title: string;
  fault: NumberFault;
  text: string;
}

/** Forms that are named in a sentence. */
const TOLD = 3;

/** The forms of a scheme as a sentence names them. */
export const formsOf = (numbering: readonly NumberForm[]): string =>
  numbering
    .slice(0, TOLD)
    .map(({ form }) => form)
    .join('、') + (numbering.length > TOLD ? '…' : '');

/** The letters and the count of digits of a number: what it is built of. */
const buildOf = (text: string): string => text.replace(/[\d×]/gu, '0').replace(/(?<=[/\s])[A-Z]+(?=\s)/gu, 'A');

/**
 * How a designation of the unit's own does not fit its scheme; undefined where it does, where there is no scheme, and for what
 * is no designation in normal form.
 */
export function schemeFault(designation: string, numbering: readonly NumberForm[]): SchemeFault | undefined {
  if (numbering.length === 0 || readDesignation(designation)?.family !== 'unit') return undefined;
  if (numbering.some(({ form }) => isOfForm(designation, form))) return undefined;
  const code = unitCodeOf(designation);
  const own = numbering.filter(({ form }) => unitCodeOf(form) === code);
  if (own.length === 0) return 'unit-code';
  // Of a sub-system that there is, it is built otherwise.
  if (own.some(({ form }) => designation.startsWith(form.split('×')[0] ?? form))) return 'form';
  return own.some(({ form }) => buildOf(form) === buildOf(designation)) ? 'system-code' : 'form';
}

/**
 * What is wrong with the numbers of a unit's register: they do not fit its scheme, say another sub-system or year than the
 * register, or are used twice. Pure. @param on ISO day
 */
export function checkNumbers(unit: UnitProfile, on: string): NumberFinding[] {
  const { numbering = [] } = unit;
  const places = placesOf(unit);
  const own = unit.standards.filter(({ designation }) => readDesignation(designation)?.family === 'unit');
  const say = (
    { designation, title }: Pick<UnitStandard, 'designation' | 'title'>,
    fault: NumberFault,
    slots: Record<string, string> = {},
  ): NumberFinding => ({
    ...{ number: designation, title, fault },
    text: fillSlots(NUMBER_WORDS[fault], { forms: formsOf(numbering), ...slots }),
  });
  const undeclared = numbering.flatMap(({ form, system }) =>
    places.declared && boxNamed(places, system) === undefined
      ? [say({ designation: form, title: '' }, 'no-system', { system })]
      : [],
  );
  const single = own.flatMap((standard): NumberFinding[] => {
    const fault = schemeFault(standard.designation, numbering);
    const year = readDesignation(standard.designation)?.year;
    const { publishedOn = '' } = standard;
    const other = fault === undefined ? otherSystem(standard, numbering, places) : undefined;
    return [
      ...(fault === undefined ? [] : [say(standard, fault)]),
      ...(other === undefined ? [] : [say(standard, 'other-system', other)]),
      ...(year !== undefined && publishedOn !== '' && publishedOn.slice(0, 4) !== String(year)
        ? [say(standard, 'year', { published: publishedOn })]
        : []),
    ];
  });
  const again = [...Map.groupBy(own, ({ designation }) => undated(designation)).values()].flatMap((same) =>
    same.flatMap((standard, at): NumberFinding[] => {
      const before = same.slice(0, at).find((one) => !isEditionOf(standard, one) && !isEditionOf(one, standard));
      if (before === undefined) return [];
      return [say(standard, isWithdrawn(before, on) ? 'reused' : 'twice', { other: before.title })];
    }),
  );
  return [...undeclared, ...single, ...again];
}

const isWithdrawn = ({ withdrawnOn }: UnitStandard, on: string): boolean =>
  withdrawnOn !== undefined && withdrawnOn <= on;

/** Whether two of one number are editions of one text. */
export function isEditionOf(later: UnitStandard, earlier: UnitStandard): boolean {
  const [one, other] = [titleKey(later.title), titleKey(earlier.title)];
  return one.includes(other) || other.includes(one) || (later.replaces ?? []).includes(earlier.designation);
}

const boxNamed = (places: Places, words: string): SubSystem | undefined =>
  places.byCode(words)?.box ?? places.byWords(words);

/** Where the form of a number and the register name two sub-systems of which neither is in the other. */
function otherSystem(
  standard: UnitStandard,
  numbering: readonly NumberForm[],
  places: Places,
): { system: string; listed: string } | undefined {
  const forms = numbering.filter(({ form }) => isOfForm(standard.designation, form));
  const listed = boxOf(places, standard);
  const meant = forms.map(({ system }) => boxNamed(places, system));
  if (listed === undefined || meant.length === 0 || meant.includes(undefined)) return undefined;
  const fits = meant.some(
    (box) => box !== undefined && (places.pathOf(box).includes(listed) || places.pathOf(listed).includes(box)),
  );
  return fits ? undefined : { system: squeeze(forms[0]?.system ?? ''), listed: listed.name };
}
