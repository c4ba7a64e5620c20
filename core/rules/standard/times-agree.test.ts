import { expect, it } from 'vitest';
import type { UnitProfile } from '../../unit/profile.ts';
import { hoursIn } from '../questions/hours.ts';
import { describeRule, findingsOf } from '../testing.ts';
import { standard, TEXT_CASES } from './text-cases.ts';
import { timesAgree } from './times-agree.ts';

const unit: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '甲镇便民服务中心',
  people: [],
  openingHours: '工作日 8:30—12:00，14:30—17:30',
  services: [
    {
      name: '临时救助申请',
      aliases: ['临时救助'],
      standards: [],
      promisedLimit: '15个工作日',
      statutoryLimit: '20个工作日',
    },
  ],
  standards: [],
};
const clauses = (...text: string[]) => standard('# 4 服务要求', ...text);
const RIGHT = '4.1 工作时间为8:30—12:00，14:30—17:30。';

describeRule(timesAgree, [
  ...TEXT_CASES.filter(({ name }) => /a part|form about|official/.test(name)),
  { name: 'no times', document: clauses('应微笑。'), unit, reasons: ['none'] },
  {
    name: 'the same twice',
    document: clauses(RIGHT, '4.2 工作时间：上午8:30至12:00，下午2:30至5:30。'),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'hours that differ',
    document: clauses(RIGHT, '4.2 工作时间为9:00—12:00，14:00—17:00。'),
    reasons: ['hours-differ'],
    told: [
      ['工作时间前后不一致：4.1写的是08:30—12:00、14:30—17:30，4.2写的是09:00—12:00、14:00—17:00。', '', '13 12', ''],
    ],
  },
  { name: 'half a day', document: clauses(RIGHT, '4.2 工作时间内（9:00—12:00）应巡查。'), reasons: ['passed'] },
  {
    name: 'hours of summer',
    document: clauses(RIGHT, '4.2 夏季工作时间为8:00—12:00，15:00—18:00。'),
    reasons: ['passed'],
  },
  {
    name: 'hours of something else',
    document: clauses(RIGHT, '4.2 档案室工作时间为9:00—11:00，15:00—17:00。'),
    reasons: ['passed'],
  },
  {
    name: 'other hours than the unit has',
    document: clauses('4.1 工作时间为9:00—12:00，14:00—17:00。'),
    unit,
    reasons: ['hours-unit'],
    told: [['工作时间写的是09:00—12:00、14:00—17:00，单位资料里是08:30—12:00、14:30—17:30，请核对。', '', '12', '']],
  },
  {
    name: 'a unit without hours',
    document: clauses(RIGHT),
    unit: { ...unit, openingHours: '全天' },
    reasons: ['passed'],
  },
  {
    name: 'the limit of the unit',
    document: clauses('临时救助的承诺办结时限为15个工作日。'),
    unit,
    reasons: ['passed'],
  },
  {
    name: 'another limit than the unit has',
    document: clauses('临时救助的承诺办结时限为10个工作日。'),
    unit,
    reasons: ['limit-unit'],
  },
  {
    name: 'another statutory limit',
    document: clauses('临时救助申请法定办结时限：30个工作日。'),
    unit,
    reasons: ['limit-unit'],
    told: [['“临时救助申请”的法定时限写的是30个工作日，单位资料里是20个工作日，请核对。', '', '12', '']],
  },
  { name: 'another unit of time', document: clauses('临时救助的承诺办结时限为20天。'), unit, reasons: ['passed'] },
  {
    name: 'limits that differ',
    document: clauses('临时救助的承诺办结时限为15个工作日。', '临时救助承诺时限：10个工作日。'),
    reasons: ['limits-differ'],
    told: [['“临时救助”的承诺时限前后不一致：第4章写的是15个工作日，第4章写的是10个工作日。', '', '13 12', '']],
  },
  {
    name: 'a table against the text',
    document: clauses('临时救助的承诺办结时限为15个工作日。', '|事项名称|承诺时限|', '|临时救助|10个工作日|'),
    reasons: ['limits-differ'],
  },
  {
    name: 'limits of two services',
    document: clauses('临时救助的承诺办结时限为15个工作日。', '老年人优待证的承诺办结时限为5个工作日。'),
    reasons: ['passed'],
  },
  {
    name: 'the limits of a case of emergency',
    document: clauses('临时救助的承诺办结时限为15个工作日。', '紧急情况下的临时救助承诺办结时限为2个工作日。'),
    reasons: ['passed'],
  },
]);

it('reads hours however they are written', () => {
  expect(hoursIn('上午 8：30～12：00，下午2点30分至5点30分')).toEqual(['08:30—12:00', '14:30—17:30']);
  expect(hoursIn('随时')).toEqual([]);
});

it('names both places', () => {
  const [finding] = findingsOf(timesAgree, clauses(RIGHT, '4.2 工作时间为9:00—12:00，14:00—17:00。'));
  expect(finding?.message).toBe(
    '工作时间前后不一致：4.1写的是08:30—12:00、14:30—17:30，4.2写的是09:00—12:00、14:00—17:00。',
  );
});
