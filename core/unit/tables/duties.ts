import type { RowValues } from '../../tables/table-type.ts';
import type { ServiceItem } from '../profile.ts';
import { isAbout, keyOfName, nameKey } from './services.ts';
import { changed, keyOn, listIn, putItem, type RowChange, takeItems, textIn, type UnitTable } from './unit-table.ts';

type Duty = NonNullable<ServiceItem['duties']>[number];

/** Where a row of the table stands. */
const placesOf = (services: readonly ServiceItem[]): { service: number; duty: number }[] =>
  services.flatMap(({ duties = [] }, service) => duties.map((_, duty) => ({ service, duty })));

/** Services of which one has a duty more, another one, or one less. */
const withDuty = (
  services: readonly ServiceItem[],
  at: number,
  duty: number | undefined,
  change: RowChange | undefined,
): ServiceItem[] =>
  putItem(services, at, {}, (_, item) => {
    const before = item ?? { name: '', standards: [] };
    const { service: __, ...said } = change ?? {};
    return {
      ...before,
      duties: putItem(before.duties ?? [], duty, change && said, (now, was) => changed<Duty>(was ?? { text: '' }, now)),
    };
  });

/** What the posts that handle services have to do, a row each. */
export const duties: UnitTable = {
  type: {
    id: 'duties',
    name: '岗位要做的',
    columns: [
      { key: 'service', head: '事项名称', words: '事项', required: true },
      { key: 'text', head: '要做的', words: '岗位要做的 工作要求', required: true },
      { key: 'clause', head: '条款', words: '依据条款 标准条款' },
    ],
    sample: { 事项名称: '临时救助申请', 要做的: '情况紧急的先行救助', 条款: 'Q/MMZ 101—2024 5.3' },
  },
  keyOf: keyOn('service', 'text'),
  take(profile, rows) {
    const known = new Set(profile.services.map(({ name }) => nameKey(name)));
    const of = (row: RowValues): string => nameKey(textIn(row, 'service') ?? '');
    const about = Map.groupBy(
      rows.filter((row) => known.has(of(row))),
      of,
    );
    const {
      items,
      left: _,
      ...told
    } = takeItems(
      profile.services,
      [...about].map(([, some]) => ({
        name: textIn(some[0] ?? {}, 'service') ?? '',
        duties: some.map((row) => JSON.stringify({ text: textIn(row, 'text'), clause: textIn(row, 'clause') })),
      })),
      {
        keyOf: ({ name }) => nameKey(name),
        keyIn: keyOfName,
        is: isAbout,
        nameOf: ({ name }) => name,
        made: (row, before) => ({
          ...(before ?? { name: '', standards: [] }),
          duties: (listIn(row, 'duties') ?? []).map((one) => JSON.parse(one)),
        }),
      },
    );
    const missing = rows.flatMap((row) => (known.has(of(row)) ? [] : [textIn(row, 'service') ?? '']));
    return { profile: { ...profile, services: items }, ...told, missing };
  },
  rowsOf: ({ services: all }) =>
    all.flatMap(({ name, duties: own = [] }) =>
      own.map(({ text, clause = '' }) => ({ 事项名称: name, 要做的: text, 条款: clause })),
    ),
  put(profile, at, change) {
    const { services } = profile;
    const place = at === undefined ? undefined : placesOf(services)[at];
    const name = change && textIn(change, 'service');
    const to = name === undefined ? place?.service : services.findIndex((item) => nameKey(item.name) === nameKey(name));
    if (to === undefined || to < 0) return profile;
    if (to === place?.service) return { ...profile, services: withDuty(services, to, place.duty, change) };
    // It is another service's now.
    const was = place && services[place.service]?.duties?.[place.duty];
    const left = place === undefined ? services : withDuty(services, place.service, place.duty, undefined);
    return { ...profile, services: withDuty(left, to, undefined, { ...was, ...change }) };
  },
  refers: { service: 'services' },
};
