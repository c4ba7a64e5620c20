import { fillSlots } from '../base/text.ts';
import { isOver } from '../standards/status.ts';
import { type Member, type System, type SystemBox, topOf } from '../unit/structure.ts';
import { element, escapeMarkup, withoutUnwritable } from './markup.ts';
import { type Corners, layOut, type PlacedBox, SHEET, TYPE } from './structure-layout.ts';
import { STRUCTURE_WORDS as WORDS } from './structure-words.ts';

const FONT = "'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', SimSun, sans-serif";
const INK = { text: '#1f2328', line: '#6e7781', over: '#a40e26' } as const;
/** From the top level down; light enough for black print. */
const FILLS = ['#dbe7f3', '#eef3f8', '#ffffff'] as const;

const round = (value: number): string => String(Math.round(value * 10) / 10);
const attributes = (pairs: Readonly<Record<string, string | number>>): string =>
  Object.entries(pairs)
    .map(([name, value]) => `${name}="${escapeMarkup(typeof value === 'number' ? round(value) : value)}"`)
    .join(' ');

const lineOf = (corners: Corners): string =>
  element(
    'path',
    '',
    attributes({
      d: corners.map(([x, y], at) => `${at === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join(''),
      fill: 'none',
      stroke: INK.line,
    }),
  );

function boxOf({ x, y, width, height, name, count, over, level }: PlacedBox): string {
  const texts = [...name, ...count].map((text, at) => {
    const isCount = at >= name.length;
    return element(
      'text',
      escapeMarkup(text),
      attributes({
        x: x + width / 2,
        y: y + (height - (name.length + count.length) * TYPE.line) / 2 + at * TYPE.line + TYPE.size,
        'text-anchor': 'middle',
        ...(isCount && over ? { fill: INK.over } : {}),
        ...(isCount ? { 'font-size': 11 } : level === 0 ? { 'font-weight': 'bold' } : {}),
      }),
    );
  });
  // What is over is told in words; the border says it again.
  const border = over ? { stroke: INK.over, 'stroke-width': 1.5, 'stroke-dasharray': '4 2' } : { stroke: INK.line };
  const fill = FILLS[Math.min(level, FILLS.length - 1)] ?? '#ffffff';
  return element('rect', '', attributes({ x, y, width, height, rx: 2, fill, ...border })) + texts.join('');
}

/**
 * 标准体系图 as an SVG image that needs nothing else: for a sheet of A4 across, each box with its code, its name and its counts.
 * Pure. @param about the unit, and the ISO day of which it tells
 */
export function structureSvg(system: System, about: { unit: string; day: string }): string {
  const { whole, columns, outside } = topOf(system);
  const count = system.boxes.reduce((sum, box) => sum + box.count, 0) + system.outside.length;
  const overIn = (members: readonly Member[]): number => members.filter(({ answer }) => isOver(answer)).length;
  const over = system.boxes.reduce((sum, box) => sum + box.over, 0) + overIn(system.outside);
  const left: SystemBox = {
    ...{ code: '', name: WORDS.noSystem, members: [...outside], below: [], count: outside.length },
    over: overIn(outside),
  };
  const root = whole ?? { code: '', name: fillSlots(WORDS.whole, about) };
  const layout = layOut({ ...root, count, over }, [...columns, ...(outside.length > 0 ? [left] : [])]);
  const remark = [fillSlots(WORDS.about, { ...about, count }), ...(system.declared ? [] : [WORDS.undeclared])].join(
    '　',
  );
  const title = fillSlots(WORDS.drawingTitle, about);
  const { width, height } = layout;
  const parts = [
    element('title', escapeMarkup(title)),
    element('rect', '', attributes({ width, height, fill: '#ffffff' })),
    ...layout.lines.map(lineOf),
    ...layout.boxes.map(boxOf),
    element('text', escapeMarkup(remark), attributes({ x: SHEET.margin, y: height - 10, 'font-size': 11 })),
  ];
  const frame = attributes({
    ...{ xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}` },
    ...{ role: 'img', 'font-family': FONT, 'font-size': TYPE.size, fill: INK.text },
  });
  return withoutUnwritable(`${element('svg', parts.join('\n'), frame)}\n`);
}
