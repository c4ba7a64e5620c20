import { fillSlots } from '../../../../core/base/text.ts';
import type { Citing } from '../../../../core/evaluation/citing.ts';
import type { Place } from '../../../../core/ledger/entry.ts';
import { reasonText } from '../../../../core/unit/applying.ts';
import { gapsOf, handlersOf } from '../../../../core/unit/chain.ts';
import type { CoveredService } from '../../../../core/unit/coverage.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { StatusBadges, ToneWord } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { unitWork } from '../../../worker/client.ts';
import { Fact } from '../../facts.tsx';
import type { WorkbenchState } from '../../state.ts';
import { TableHead } from '../../TableHead.tsx';
import { useAnswer } from '../../use-answer.ts';
import shared from '../../workbench.module.css';
import css from './coverage.module.css';
import { Kept } from './Kept.tsx';
import { hashOfStandard } from './place.ts';
import { COVERAGE } from './words.ts';

const { service: words, columns } = COVERAGE;
const FACTS = Object.keys(words.facts) as (keyof typeof words.facts)[];

const isSamePlace = (left: Place, right: Place): boolean =>
  left.sequence === right.sequence && left.chain === right.chain;

/** A service with all that hangs on it: what is missing, its standards and why, clauses and posts, who handles it, what was kept. */
export function ServicePage(props: {
  state: WorkbenchState;
  unit: UnitProfile;
  covered: CoveredService;
  on: string;
}): JSX.Element {
  const { state, unit, covered, on } = props;
  const { item, standards } = covered;
  const head = state.head.value?.sequence;
  // Apart: many documents may cite a standard of general use, and what is about the service is looked for among fewer.
  const about = useAnswer(state, () => unitWork.citing({ designations: [], service: item, services: unit.services }), [
    head,
    covered,
  ]);
  // What is named without a year means an edition, which documents name with it too.
  const designations = standards.map(({ designation, answer }) => answer.row?.designation ?? designation);
  const citing = useAnswer(state, () => unitWork.citing({ designations }), [head, covered]);
  const handlers = handlersOf(unit, item, on);
  const kept = about?.found ?? [];
  const isKept = (one: Citing): boolean => kept.some(({ place }) => isSamePlace(place, one.place));
  // Where not all was looked into, nothing is missing for certain.
  const looked = about !== undefined && !about.more;
  const gaps = [
    ...gapsOf(covered, unit, handlers),
    ...(looked && !kept.some(({ kind }) => kind === 'guide') ? (['no-guide'] as const) : []),
    ...(looked && kept.length === 0 ? (['no-evidence'] as const) : []),
  ];
  return (
    <>
      <dl class={shared.facts}>
        {FACTS.map((key) => (
          <Fact key={key} name={words.facts[key]}>
            {item[key] ?? ''}
          </Fact>
        ))}
      </dl>
      <section class={shared.section}>
        <h2>{words.gaps}</h2>
        {gaps.length > 0 ? (
          <ul class={css.gaps}>
            {gaps.map((gap) => (
              <li key={gap}>
                <ToneWord tone={gap === 'no-standard' || gap === 'over' ? 'must' : 'look'}>{words.gap[gap]}</ToneWord>
              </li>
            ))}
          </ul>
        ) : (
          <p class={shared.quiet}>
            {about === undefined ? COVERAGE.kept.loading : looked ? words.noGaps : words.noGapsKnown}
          </p>
        )}
      </section>
      <section class={shared.section}>
        <h2>{fillSlots(words.standards, { count: standards.length })}</h2>
        {standards.length === 0 ? (
          <p class={shared.quiet}>{words.gap['no-standard']}</p>
        ) : (
          <Standards unit={unit} covered={covered} />
        )}
      </section>
      <section class={shared.section}>
        <h2>{words.duties}</h2>
        {(item.duties ?? []).length === 0 ? (
          <p class={shared.quiet}>{words.noDuties}</p>
        ) : (
          <table class={`${shared.table} ${css.duties}`}>
            <thead>
              <tr>
                <th scope="col">{words.duty.clause}</th>
                <th scope="col">{words.duty.text}</th>
              </tr>
            </thead>
            <tbody>
              {item.duties?.map(({ text, clause = '' }) => (
                <tr key={`${clause} ${text}`}>
                  <th scope="row">{clause || <span class={shared.quiet}>{COVERAGE.noDate}</span>}</th>
                  <td>{text}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <section class={shared.section}>
        <h2>{words.handlers}</h2>
        {handlers.length === 0 ? (
          <p class={shared.quiet}>{words.noHandlers}</p>
        ) : (
          <dl class={shared.facts}>
            {handlers.map(({ window, people }) => (
              <Fact key={window} name={window}>
                {people.join('、') || <span class={shared.quiet}>{words.nobody}</span>}
              </Fact>
            ))}
          </dl>
        )}
      </section>
      <Kept state={state} title={words.kept} none={words.keptNone} found={about} />
      <Kept
        state={state}
        title={words.citing}
        none={words.citingNone}
        found={citing && { ...citing, found: citing.found.filter((one) => !isKept(one)) }}
      />
    </>
  );
}

function Standards({ unit, covered }: { unit: UnitProfile; covered: CoveredService }): JSX.Element {
  const places = new Map(unit.standards.map(({ designation, place = '' }) => [designation, place]));
  return (
    <div class={shared.scroll}>
      <table class={`${shared.table} ${css.chain}`}>
        <TableHead of={['standard', 'published', 'effective', 'status', 'reason', 'place']} words={columns} />
        <tbody>
          {covered.standards.map(({ designation, title, answer, reason }) => (
            <tr key={designation}>
              <th scope="row">
                <a href={hashOfStandard(designation)}>{designation}</a> {title}
              </th>
              <td>{answer.row?.publishedOn ?? <span class={shared.quiet}>{COVERAGE.noDate}</span>}</td>
              <td>{answer.row?.effectiveOn ?? <span class={shared.quiet}>{COVERAGE.noDate}</span>}</td>
              <td>
                <StatusBadges answer={answer} />
              </td>
              <td>{reasonText(reason)}</td>
              <td>{places.get(designation) || <span class={shared.quiet}>{COVERAGE.noPlace}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
