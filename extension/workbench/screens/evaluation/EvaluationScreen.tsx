import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { clockLines, clocksOf } from '../../../../core/evaluation/clocks.ts';
import type { Points, Sheet, SheetCategory, SheetGroup, SheetItem } from '../../../../core/evaluation/evaluate.ts';
import { NO_TEXT } from '../../../../core/evaluation/scorecard.ts';
import { closingLines, groupLine, reasonOf, SCORE_WORDS, STATE_WORDS } from '../../../../core/exports/score-words.ts';
import type { ExportForm } from '../../../../core/ledger/kinds/export.ts';
import { handOut } from '../../../exports/hand-out.ts';
import { Button, ButtonLink } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import { SignLines } from '../../print/SignLines.tsx';
import { WhenPrinted } from '../../print/WhenPrinted.tsx';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import type { WorkbenchState } from '../../state.ts';
import { unitName } from '../../unit-name.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import { hashOfAdd } from '../add/place.ts';
import { hashOfEvidence, hashOfPlace } from '../ledger/place.ts';
import css from './evaluation.module.css';
import { RatingCells } from './RatingCells.tsx';
import { createSheet } from './sheet.ts';
import { EVALUATION } from './words.ts';

/** The self-evaluation sheet: what the unit says of each item, what the ledger holds, and what is not clear. */
export function EvaluationScreen({ state, title }: ScreenProps): JSX.Element {
  const sheet = state.own(createSheet);
  const head = state.head.value?.sequence;
  const current = sheet.current.value;
  useEffect(() => {
    if (head !== undefined) sheet.derive(head);
  }, [sheet, head]);
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
        <span>{unitName(state.settings.value?.unit)}</span>
        <Actions state={state} />
      </header>
      {current === undefined ? (
        <p class={shared.quiet}>{WORKBENCH.loading}</p>
      ) : (
        <>
          <Clocks state={state} />
          <Begin sheet={current.sheet} />
          <Figures sheet={current.sheet} />
          <Score state={state} sheet={current.sheet} upTo={current.upTo} />
          <section class={shared.section}>
            <h2>{EVALUATION.remarks}</h2>
            <ul class={css.remarks}>
              {closingLines(current.sheet).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </section>
          <WhenPrinted>{() => <SignLines state={state} />}</WhenPrinted>
        </>
      )}
    </>
  );
}

function Actions({ state }: { state: WorkbenchState }): JSX.Element {
  const [exporting, setExporting] = useState(false);
  const exportAs = async (form: ExportForm): Promise<void> => {
    setExporting(true);
    await state.attempt(async () => {
      // What was typed a moment ago belongs on the sheet.
      await state.own(createSheet).settled();
      const name = await handOut(form, unitName(state.settings.value?.unit));
      state.say(fillSlots(WORKBENCH.exported, { name }));
    });
    setExporting(false);
  };
  return (
    <div class={shared.actions}>
      <Button onClick={() => window.print()}>{EVALUATION.print}</Button>
      <Button disabled={exporting} onClick={() => void exportAs('score-html')}>
        {EVALUATION.exportHtml}
      </Button>
      <Button primary disabled={exporting} onClick={() => void exportAs('score-xlsx')}>
        {EVALUATION.exportXlsx}
      </Button>
    </div>
  );
}

/** A figure of nothing tells nothing. */
const isCounted = ([, points]: readonly [name: string, points: number, hint: string]): boolean => points > 0;

/** Three figures, and how the points of the whole table fall: those without a text are no part of any figure. */
function Figures({ sheet }: { sheet: Sheet }): JSX.Element {
  const { known, withoutText, scorecard } = sheet;
  const { figures } = EVALUATION;
  const rows = [
    [figures.self, known.backed + known.rated, figures.selfHint],
    [figures.backed, known.backed, figures.backedHint],
    [figures.unclear, known.unclear, figures.unclearHint],
  ] as const;
  // Together they are all the points of the table, always.
  const parts = [
    ['backed', figures.parts.backed, known.backed],
    ['rated', figures.parts.rated, known.rated],
    ['forgone', figures.parts.forgone, known.forgone],
    ['unclear', figures.unclear, known.unclear],
    ['withoutText', NO_TEXT, withoutText],
  ] as const;
  return (
    <section class={css.figures} aria-label={figures.label}>
      <dl>
        {rows.filter(isCounted).map(([name, points, hint]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {fillSlots(figures.points, { points })}
              <small>{hint}</small>
            </dd>
          </div>
        ))}
      </dl>
      <div class={css.bar} aria-hidden="true">
        {parts.map(([part, , points]) => (
          <span key={part} class={css[part]} style={{ width: `${(points / scorecard.total) * 100}%` }} />
        ))}
      </div>
      <ul class={css.legend}>
        {parts
          .filter(([, , points]) => points > 0)
          .map(([part, name, points]) => (
            <li key={part}>
              <span class={css[part]} aria-hidden="true" />
              {`${name} ${points}`}
            </li>
          ))}
      </ul>
      <p class={shared.quiet}>{fillSlots(EVALUATION.outOf, { known: known.points, rest: withoutText })}</p>
    </section>
  );
}

function Score({ state, sheet, upTo }: { state: WorkbenchState; sheet: Sheet; upTo: number }): JSX.Element {
  const { columns } = EVALUATION;
  const [first, last] = [sheet.unplaced[0], sheet.unplaced.at(-1)];
  return (
    <table class={`${shared.table} ${css.sheet}`}>
      <thead class={css.columns}>
        <tr>
          <th scope="col">{columns.item}</th>
          <th scope="col">{columns.self}</th>
          <th scope="col">{columns.reason}</th>
          <th scope="col">{columns.evidence}</th>
          <th scope="col">{columns.state}</th>
        </tr>
      </thead>
      {sheet.categories.map((category) => (
        <Category key={category.category.id} state={state} category={category} upTo={upTo} />
      ))}
      {first === undefined || last === undefined ? null : (
        <tbody>
          <tr class={css.category}>
            <th scope="rowgroup" colSpan={5}>
              {EVALUATION.unplaced}
              <small>
                {fillSlots(EVALUATION.unplacedHint, {
                  first: first.item.id,
                  last: last.item.id,
                  count: sheet.unplaced.length,
                })}
              </small>
            </th>
          </tr>
          <tr>
            <td colSpan={5}>
              <ul class={css.slots}>
                {sheet.unplaced.map(({ item, evidenceCount }) => (
                  <li key={item.id}>
                    {`${item.id} ${item.name ?? NO_TEXT}`}
                    {evidenceCount > 0 ? ` · ${fillSlots(EVALUATION.evidenceCount, { count: evidenceCount })}` : ''}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        </tbody>
      )}
    </table>
  );
}

function Category(props: { state: WorkbenchState; category: SheetCategory; upTo: number }): JSX.Element {
  const { category, groups } = props.category;
  return (
    <>
      <tbody>
        <tr class={css.category}>
          <th scope="rowgroup" colSpan={5}>
            {`${category.id} ${category.name}`}
            <span>{fillSlots(EVALUATION.pointsTotal, { points: category.points })}</span>
          </th>
        </tr>
        {groups.length > 0 ? null : (
          <tr>
            <td colSpan={5}>
              <p class={shared.quiet}>{fillSlots(EVALUATION.totalOnly, { points: category.points })}</p>
              <details class={css.topics}>
                <summary>{EVALUATION.topics}</summary>
                <dl class={shared.facts}>
                  {category.topics.flatMap((topic) => [
                    <dt key={topic.key}>{topic.name}</dt>,
                    <dd key={`${topic.key} evidence`}>{topic.evidence}</dd>,
                  ])}
                </dl>
              </details>
            </td>
          </tr>
        )}
      </tbody>
      {groups.map((group) => (
        <Group key={group.group.id} state={props.state} one={group} upTo={props.upTo} />
      ))}
    </>
  );
}

/** How the points of a group fall, without the parts that have none. */
function pointsLine(points: Points): string {
  const { parts, unclear, points: counted } = EVALUATION.figures;
  const named = [
    [parts.backed, points.backed],
    [parts.rated, points.rated],
    [parts.forgone, points.forgone],
    [unclear, points.unclear],
  ] as const;
  return named
    .filter(([, part]) => part > 0)
    .map(([name, part]) => `${name} ${fillSlots(counted, { points: part })}`)
    .join('，');
}

function Group({ state, one, upTo }: { state: WorkbenchState; one: SheetGroup; upTo: number }): JSX.Element {
  const { group, items, over } = one;
  return (
    <tbody>
      <tr class={css.group}>
        <th scope="rowgroup">
          {`${group.id} ${group.name}`}
          <span>{fillSlots(EVALUATION.pointsTotal, { points: group.points })}</span>
        </th>
        <td colSpan={4} class={over === undefined ? '' : css.refused}>
          {over === undefined ? pointsLine(one.points) : groupLine(one)}
        </td>
      </tr>
      {items.map((item) => (
        <Item key={item.item.id} state={state} one={item} most={group.points} upTo={upTo} />
      ))}
    </tbody>
  );
}

function Item(props: { state: WorkbenchState; one: SheetItem; most: number; upTo: number }): JSX.Element {
  const { state, one, most, upTo } = props;
  const { item } = one;
  return (
    <tr class={css.item}>
      <th scope="row">
        {`${item.id} ${item.name ?? NO_TEXT}`}
        <small>{item.evidence}</small>
      </th>
      <RatingCells state={state} one={one} most={item.points ?? most} upTo={upTo} />
      <td class={css.evidence}>
        <Evidence state={state} one={one} />
        {one.rating?.apart === undefined ? null : (
          <p class={css.refused}>
            {reasonOf(one.rating)} <a href={hashOf('merge')}>{EVALUATION.decide}</a>
          </p>
        )}
      </td>
      <td class={`${css.state} ${one.state === 'unclear' ? css.unclearWord : ''}`}>{STATE_WORDS[one.state]}</td>
    </tr>
  );
}

/** How many entries stand for an item, and which. */
function Evidence({ state, one }: { state: WorkbenchState; one: SheetItem }): JSX.Element {
  const { item, evidence, evidenceCount } = one;
  const add = (
    <a
      class={css.add}
      href={hashOfAdd(item.id)}
      aria-label={fillSlots(EVALUATION.addLabel, { id: item.id, name: item.name ?? '' })}
    >
      {EVALUATION.add}
    </a>
  );
  if (evidence.length === 0)
    return (
      <>
        <span class={shared.quiet}>{SCORE_WORDS.noEvidence}</span> {add}
      </>
    );
  return (
    <details>
      <summary>{fillSlots(EVALUATION.evidenceCount, { count: evidenceCount })}</summary>
      <ul>
        {evidence.map((line) => (
          <li key={line.hash}>
            <a href={hashOfPlace(state, line)}>{line.subject}</a>
            <small>
              {[
                line.factOn || line.registeredOn,
                line.chain === state.chains.value?.own ? '' : line.actor,
                line.also === undefined ? '' : fillSlots(EVALUATION.also, { others: line.also.join('、') }),
                line.wideGap ? fillSlots(SCORE_WORDS.wideGap, { gapDays: line.gapDays ?? 0 }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
      <a href={hashOfEvidence(item.id)}>{EVALUATION.evidenceAll}</a> {add}
    </details>
  );
}

/** The days on which everything waits, as far as the profile tells them: passed or how long still, and what each rests on. */
function Clocks({ state }: { state: WorkbenchState }): JSX.Element {
  const unit = state.settings.value?.unit ?? {};
  const { clocks } = EVALUATION;
  const lines = clockLines(unit, chinaDay(new Date().toISOString()));
  return (
    <section class={css.clocks}>
      <h2>{clocks.title}</h2>
      {lines.length === 0 ? (
        <p>
          {clocks.unknown} <a href={hashOf('unit')}>{EVALUATION.unitLink}</a>
        </p>
      ) : (
        <dl>
          {lines.map(({ id, on, left, records }) => (
            <div key={id}>
              <dt>{clocks[id].name}</dt>
              <dd>
                {left > 0
                  ? fillSlots(clocks.waits, { day: on, left })
                  : fillSlots(clocks.passed, { word: clocks[id].passed, day: on })}
                <small>
                  {fillSlots(clocks.basis, {
                    records: records
                      .map(({ record, on: day }) => fillSlots(clocks.records[record], { day }))
                      .join('、'),
                  })}
                </small>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {clocksOf(unit).impossible ? <p class={css.refused}>{clocks.impossible}</p> : null}
    </section>
  );
}

/** While nothing was rated and nothing kept: what to do first. */
function Begin({ sheet }: { sheet: Sheet }): JSX.Element | null {
  const { backed, rated, evidence } = sheet.items;
  if (backed + rated + evidence > 0) return null;
  const { begin } = EVALUATION;
  return (
    <section class={css.begin}>
      <p>{begin.text}</p>
      <p>
        <ButtonLink href={hashOfAdd()}>{begin.add}</ButtonLink> <a href={hashOf('start')}>{begin.start}</a>
      </p>
    </section>
  );
}
