import { fillSlots } from '../../../../core/base/text.ts';
import { reasonText } from '../../../../core/unit/applying.ts';
import type { StandardChain } from '../../../../core/unit/chain.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { StatusBadges, ToneWord } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { unitWork } from '../../../worker/client.ts';
import { Fact, Facts } from '../../facts.tsx';
import type { WorkbenchState } from '../../state.ts';
import { useAnswer } from '../../use-answer.ts';
import shared from '../../workbench.module.css';
import css from './coverage.module.css';
import { Kept } from './Kept.tsx';
import { hashOfService, hashOfStandard } from './place.ts';
import { COVERAGE } from './words.ts';

const { standard: words, columns, service } = COVERAGE;

/** A standard with all that hangs on it: its rows, what it replaced and what replaced it, who goes by it, what names it. */
export function StandardPage(props: { state: WorkbenchState; unit: UnitProfile; chain: StandardChain }): JSX.Element {
  const { state, unit, chain } = props;
  const { designation, services, duties } = chain;
  const head = state.head.value?.sequence;
  const found = useAnswer(state, () => unitWork.citing({ designations: [designation] }), [head, designation]);
  return (
    <>
      <Register chain={chain} />
      <Catalogue chain={chain} />
      <Replacement chain={chain} />
      <section class={shared.section}>
        <h2>{fillSlots(words.users, { count: services.length })}</h2>
        {services.length === 0 ? (
          <p class={shared.quiet}>{words.noUsers}</p>
        ) : (
          <ul class={css.kept}>
            {services.map(({ at, name, reason }) => (
              <li key={at}>
                <a href={hashOfService(unit.services, at)}>{name}</a>
                <small>{reasonText(reason)}</small>
              </li>
            ))}
          </ul>
        )}
      </section>
      {duties.length === 0 ? null : (
        <section class={shared.section}>
          <h2>{words.duties}</h2>
          <table class={`${shared.table} ${css.duties}`}>
            <thead>
              <tr>
                <th scope="col">{service.duty.clause}</th>
                <th scope="col">{service.duty.text}</th>
                <th scope="col">{columns.service}</th>
              </tr>
            </thead>
            <tbody>
              {duties.map(({ clause, text, service: name }) => (
                <tr key={`${name} ${clause} ${text}`}>
                  <th scope="row">{clause}</th>
                  <td>{text}</td>
                  <td>{name}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Kept state={state} title={words.kept} none={words.keptNone} found={found} />
    </>
  );
}

/** The unit's own row: the edition that it holds, the publisher's, when somebody looked, and where the file is. */
function Register({ chain: { own, designation } }: { chain: StandardChain }): JSX.Element {
  if (own === undefined)
    return (
      <section class={shared.section}>
        <h2>{words.register}</h2>
        <p class={shared.quiet}>{words.notInRegister}</p>
      </section>
    );
  const quiet = (text: string): JSX.Element => <span class={shared.quiet}>{text}</span>;
  const { currentEdition } = own;
  return (
    <Facts title={words.register}>
      <Fact name={words.own}>{designation}</Fact>
      <Fact name={words.current}>
        {currentEdition === undefined ? (
          quiet(words.currentUnknown)
        ) : currentEdition === designation ? (
          <>
            {currentEdition} {quiet(words.currentSame)}
          </>
        ) : (
          <>
            {currentEdition} <ToneWord tone="look">{words.currentOther}</ToneWord>
          </>
        )}
      </Fact>
      <Fact name={words.checkedOn}>{own.checkedOn ?? quiet(words.unchecked)}</Fact>
      <Fact name={columns.place}>{own.place || quiet(COVERAGE.noPlace)}</Fact>
      <Fact name={columns.system}>{own.system ?? quiet(columns.noSystem)}</Fact>
      <Fact name={columns.published}>{own.publishedOn ?? quiet(COVERAGE.noDate)}</Fact>
      <Fact name={columns.effective}>{own.effectiveOn ?? quiet(COVERAGE.noDate)}</Fact>
      <Fact name={words.withdrawn}>{own.withdrawnOn ?? ''}</Fact>
    </Facts>
  );
}

/** What the catalogue says of it: a title only where it is another than the register's. */
function Catalogue({ chain: { row, title } }: { chain: StandardChain }): JSX.Element {
  if (row === undefined)
    return (
      <section class={shared.section}>
        <h2>{words.catalogue}</h2>
        <p class={shared.quiet}>{words.notInCatalogue}</p>
      </section>
    );
  return (
    <Facts title={words.catalogue}>
      <Fact name={words.catalogueTitle}>{row.title === title ? '' : row.title}</Fact>
      <Fact name={columns.published}>{row.publishedOn ?? ''}</Fact>
      <Fact name={columns.effective}>{row.effectiveOn ?? ''}</Fact>
      <Fact name={words.withdrawn}>{row.withdrawnOn ?? ''}</Fact>
      <Fact name={words.source}>{fillSlots(words.sourceOn, { source: row.source, day: row.checkedOn })}</Fact>
      <Fact name={words.note}>{row.note ?? ''}</Fact>
    </Facts>
  );
}

function Replacement({ chain: { before, after } }: { chain: StandardChain }): JSX.Element {
  return (
    <section class={shared.section}>
      <h2>{words.replacement}</h2>
      {before.length + after.length === 0 ? (
        <p class={shared.quiet}>{words.noReplacement}</p>
      ) : (
        <dl class={shared.facts}>
          {(['before', 'after'] as const).flatMap((side) =>
            (side === 'before' ? before : after).map((answer) => (
              <Fact key={answer.designation} name={words[side]}>
                <a href={hashOfStandard(answer.designation)}>{answer.designation}</a> {answer.row?.title}{' '}
                <StatusBadges answer={answer} />
              </Fact>
            )),
          )}
        </dl>
      )}
    </section>
  );
}
