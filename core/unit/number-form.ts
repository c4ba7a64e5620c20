import { cleanText, halfWidth } from '../base/text.ts';
import { readDesignation } from '../standards/designation.ts';

/** What stands for a digit; offices write it in many ways. */
const ANY = '×';
const WILD = /[×□＃#＊*○●〇✕✖]/gu;
/** XX behind a digit, a space or a mark is no letter. */
const LETTERS = /(?<=[\d\s.—\-×])[Xx]+(?![A-Za-z])/gu;
const YEAR = /[—–―－-]\s*(?:[（(【[]?\s*(?:发布)?年(?:份|号|代号)?\s*[）)】\]]?|Y{4}|y{4}|×{4}|(?:19|20)\d{2}|)$/u;

/** A number of the form, to see whether it is one: the year is one of ours, any other digit a 1. */
const sampleOf = (form: string): string => form.replace(/×{4}$/u, '2000').replaceAll(ANY, '1');

/** Whether a text is a form of a unit's own numbers as it is kept: `Q/YTBM 1××—××××`. */
export function isNumberForm(form: string): boolean {
  if (!form.endsWith('—××××') || !/×/.test(form.slice(0, -5))) return false;
  const sample = sampleOf(form);
  const read = readDesignation(sample);
  return read?.family === 'unit' && read.text === sample;
}

/** A form of numbers in the shape in which it is kept, however an office writes it (Q/YTBM 1XX-YYYY); undefined for none. */
export function readNumberForm(text: string): string | undefined {
  const plain = halfWidth(cleanText(text))
    .replace(WILD, ANY)
    .replace(LETTERS, (run) => ANY.repeat(run.length));
  const dated = `${plain.replace(YEAR, '').trim()}—××××`;
  if (isNumberForm(dated)) return dated;
  // Spaces are those of the normal form: Q/YTBM1×× → Q/YTBM 1××.
  const normal = readDesignation(sampleOf(dated))?.text ?? '';
  const digits = Array.from(dated.slice(0, -5)).filter((character) => /[\d×]/.test(character));
  const spaced = `${normal.slice(0, -5).replace(/\d/g, () => digits.shift() ?? '')}—××××`;
  return digits.length === 0 && isNumberForm(spaced) ? spaced : undefined;
}

/** The unit's code in a designation of its own or in the form of one: Q/YTBM, and YTBM of YTBM/JC. */
export function unitCodeOf(text: string): string {
  const prefix = readDesignation(sampleOf(text))?.prefix ?? '';
  return prefix.startsWith('Q/') ? prefix : (prefix.split('/')[0] ?? prefix);
}

/** Whether a designation in normal form is one of this form; a part may have any number of digits. */
export function isOfForm(designation: string, form: string): boolean {
  const pattern = form
    .replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
    .replace(/\\\.×+/gu, '\\.\\d+')
    .replaceAll(ANY, '\\d');
  return new RegExp(`^${pattern}$`, 'u').test(designation);
}
