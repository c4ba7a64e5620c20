import { printable } from '../base/printable.ts';
import { fillSlots } from '../base/text.ts';
import { jsonText } from '../exports/json.ts';
import { structureSvg } from '../exports/structure-svg.ts';
import { STRUCTURE_WORDS, tellCount } from '../exports/structure-words.ts';
import { structureWorkbook } from '../exports/structure-xlsx.ts';
import type { UnitProfile } from '../unit/profile.ts';
import type { SystemBox } from '../unit/structure.ts';
import { misfitsOf, systemViewOf } from '../unit/system-view.ts';
import type { Outcome } from './command.ts';
import type { CommandLine } from './options.ts';

/** `unit structure FILE`: the system of standards as a text, as the sheets that experts ask for, or drawn. */
export async function tellStructure(unit: UnitProfile, line: CommandLine): Promise<Outcome> {
  const { catalogue, today, out = '' } = line;
  const view = systemViewOf(unit, catalogue, today);
  const about = { unit: unit.name, day: today, createdAt: `${today}T00:00:00.000Z` };
  const format = line.format === 'pretty' ? (/\.(xlsx|svg)$/iu.exec(out)?.[1]?.toLowerCase() ?? 'pretty') : line.format;
  if (format === 'xlsx') return { output: await structureWorkbook(view, about), code: 0 };
  if (format === 'svg') return { output: structureSvg(view.system, about), code: 0 };
  const misfits = misfitsOf(view);
  if (format === 'json') {
    const { declared, boxes } = view.system;
    const output = { schema: 'duibiao/unit-structure@1', on: today, declared, boxes: boxes.map(plainBox) };
    return { output: jsonText({ ...output, summary: view.summary, misfits }), code: 0 };
  }
  const tree = (some: readonly SystemBox[], depth: number): string[] =>
    some.flatMap((box) => [
      [`${'  '.repeat(depth)}${box.code}`, box.name, ` ${tellCount(box)}`].join(' '),
      ...tree(box.below, depth + 1),
    ]);
  const lines = [
    fillSlots(STRUCTURE_WORDS.about, { ...about, count: view.summary.total.total }),
    ...(view.system.declared ? [] : [STRUCTURE_WORDS.undeclared]),
    ...tree(view.system.boxes, 1),
    ...misfits.flatMap(({ title, lines: all }) => [title, ...all.map((one) => `  ${one}`)]),
  ];
  return { output: `${lines.map(printable).join('\n')}\n`, code: 0 };
}

/** A box without its standards. */
const plainBox = ({ code, name, count, over, below }: SystemBox): object => ({
  ...{ code, name, count, over },
  below: below.map(plainBox),
});
