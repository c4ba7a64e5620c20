import { expect, it } from 'vitest';
import { sheetOf } from '../tables/testing.ts';
import { followRenames } from './follow-renames.ts';
import type { UnitProfile } from './profile.ts';
import { changesOf, serviceChanges, withListedServices } from './service-changes.ts';
import { takeTables } from './take-tables.ts';

const UNIT: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '青禾镇便民服务中心',
  people: [],
  windows: [{ name: '综合窗口', services: ['优待证', '高龄津贴申请', '法律援助'] }],
  services: [
    { name: '优待证', code: '11', standards: ['Q/QH 1—2024'] },
    { name: '高龄津贴申请', standards: ['Q/QH 2—2024'], duties: [{ text: '当日办' }], promisedLimit: '5日' },
    { name: '法律援助', standards: [] },
  ],
  standards: [],
};
const LIST = sheetOf([
  ['事项名称', '实施编码', '承诺办结时限'],
  ['老年人优待证办理', '11', ''],
  ['高龄津贴的申请', '', '3日'],
  ['法律援助', '', ''],
]);

it('a row finds its service by the name that an earlier row of the list gave it', () => {
  const before: UnitProfile = { ...UNIT, services: [{ name: '老年证办理', code: '11', standards: ['Q/QH 1—2024'] }] };
  const rows = [
    ['事项名称', '实施编码', '承诺办结时限'],
    ['老年人优待证办理', '11', ''],
    ['老年人优待证办理', '', '3日'],
    ['老年证办理', '', '1日'],
  ];
  const { profile } = takeTables([sheetOf(rows)], before);
  expect(profile.services).toEqual([
    { name: '老年人优待证办理', code: '11', standards: ['Q/QH 1—2024'], promisedLimit: '3日' },
    { name: '老年证办理', standards: [], promisedLimit: '1日' },
  ]);
});

it('what names a service names it as it is called now; two that a person says are one become one', () => {
  const taken = takeTables([LIST], UNIT);
  const changes = serviceChanges(UNIT, withListedServices(taken) as UnitProfile);
  expect(changes.map(({ kind }) => kind)).toEqual(['renamed', 'near']);
  // Nobody said so: only what its code tells.
  const sure = followRenames(taken.profile, changes);
  expect(sure.windows).toEqual([{ name: '综合窗口', services: ['老年人优待证办理', '高龄津贴申请', '法律援助'] }]);
  expect(sure.services).toEqual(taken.profile.services);

  const said = changes.flatMap((one) => (one.was && one.item ? changesOf(one.was, one.item) : []));
  expect(said.map(({ kind }) => kind)).toEqual(['renamed', 'renamed', 'limit']);
  const both = followRenames(taken.profile, said);
  expect(both.windows).toEqual([{ name: '综合窗口', services: ['老年人优待证办理', '高龄津贴的申请', '法律援助'] }]);
  expect(both.services.map(({ name }) => name)).toEqual(['老年人优待证办理', '高龄津贴的申请', '法律援助']);
  expect(both.services[1]).toEqual({
    name: '高龄津贴的申请',
    aliases: ['高龄津贴申请'],
    standards: ['Q/QH 2—2024'],
    duties: [{ text: '当日办' }],
    promisedLimit: '3日',
  });
  // The same list again changes nothing.
  const again = takeTables([LIST], both);
  expect(serviceChanges(both, withListedServices(again) as UnitProfile)).toEqual([]);
  expect(again.profile).toEqual(both);
});
