import { expect, it } from 'vitest';
import { RULES } from '../index.ts';
import { describeRule, documentFrom, runOf } from '../testing.ts';
import { classifiedStop } from './classified-stop.ts';

const mark = { mark: '机密', source: { from: 'page', frame: '', label: '密级', path: '#secrecy' } } as const;

describeRule(classifiedStop, [
  { name: 'no mark', document: { fields: { secrecy: '普通' } }, reasons: ['passed'] },
  { name: 'a mark', document: { classified: mark }, reasons: ['marked'] },
  {
    name: 'a mark on a page that is no document',
    document: { classified: mark, isDocument: false },
    reasons: ['marked'],
  },
  {
    name: 'a mark, and the rule turned off',
    document: { classified: mark },
    severities: { 'classified-stop': 'off' },
    reasons: ['marked'],
    told: [
      [
        '文件上有“机密”标志，已经停止，什么内容都没有留。涉密文件请按保密规定办理，不要在这台电脑上处理。',
        'secrecy',
        '密级',
        '',
      ],
    ],
  },
  { name: 'an inside matter', document: { askBeforeKeeping: { ...mark, why: 'internal' } }, reasons: ['passed'] },
  {
    name: 'a mark that may be one',
    document: { askBeforeKeeping: { ...mark, why: 'unsure' } },
    reasons: ['unsure'],
    told: [['密级没有读准，有没有密级标志请您自己核对。留存之前会先问您。', 'secrecy', '密级', '']],
  },
  { name: 'a part was not read', document: { notes: [{ kind: 'unreadable' }] }, reasons: ['unreadable'] },
]);

it('is alone: no other finding leaves the check', () => {
  const document = documentFrom({ classified: mark, fields: { drafter: '', title: '关于开展演练的通知' } });
  const run = runOf(RULES, document);
  expect(run.findings.map((finding) => [finding.rule, finding.outcome, finding.severity])).toEqual([
    ['classified-stop', 'failed', 'error'],
  ]);
  expect(run.summary).toMatchObject({ error: 1, passed: 0, notApplicable: 0 });
  expect(JSON.stringify(run)).not.toContain('演练');
});
