import { problem } from '../../base/problems.ts';
import { SIGNERS } from '../questions/people.ts';
import type { RuleCase } from '../testing.ts';

/** Cases that the three `*-required` rules share. Imported by their tests only. */
export function personCases(role: 'drafter' | 'reviewer' | 'approver'): RuleCase[] {
  const label = SIGNERS.find((signer) => signer.role === role)?.names.other ?? '';
  const source = { from: 'page', frame: '1', label, path: '#box' } as const;
  const standardText = ['# 便民服务规范', '# 1 范围', '本文件规定了便民服务的要求。'];
  return [
    { name: 'a name', document: { fields: { [role]: ['王芳'] } }, reasons: ['passed'] },
    { name: 'a minority name', document: { fields: { [role]: ['阿依古丽·买买提'] } }, reasons: ['passed'] },
    { name: 'a post with a surname', document: { fields: { [role]: ['张镇长'] } }, reasons: ['passed'] },
    { name: 'a login in Latin letters is let be', document: { fields: { [role]: ['wangfang'] } }, reasons: ['passed'] },
    { name: 'an empty box', document: { fields: { [role]: '' } }, reasons: ['blank'] },
    { name: 'an empty box of a standard', document: { kind: 'standard', fields: { [role]: '' } }, reasons: ['blank'] },
    {
      name: '×××',
      document: { fields: { [role]: { state: 'blank', label, written: '×××' } } },
      reasons: ['placeholder'],
    },
    {
      name: '待定',
      document: { fields: { [role]: { state: 'blank', label, written: '待定', sources: [source] } } },
      reasons: ['placeholder'],
    },
    {
      name: 'a place on a form to be signed on paper',
      document: {
        kind: 'unknown',
        from: 'file',
        fields: { [role]: { state: 'blank', label: '科室审核签字', written: '' } },
      },
      reasons: ['by-hand'],
    },
    {
      name: 'the same place in a document that is signed',
      document: {
        kind: 'official',
        from: 'file',
        fields: { [role]: { state: 'blank', label: '审核签字', written: '' } },
      },
      reasons: ['blank'],
    },
    { name: 'an office', document: { fields: { [role]: ['党政办'] } }, reasons: ['not-a-person'] },
    {
      name: 'a signature picture',
      document: { fields: { [role]: { state: 'present', value: [], unverified: true } } },
      reasons: ['signature-picture'],
    },
    {
      name: 'a signature picture, and the name in the workflow record',
      document: {
        fields: { [role]: { state: 'present', value: [], unverified: true } },
        trail: [{ step: '办理', role, actors: ['王芳'] }],
      },
      reasons: ['passed'],
    },
    {
      name: 'no box, but acted in the workflow',
      document: { trail: [{ step: '办理', role, actors: ['王芳'] }] },
      reasons: ['passed'],
    },
    {
      name: 'an empty box, but acted in the workflow',
      document: { fields: { [role]: '' }, trail: [{ step: '办理', role, actors: ['王芳'] }] },
      reasons: ['passed'],
    },
    {
      name: 'an empty box that a later step fills',
      document: { fields: { [role]: '' }, trail: [{ step: '领导办理', role, state: 'predicted' }] },
      reasons: ['waits-for-step'],
    },
    {
      name: 'the workflow waits at the step',
      document: { fields: { [role]: '' }, trail: [{ step: '领导办理', role, actors: ['王芳'], state: 'current' }] },
      reasons: ['waits-for-step'],
    },
    {
      name: 'an empty box that the reader calls pending',
      document: { fields: { [role]: { state: 'blank', pending: true } } },
      reasons: ['waits'],
    },
    { name: 'no box on a form that is not known', document: {}, reasons: ['no-box'] },
    {
      name: 'no box on a form that is known to have it',
      document: { fields: { [role]: { state: 'absent', expected: true, sources: [] } } },
      reasons: ['missing'],
    },
    {
      name: 'no box on a known form of which a part was not read',
      document: {
        fields: { [role]: { state: 'absent', expected: true, sources: [] } },
        notes: [{ kind: 'unreadable' }],
      },
      reasons: ['unreadable'],
    },
    {
      name: 'an empty box, and a part that may hold the workflow record was not read',
      document: { fields: { [role]: '' }, notes: [{ kind: 'unreadable' }] },
      reasons: ['flow-unread'],
    },
    {
      name: 'an empty box of a page that does not say how far it has come, and the workflow record is behind a link',
      document: { stage: 'unknown', fields: { [role]: '' }, notes: [{ kind: 'elsewhere' }] },
      reasons: [role === 'drafter' ? 'blank' : 'flow-unread'],
    },
    {
      name: 'an empty box of a document that is issued, and the workflow record is behind a link',
      document: { stage: 'issued', fields: { [role]: '' }, notes: [{ kind: 'elsewhere' }] },
      reasons: ['blank'],
    },
    {
      name: 'acted in the workflow, and a part that may hold the rest of it was not read',
      document: { trail: [{ step: '办理', role, actors: ['王芳'] }], notes: [{ kind: 'incomplete' }] },
      reasons: ['flow-unread'],
    },
    {
      name: 'a name, and a part that may hold the workflow record was not read',
      document: { fields: { [role]: ['王芳'] }, notes: [{ kind: 'unreadable' }] },
      reasons: ['passed'],
    },
    {
      name: 'an empty box, and the text in a control was not read',
      document: {
        fields: { [role]: '' },
        notes: [{ kind: 'unreadable', problem: problem('embed-unreadable', { control: '' }) }],
      },
      reasons: ['blank'],
    },
    {
      name: 'an empty box, and a frame named 正文 was not read',
      document: { fields: { [role]: '' }, notes: [{ kind: 'unreadable', source: { ...source, label: '正文' } }] },
      reasons: ['blank'],
    },
    {
      name: 'no sign-off in the text of an own standard',
      document: { kind: 'standard', text: standardText, fields: { docNumber: 'Q/YTBM TG 012—2022' } },
      reasons: ['missing'],
    },
    {
      name: 'the text of a standard that a business published',
      document: {
        kind: 'standard',
        fields: { docNumber: 'Q/ABC 101—2024' },
        text: [
          '丙丁有限公司 发布',
          '# 1 范围',
          '本文件规定了值班的要求。',
          '# 2 规范性引用文件',
          '本文件没有规范性引用文件。',
        ],
      },
      reasons: ['no-box'],
    },
    {
      name: 'a national standard carries none',
      document: { kind: 'standard', text: standardText, fields: { docNumber: 'GB/T 36112—2018' } },
      reasons: ['no-box'],
    },
    {
      name: 'a form about a standard need not have it',
      document: { kind: 'standard', fields: { docNumber: 'Q/YTBM TG 012—2022' } },
      reasons: ['no-box'],
    },
    {
      name: 'a box that gives no text',
      document: { fields: { [role]: { state: 'unreadable' } } },
      reasons: ['unreadable'],
    },
    {
      name: 'an empty box behind a label that was only guessed',
      document: { fields: { [role]: { state: 'blank', confidence: 'guessed', label: '主管意见', written: '' } } },
      reasons: ['unsure'],
    },
    {
      name: 'a document from elsewhere',
      document: { fields: { [role]: '', receiptNumber: '2026-031' } },
      reasons: ['incoming'],
    },
    {
      name: 'a number of the flow makes no document from elsewhere',
      document: {
        fields: { [role]: '', receiptNumber: { state: 'present', value: '31', label: '单号', written: '31' } },
      },
      reasons: ['blank'],
    },
    {
      name: 'a case has rules of its own',
      document: { kind: 'case', fields: { [role]: '' } },
      reasons: ['other-kind'],
    },
    {
      name: 'a document older than the regulation',
      document: { fields: { [role]: '', writtenOn: '2011-05-06' } },
      reasons: ['not-in-force'],
    },
    { name: 'a login page', document: { isDocument: false, fields: { [role]: '' } }, reasons: ['no-document'] },
  ];
}
