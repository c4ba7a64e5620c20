import { describe, expect, it, vi } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import type { Block } from '../base/block.ts';
import { canonicalJson } from '../base/canonical.ts';
import { fc } from '../base/testing.ts';
import { ROLES } from '../document/vocabulary.ts';
import { RULE_PACK_VERSION, RULES } from '../rules/index.ts';
import type { Rule, RuleContext, Verdict } from '../rules/rule.ts';
import { catalogueFrom, type DocumentSketch, documentFrom, runOf, TODAY } from '../rules/testing.ts';
import { checkDocument, summarise, withoutContent } from './check.ts';

/** A rule that says what the test wants it to say. */
function ruleSaying(verdicts: Verdict[] | (() => Verdict[]), more: Partial<Rule> = {}): Rule {
  return {
    id: 'sample-rule',
    title: '样子对',
    severity: 'error',
    actor: 'author',
    kinds: ['official'],
    rank: 'national',
    inForce: {},
    basis: [{ document: '测试', clause: '1' }],
    indicators: ['C10'],
    reasons: {
      wrong: { outcome: 'failed', message: '{what}不对，请改。' },
      odd: { outcome: 'failed', severity: 'warning', message: '看着奇怪。' },
      later: { outcome: 'pending', message: '以后再填。', actor: 'office' },
      unseen: { outcome: 'cannot-tell', message: '没读到。' },
      quiet: { outcome: 'cannot-tell', message: '表上没有。', quiet: true },
      remark: { outcome: 'passed', message: '对，请看一眼。' },
    },
    check: () => (typeof verdicts === 'function' ? verdicts() : verdicts),
    ...more,
  };
}
const wrong: Verdict = { reason: 'wrong', slots: { what: '标题' }, fields: ['title'] };

describe('a run', () => {
  it('gives every rule an outcome, and counts them', () => {
    const rules = [
      ruleSaying([], { id: 'holds' }),
      ruleSaying([wrong], { id: 'fails' }),
      ruleSaying([{ reason: 'later' }], { id: 'waits' }),
      ruleSaying([{ reason: 'unseen' }], { id: 'unseen' }),
      ruleSaying([{ reason: 'quiet' }], { id: 'quiet' }),
      ruleSaying([], { id: 'elsewhere', kinds: ['guide'] }),
      ruleSaying(
        () => {
          throw new Error('broken');
        },
        { id: 'breaks' },
      ),
    ];
    const run = runOf(rules, documentFrom());
    expect(Object.fromEntries(run.findings.map((finding) => [finding.rule, finding.outcome]))).toEqual({
      holds: 'passed',
      fails: 'failed',
      waits: 'pending',
      unseen: 'cannot-tell',
      quiet: 'cannot-tell',
      elsewhere: 'not-applicable',
      breaks: 'errored',
    });
    expect(run.summary).toEqual({
      error: 1,
      warning: 0,
      info: 0,
      pending: 1,
      cannotTell: 2,
      quiet: 1,
      passed: 1,
      notApplicable: 1,
      errored: 1,
    });
    expect(Object.keys(run.times)).toEqual(rules.map((rule) => rule.id));
  });

  it('puts what matters most first, and among equals keeps the order of the rules', () => {
    const rules = [
      ruleSaying([], { id: 'holds' }),
      ruleSaying([{ reason: 'later' }], { id: 'waits' }),
      ruleSaying([{ reason: 'odd' }], { id: 'odd' }),
      ruleSaying([wrong], { id: 'second' }),
      ruleSaying([wrong], { id: 'first' }),
    ];
    expect(runOf(rules, documentFrom()).findings.map((finding) => finding.rule)).toEqual([
      'second',
      'first',
      'odd',
      'waits',
      'holds',
    ]);
  });

  it('attaches basis, indicators, who can act and the sources of the roles', () => {
    const document = documentFrom({ fields: { title: '关于培训的通知' } });
    const [finding] = runOf([ruleSaying([wrong])], document).findings;
    expect(finding).toMatchObject({
      rule: 'sample-rule',
      title: '样子对',
      reason: 'wrong',
      message: '标题不对，请改。',
      actor: 'author',
      indicators: ['C10'],
      basis: [{ document: '测试', clause: '1' }],
      sources: [{ from: 'page', path: '#title' }],
    });
    expect(runOf([ruleSaying([{ reason: 'later' }])], document).findings[0]?.actor).toBe('office');
  });

  it('names the versions of all inputs', () => {
    const run = runOf(RULES, documentFrom());
    expect(run.rulePack).toMatch(new RegExp(`^${RULE_PACK_VERSION}\\+[0-9a-f]{8}$`));
    expect(runOf(RULES.slice(1), documentFrom()).rulePack).not.toBe(run.rulePack);
    expect(run.catalogue).toEqual({ version: '2026-11-01', issuedOn: '2026-11-01' });
    expect(run.fingerprints.unit).toBe('');
    const other = runOf(RULES, documentFrom(), { catalogue: catalogueFrom([{ designation: 'GB/T 1.1—2020' }]) });
    expect(other.fingerprints.catalogue).not.toBe(run.fingerprints.catalogue);
    expect(packageJson.version).toBe(RULE_PACK_VERSION);
  });

  it('makes its own run id and time where none are given', () => {
    vi.useFakeTimers({ now: new Date('2026-11-23T01:02:03Z') });
    try {
      const run = checkDocument(documentFrom(), { today: TODAY, catalogue: catalogueFrom([]) });
      expect(run.at).toBe('2026-11-23T01:02:03.000Z');
      expect(run.runId).toMatch(/^[0-9a-f-]{36}$/);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a rule that goes wrong', () => {
  it.each<[string, () => Verdict[]]>([
    [
      'throws',
      () => {
        throw new TypeError('x');
      },
    ],
    ['gives a reason that it has no words for', () => [{ reason: 'nonsense' }]],
    ['names a reason of every object', () => [{ reason: 'constructor' }]],
    ['gives no list', () => undefined as unknown as Verdict[]],
    ['gives a promise', () => Promise.resolve([]) as unknown as Verdict[]],
    ['gives a list of nothing', () => [null as unknown as Verdict]],
  ])('%s: it is reported, and the others go on', (_, check) => {
    const run = runOf([ruleSaying(check), ruleSaying([wrong], { id: 'other' })], documentFrom());
    expect(run.findings.map((finding) => [finding.rule, finding.outcome, finding.reason])).toEqual([
      ['other', 'failed', 'wrong'],
      ['sample-rule', 'errored', 'rule-failed'],
    ]);
    expect(run.findings[1]?.message).toBe('规则“样子对”运行出错，其他规则照常检查。');
  });
});

describe('what a rule may say', () => {
  const severityOf = (rule: Rule, wanted?: 'error' | 'warning' | 'info'): string | undefined =>
    runOf([rule], documentFrom(), wanted ? { severities: { [rule.id]: wanted } } : {}).findings[0]?.severity;

  it.each(['unverified', 'custom'] as const)('a basis of rank %s never speaks louder than info', (rank) => {
    expect(severityOf(ruleSaying([wrong], { rank }))).toBe('info');
    expect(severityOf(ruleSaying([wrong], { rank }), 'error')).toBe('info');
  });

  it("the wanted severity takes the place of the rule's; a reason's own is only lowered", () => {
    expect(severityOf(ruleSaying([wrong]), 'warning')).toBe('warning');
    expect(severityOf(ruleSaying([wrong], { severity: 'warning' }), 'error')).toBe('error');
    expect(severityOf(ruleSaying([{ reason: 'odd' }]), 'error')).toBe('warning');
    expect(severityOf(ruleSaying([{ reason: 'odd' }]), 'info')).toBe('info');
  });

  it.each<[string, Partial<Rule>, Parameters<typeof documentFrom>[0], string]>([
    ['another kind', { kinds: ['guide'] }, {}, 'other-kind'],
    ['no document', {}, { isDocument: false }, 'no-document'],
    ['a basis that is not in force yet', { inForce: { from: '2027-01-01' } }, {}, 'not-in-force'],
    [
      "a basis that was out of force on the document's day",
      { inForce: { from: '2012-07-01' } },
      { fields: { writtenOn: '2011-03-04' } },
      'not-in-force',
    ],
    ['a basis that has ended', { inForce: { to: '2020-01-01' } }, {}, 'not-in-force'],
  ])('it is silent: %s', (_, more, sketch, reason) => {
    const { findings } = runOf([ruleSaying([wrong], more)], documentFrom(sketch));
    expect(findings.map((finding) => [finding.outcome, finding.reason])).toEqual([['not-applicable', reason]]);
  });

  it('speaks on the first and the last day of its basis', () => {
    const inForce = { from: '2022-01-01', to: '2022-01-02' };
    for (const [day, reason] of [
      ['2021-12-31', 'not-in-force'],
      ['2022-01-01', 'wrong'],
      ['2022-01-02', 'wrong'],
      ['2022-01-03', 'not-in-force'],
    ] as const)
      expect(
        runOf([ruleSaying([wrong], { inForce })], documentFrom({ fields: { writtenOn: day } })).findings[0]?.reason,
      ).toBe(reason);
  });

  it('is turned off by name', () => {
    const { findings } = runOf([ruleSaying([wrong])], documentFrom(), { severities: { 'sample-rule': 'off' } });
    expect(findings[0]).toMatchObject({ outcome: 'not-applicable', reason: 'off' });
  });

  it('a remark is passed, and has something to say', () => {
    expect(runOf([ruleSaying([{ reason: 'remark' }])], documentFrom()).findings[0]).toMatchObject({
      outcome: 'passed',
      message: '对，请看一眼。',
    });
  });
});

describe('the id of a finding', () => {
  const idOf = (
    verdict: Verdict,
    sketch: Parameters<typeof documentFrom>[0] = {},
    more: Partial<Rule> = {},
  ): string | undefined => runOf([ruleSaying([verdict], more)], documentFrom(sketch)).findings[0]?.id;

  it('stays when words, severity, places and other content change', () => {
    const id = idOf(wrong);
    expect(idOf({ ...wrong, slots: { what: '别的' }, sources: [] })).toBe(id);
    expect(idOf(wrong, { text: ['新的一段'] }, { severity: 'info' })).toBe(id);
    expect(idOf({ ...wrong, fields: ['title', 'issuer'] })).toBe(idOf({ ...wrong, fields: ['issuer', 'title'] }));
  });

  it('differs by document, rule, reason, roles and subject', () => {
    const ids = [
      idOf(wrong),
      idOf(wrong, { key: 'other' }),
      idOf(wrong, {}, { id: 'other-rule' }),
      idOf({ ...wrong, reason: 'odd' }),
      idOf({ ...wrong, fields: ['issuer'] }),
      idOf({ ...wrong, subject: '5.2' }),
      idOf({ ...wrong, fields: [] }),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('two places of one fault are one finding', () => {
    const source = (paragraph: number) => ({ from: 'file', name: 'a.docx', sha256: '', place: { paragraph } }) as const;
    const verdicts = [
      { ...wrong, sources: [source(1)] },
      { ...wrong, sources: [source(9)] },
    ];
    const { findings } = runOf([ruleSaying(verdicts)], documentFrom());
    expect(findings).toHaveLength(1);
    expect(findings[0]?.sources).toHaveLength(2);
  });
});

describe('what was not read', () => {
  const frame = { from: 'page', frame: '0', label: '', path: 'iframe' } as const;

  it('is said once by the note, and not again by every rule', () => {
    const notes = [{ kind: 'unreadable', text: '右边的框架没读到。', source: frame }] as const;
    const quietOf = (verdict: Verdict): boolean | undefined =>
      runOf([ruleSaying([verdict])], documentFrom({ notes })).findings[0]?.quiet;
    expect(quietOf({ reason: 'unseen', sources: [frame] })).toBe(true);
    expect(quietOf({ reason: 'unseen' })).toBe(true);
    expect(quietOf({ reason: 'unseen', sources: [{ ...frame, path: '#elsewhere' }] })).toBeUndefined();
    expect(runOf([ruleSaying([{ reason: 'unseen' }])], documentFrom()).findings[0]?.quiet).toBeUndefined();
  });

  it('never makes a quiet fault', () => {
    const notes = [{ kind: 'unreadable', text: '没读到。', source: frame }] as const;
    expect(runOf([ruleSaying([wrong])], documentFrom({ notes })).findings[0]).not.toHaveProperty('quiet');
  });
});

describe('what is out of sight', () => {
  const block: Block = {
    kind: 'paragraph',
    text: '甲',
    region: 'body',
    source: { from: 'page', frame: '', label: '', path: 'p' },
  };
  const shown = ({ document }: RuleContext): string[] => [
    ...document.blocks.flatMap(({ text, hidden }) => (hidden ? [] : [text])),
    ...document.pairs.flatMap(({ label, hidden }) => (hidden ? [] : [label])),
  ];
  const hidden: DocumentSketch = { blocks: [{ ...block, hidden: true }], pairs: { 乙: { hidden: true } } };
  /** Says what the test wants, by what it sees. */
  const said = (check: (seen: string[]) => Verdict[], document: DocumentSketch = hidden): string[] =>
    runOf([{ ...ruleSaying([]), check: (context) => check(shown(context)) }], documentFrom(document)).findings.map(
      ({ reason }) => reason,
    );
  const fault = (subject: string): Verdict => ({ ...wrong, subject });

  it('changes nothing where the rule says the same with it', () => {
    expect(said(() => [])).toEqual(['passed']);
    expect(said(() => [wrong, { reason: 'remark' }])).toEqual(['wrong', 'remark']);
  });

  it('makes no fault, neither by what it shows nor by what is missing', () => {
    expect(said((seen) => (seen.includes('甲') ? [] : [wrong]))).toEqual(['hidden']);
    expect(said((seen) => (seen.includes('乙') ? [wrong] : []))).toEqual(['hidden']);
    expect(said((seen) => (seen.includes('甲') ? [fault('1')] : [fault('2')]))).toEqual(['hidden']);
  });

  it('makes no rule content', () => {
    for (const other of ['later', 'unseen', 'quiet', 'remark'])
      expect(said((seen) => (seen.includes('甲') ? [{ reason: other }] : []))).toEqual(['hidden']);
    expect(said((seen) => (seen.includes('甲') ? [] : [{ reason: 'remark' }]))).toEqual(['hidden']);
  });

  it('leaves what both say, and what the rule itself could not tell', () => {
    expect(said((seen) => (seen.includes('甲') ? [wrong] : [wrong, fault('2')]))).toEqual(['wrong', 'hidden']);
    expect(said((seen) => (seen.includes('甲') ? [] : [{ reason: 'unseen' }]))).toEqual(['unseen']);
    expect(said((seen) => [...(seen.includes('甲') ? [wrong] : []), { reason: 'later' }])).toEqual(['hidden', 'later']);
  });

  it('is told as what was not judged, and folded away', () => {
    const rule = { ...ruleSaying([]), check: (context: RuleContext) => (shown(context).length > 0 ? [wrong] : []) };
    const run = runOf([rule], documentFrom(hidden));
    expect(run.findings[0]).toMatchObject({
      outcome: 'cannot-tell',
      message: '有看不到的内容，没有判断完。',
      quiet: true,
    });
    expect(run.summary).toMatchObject({ cannotTell: 1, quiet: 1, error: 0, passed: 0 });
  });

  it('is asked about once where nothing is out of sight', () => {
    let asked = 0;
    said(
      () => {
        asked += 1;
        return [];
      },
      { blocks: [block], pairs: { 乙: '' } },
    );
    expect(asked).toBe(1);
  });
});

describe('a stopping rule', () => {
  const stopping = ruleSaying([wrong], { id: 'stops-here', stops: true, kinds: [] });

  it('that fails leaves alone, wherever it stands in the list', () => {
    for (const rules of [
      [stopping, ruleSaying([wrong])],
      [ruleSaying([wrong]), stopping],
    ]) {
      const run = runOf(rules, documentFrom());
      expect(run.findings.map((finding) => finding.rule)).toEqual(['stops-here']);
      expect(run.stopped).toBe(true);
      expect(run.summary).toEqual(summarise(run.findings));
    }
  });

  it('that holds changes nothing', () => {
    const rules = [ruleSaying([], { id: 'stops-here', stops: true }), ruleSaying([wrong])];
    const run = runOf(rules, documentFrom());
    expect(run.findings).toHaveLength(2);
    expect(run.stopped).toBe(false);
  });

  it('lets nothing of the document out', () => {
    const document = documentFrom({
      title: '演练方案',
      fields: { drafter: ['王芳'] },
      text: ['演练内容'],
      trail: [{ step: '演练' }],
      attachments: [{ name: '演练.docx' }],
      pairs: { 地点: '演练场' },
      classified: { mark: '机密', source: { from: 'page', frame: '', label: '演练密级', path: '#secrecy' } },
    });
    const left = JSON.stringify(withoutContent(document));
    expect(left).not.toMatch(/演练|王芳/);
    expect(left).toContain(document.key);
  });
});

describe('the same inputs', () => {
  it('give the same bytes, apart from run id, time and times', () => {
    const states = fc.constantFrom('present', 'blank', 'absent', 'unreadable');
    fc.assert(
      fc.property(
        fc.array(states, { minLength: ROLES.length, maxLength: ROLES.length }),
        fc.constantFrom('official', 'standard', 'record', 'unknown'),
        (fieldStates, kind) => {
          const fields = Object.fromEntries(
            ROLES.map((role, index) => [role, { state: fieldStates[index] ?? 'absent' }]),
          );
          const document = documentFrom({ kind, fields });
          let now = 0;
          const clock = (): number => {
            now += Math.PI;
            return now;
          };
          const run = (id: string) =>
            checkDocument(document, { today: TODAY, catalogue: catalogueFrom([]), runId: id, at: id, clock });
          const strip = ({ runId: _, at: __, times: ___, ...rest }: ReturnType<typeof run>): string =>
            canonicalJson(rest);
          const first = run('1');
          expect(strip(run('2'))).toBe(strip(first));
          expect(first.findings.filter((finding) => finding.outcome === 'errored')).toEqual([]);
          expect(first.summary).toEqual(summarise(first.findings));
        },
      ),
    );
  });

  it('do not change the document', () => {
    const document = documentFrom({ fields: { drafter: '', approvedOn: '2027-01-01' }, text: ['××镇'] });
    const before = canonicalJson(document);
    runOf(RULES, document);
    expect(canonicalJson(document)).toBe(before);
  });
});
