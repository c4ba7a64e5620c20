import { remember } from '../../base/remember.ts';
import { antDesign } from './ant-design.ts';
import { bootstrap } from './bootstrap.ts';
import { easyui } from './easyui.ts';
import { editors } from './editors.ts';
import { element } from './element.ts';
import { landray } from './landray.ts';
import { layui } from './layui.ts';
import { type Library, MARK, type MarkName } from './mark.ts';
import { o2oa } from './o2oa.ts';
import { officeSuites } from './office-suites.ts';
import { plain } from './plain.ts';
import { seeyon } from './seeyon.ts';
import { vueKits } from './vue-kits.ts';
import { weaver } from './weaver.ts';

export { MARK } from './mark.ts';

/** Every library, in the order of file names. */
export const LIBRARIES: readonly Library[] = [
  antDesign,
  bootstrap,
  easyui,
  editors,
  element,
  landray,
  layui,
  o2oa,
  officeSuites,
  plain,
  seeyon,
  vueKits,
  weaver,
];

const names = Object.keys(MARK) as MarkName[];

/** Class name in small letters → its marks. */
const CLASSES: ReadonlyMap<string, number> = (() => {
  const classes = new Map<string, number>();
  for (const library of LIBRARIES)
    for (const name of names)
      for (const word of library.classes[name]?.split(' ') ?? []) {
        const key = word.toLowerCase();
        classes.set(key, (classes.get(key) ?? 0) | MARK[name]);
      }
  return classes;
})();

const PATTERNS: readonly (readonly [number, RegExp])[] = LIBRARIES.flatMap((library) =>
  names.flatMap((name) => {
    const pattern = library.patterns?.[name];
    return pattern ? [[MARK[name], pattern] as const] : [];
  }),
);

/** Class names, names of elements and [names of attributes] by which a family of systems is known. */
export const SIGNS: ReadonlySet<string> = new Set(LIBRARIES.flatMap(({ signs }) => signs?.split(' ') ?? []));

/** Selector of the text that shows the choice of a drawn select, whichever library drew it. */
export const CHOSEN: string = LIBRARIES.flatMap((library) => library.chosen ?? []).join(',');
/** Selector of the title inside a dialog. */
export const DIALOG_TITLE: string = LIBRARIES.flatMap((library) => library.dialogTitle ?? []).join(',');

/** Names in one class attribute that are looked at. */
export const MOST_TOKENS = 30;

/** The marks of a class attribute, as a sum of `MARK` bits. Class strings repeat: each distinct one is judged once. */
export const marksOf: (className: string) => number = remember(5_000, (className) => {
  let marks = 0;
  const tokens = className.split(/\s+/);
  // Plain loops in everything that runs beside page code: an overridden Array.prototype must not reach it.
  for (let at = 0; at < tokens.length && at < MOST_TOKENS; at += 1) {
    const token = tokens[at] as string;
    marks |= CLASSES.get(token.toLowerCase()) ?? 0;
    for (let row = 0; row < PATTERNS.length; row += 1) {
      const entry = PATTERNS[row] as readonly [number, RegExp];
      if (entry[1].test(token)) marks |= entry[0];
    }
  }
  return marks;
});
