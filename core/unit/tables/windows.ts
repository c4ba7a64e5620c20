import { changed, keyOn, listIn, putItem, renamedIn, takeItems, textIn, type UnitTable } from './unit-table.ts';

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
      is: ({ name }, row) => name === textIn(row, 'name'),
      nameOf: ({ name }) => name,
      made: (row, before) => ({
        name: textIn(row, 'name') ?? '',
        services: listIn(row, 'services') ?? before?.services ?? [],
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
      ...changed(before ?? {}, now),
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
