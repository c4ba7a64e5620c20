import { beforeEach, expect, it } from 'vitest';
import { readWorkbook } from '../../core/exports/xlsx.ts';
import type { EntryDraft } from '../../core/ledger/entry.ts';
import { sheetOf } from '../../core/tables/testing.ts';
import type { UnitProfile } from '../../core/unit/profile.ts';
import { takeTables } from '../../core/unit/take-tables.ts';
import { openDatabase } from '../storage/database.ts';
import { createLedgerReader } from '../storage/ledger-reader.ts';
import { createLedgerWriter } from '../storage/ledger-writer.ts';
import { emptyStorage } from '../storage/testing.ts';
import { createTaskWork } from './tasks.ts';

const NOW = () => new Date('2026-11-23T02:00:00.000Z');
const UNIT: UnitProfile = {
  schema: 'duibiao/unit@1',
  name: '青禾镇便民服务中心',
  people: [],
  windows: [{ name: '综合窗口', services: ['高龄津贴申请'] }],
  services: [
    { name: '临时救助申请', promisedLimit: '15个工作日', standards: [] },
    { name: '高龄津贴申请', standards: ['Q/QH 2—2024'], promisedLimit: '5日' },
  ],
  standards: [{ designation: 'Q/QH 2—2024', title: '高龄津贴办理规程' }],
};
const LIST = sheetOf([
  ['事项名称', '承诺办结时限'],
  ['临时救助申请', '10个工作日'],
  ['高龄津贴的申请', '3日'],
]);

beforeEach(emptyStorage);

it('tells what a list changes with the documents of the ledger, and what it is when two services are one', async () => {
  const opened = openDatabase();
  const document = { uri: 'a', sha256: '', key: 'a', kind: 'guide', kindWord: '', stage: '', reader: '' };
  const payload = {
    document: { ...document, title: '临时救助申请办事指南' },
    fields: [],
    trail: [],
    attachments: [],
    notRead: [],
  };
  const draft: Omit<EntryDraft, 'capturedAt'> = {
    kind: 'evidence',
    factOn: '',
    subject: '指南',
    indicators: [],
    actor: '窗口',
    payload,
  };
  await createLedgerWriter(() => opened, undefined, NOW).append({ ...draft, capturedAt: NOW().toISOString() });
  const work = createTaskWork(
    createLedgerReader(() => opened),
    NOW,
  );

  const found = await work.serviceWork(UNIT, takeTables([LIST], UNIT), '新清单.csv');
  const lines = found?.told.map(({ text, tasks, ifOne }) => [text, tasks.length, ifOne?.text, ifOne?.tasks.length]);
  expect(lines).toEqual([
    ['“临时救助申请”承诺时限：15个工作日→10个工作日', 2, undefined, undefined],
    [
      '“高龄津贴申请”可能改名为“高龄津贴的申请”，请核对',
      1,
      '“高龄津贴申请”改名为“高龄津贴的申请”；“高龄津贴的申请”承诺时限：5日→3日',
      5,
    ],
  ]);
  const guide = found?.told[0]?.tasks.find(({ place }) => place === 'document');
  expect(guide).toMatchObject({ name: '临时救助申请办事指南', at: { sequence: 1 }, source: '新清单.csv' });
  const people = sheetOf([
    ['姓名', '岗位'],
    ['王芳', '窗口人员'],
  ]);
  expect(await work.serviceWork(UNIT, takeTables([people], UNIT), '人员.csv')).toBeUndefined();

  const { name, content } = await work.tasksTable(found?.told.flatMap(({ tasks }) => tasks) ?? [], UNIT.name);
  expect(name).toBe('变更清单-2026-11-23.xlsx');
  const [sheet] = await readWorkbook(new Uint8Array(await content.arrayBuffer()));
  expect(sheet?.rows).toHaveLength(3 + 3);
});
