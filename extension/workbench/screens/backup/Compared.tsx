import { chinaDay, chinaTime } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import type { BundleContents, Comparison } from '../../../../core/ledger/bundle/compare.ts';
import { isInstant } from '../../../../core/ledger/doubts.ts';
import type { Head } from '../../../../core/ledger/entry.ts';
import { Button, ToneWord } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { Fact, Facts } from '../../facts.tsx';
import shared from '../../workbench.module.css';
import css from './backup.module.css';
import { type Decision, decide } from './decide.ts';
import type { Unfinished } from './state.ts';
import { BACKUP } from './words.ts';

const { facts: FACTS } = BACKUP;

const dayTold = (instant: string): string => (isInstant(instant) ? chinaDay(instant) : FACTS.badTime);
const timeTold = (instant: string): string =>
  isInstant(instant) ? chinaTime(instant).slice(0, 16).replace('T', ' ') : FACTS.badTime;

/** A bundle beside what is in this computer, and what can be done with it. */
export function Compared(props: {
  name: string;
  comparison: Comparison;
  unfinished: Unfinished | undefined;
  restore: () => void;
}): JSX.Element {
  const { name, comparison, unfinished, restore } = props;
  const { bundle, own } = comparison;
  const decision = decide(comparison, unfinished);
  return (
    <div class={css.compared}>
      <p>{fillSlots(BACKUP.restore.compared, { name })}</p>
      <div class={css.sides}>
        <Bundle bundle={bundle} />
        <Facts title={BACKUP.restore.here}>
          <Fact name={FACTS.count}>
            {own.sequence === 0 ? FACTS.noEntries : fillSlots(FACTS.entries, { count: own.sequence })}
          </Fact>
          <HeadFact head={own} />
          <Fact name={FACTS.chain}>{own.sequence === 0 ? '' : <code class={css.hash}>{own.chain}</code>}</Fact>
        </Facts>
      </div>
      <Verdict comparison={comparison} decision={decision} restore={restore} />
    </div>
  );
}

function Bundle({ bundle }: { bundle: BundleContents }): JSX.Element {
  const { about, seats, seatCount, count, head, report, chains } = bundle;
  const list = seats.join('、');
  return (
    <Facts title={BACKUP.restore.bundle}>
      <Fact name={FACTS.unit}>{about.unit || <span class={shared.quiet}>{FACTS.noUnit}</span>}</Fact>
      <Fact name={FACTS.exportedAt}>{timeTold(about.exportedAt)}</Fact>
      <Fact name={FACTS.seats}>
        {seatCount > seats.length ? fillSlots(FACTS.moreSeats, { list, count: seatCount }) : list}
      </Fact>
      <Fact name={FACTS.count}>{fillSlots(FACTS.entries, { count })}</Fact>
      <Fact name={FACTS.period}>
        {count === 0 ? '' : fillSlots(FACTS.span, { from: dayTold(bundle.firstAt), to: dayTold(bundle.lastAt) })}
      </Fact>
      <HeadFact head={head} />
      <Fact name={FACTS.chain}>{head.chain === '' ? '' : <code class={css.hash}>{head.chain}</code>}</Fact>
      <Fact name={FACTS.others}>{chains > 1 ? fillSlots(FACTS.othersToo, { count: chains - 1 }) : ''}</Fact>
      <Fact name={FACTS.verified}>
        <ToneWord tone={report.ok ? 'fine' : report.fault === undefined ? 'look' : 'must'}>{report.message}</ToneWord>
        {report.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Fact>
    </Facts>
  );
}

function HeadFact({ head: { sequence, hash } }: { head: Head }): JSX.Element {
  return (
    <Fact name={FACTS.head}>
      {sequence === 0 ? '' : <span class={css.hash}>{fillSlots(FACTS.headAt, { sequence, hash })}</span>}
    </Fact>
  );
}

/** The sentence that decides, and the button where there is something to do. */
function Verdict(props: { comparison: Comparison; decision: Decision; restore: () => void }): JSX.Element {
  const { decision, restore } = props;
  const { bundle, own, standing } = props.comparison;
  if (decision.may === 'finish-other-first') return <p class={css.verdict}>{BACKUP.otherFirst}</p>;
  if (decision.may === 'nothing') {
    const sentence = { ...BACKUP.standing, ...BACKUP.hindrance }[decision.why];
    const slots = { count: bundle.count, more: own.sequence - bundle.count, chains: bundle.chains };
    // Those of others are no part of what was compared.
    const others = bundle.chains > 1 && decision.why !== 'faulty' && decision.why !== 'several-chains';
    return (
      <p class={css.verdict}>
        {fillSlots(sentence, slots)} {others ? BACKUP.othersByMerge : ''}
      </p>
    );
  }
  const { missing, done, may } = decision;
  const sentence = may === 'go-on' ? BACKUP.goOn : BACKUP.standing[standing];
  return (
    <div class={css.verdict}>
      <p>{fillSlots(sentence, { missing, done, next: bundle.count + 1 })}</p>
      {bundle.report.ok ? null : (
        <p>
          <ToneWord tone="look">{BACKUP.doubtful}</ToneWord>
        </p>
      )}
      <p>
        <ToneWord tone="look">{BACKUP.restore.once}</ToneWord>
      </p>
      <p class={shared.quiet}>{BACKUP.restore.settings}</p>
      <p class={css.action}>
        <Button primary onClick={restore}>
          {may === 'go-on' ? BACKUP.restore.goOn : fillSlots(BACKUP.restore.restore, { count: missing })}
        </Button>
      </p>
    </div>
  );
}
