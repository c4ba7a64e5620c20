import { cleanText } from '../../base/text.ts';
import type { UnitProfile } from '../profile.ts';
import {
  changed,
  keyOn,
  listIn,
  putItem,
  type RowChange,
  renamedIn,
  takeItems,
  textIn,
  type UnitTable,
} from './unit-table.ts';

const BETWEEN = /[、，,;；\n]+/u;
const piecesOf = (name: string): string[] => name.split(BETWEEN).map(cleanText);

/** A list of services as a cell gives it, with the names whole that have a mark of their own in them (出生、死亡登记). */
function wholeNames(pieces: readonly string[], known: readonly string[]): string[] {
  const names = new Set(known);
  const whole = known
    .map((name) => ({ name, pieces: piecesOf(name) }))
    .filter(
      ({ pieces: own }) =>
        own.length > 1 && own.every((piece) => pieces.includes(piece)) && !own.every((piece) => names.has(piece)),
    );
  const parts = new Set(whole.flatMap(({ pieces: own }) => own.filter((piece) => !names.has(piece))));
  return pieces.flatMap((piece) => [
    ...(parts.has(piece) ? [] : [piece]),
    ...whole.filter(({ pieces: own }) => own[0] === piece).map(({ name }) => name),
  ]);
}

/** What a row lists, in whole names of the profile's services. */
const servicesIn = ({ services }: UnitProfile, row: RowChange): string[] | undefined => {
  const list = listIn(row, 'services');
  return (
    list &&
    wholeNames(
      list,
      services.map(({ name }) => name),
    )
  );
};

/** 窗口设置: a row for each window. */
export const windows: UnitTable = {
  type: {
    id: 'windows',
    name: '窗口',
    columns: [
      { key: 'name', head: '窗口名称', words: '窗口 窗口号 窗口设置', required: true },
      { key: 'services', head: '办理的事项', words: '进驻事项 办理事项 受理事项', kind: 'list' },
    ],
    sample: { 窗口名称: '民政窗口', 办理的事项: '临时救助申请、最低生活保障申请' },
  },
  keyOf: keyOn('name'),
  take(profile, rows) {
    const { items, ...told } = takeItems(profile.windows ?? [], rows, {
      keyOf: ({ name }) => name,
      keyIn: (row) => textIn(row, 'name') ?? '',
      nameOf: ({ name }) => name,
      made: (row, before) => ({
        name: textIn(row, 'name') ?? '',
        services: servicesIn(profile, row) ?? before?.services ?? [],
      }),
    });
    return { profile: { ...profile, windows: items }, ...told };
  },
  rowsOf: ({ windows: all = [] }) =>
    all.map(({ name, services }) => ({ 窗口名称: name, 办理的事项: services.join('、') })),
  put: (profile, at, change) => ({
    ...profile,
    windows: putItem(profile.windows ?? [], at, change, (now, before) => ({
      ...{ name: '', services: [] },
      ...changed(before ?? {}, 'services' in now ? { ...now, services: servicesIn(profile, now) } : now),
    })),
  }),
  refers: { services: 'services' },
  renamed: (profile, what) =>
    what.part !== 'services' || profile.windows === undefined
      ? profile
      : {
          ...profile,
          windows: profile.windows.map((one) => ({ ...one, services: renamedIn(one.services, what) })),
        },
};
