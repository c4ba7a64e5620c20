import { fillSlots } from '../../../core/base/text.ts';
import { successorsOf } from '../../../core/standards/status.ts';
import type { CitedStandard, StandardView } from '../../../core/unit/services.ts';
import { StatusBadges } from '../../ui/parts.tsx';
import type { ComponentChildren, JSX } from '../../ui/preact.ts';
import { COMMON } from '../../ui/words.ts';
import css from './standards.module.css';
import { STANDARDS as WORDS } from './words.ts';

/** One standard: its dates, its status, what to do about it, and apart from these which edition the unit holds. */
export function Standard(props: {
  standard: StandardView & Partial<CitedStandard>;
  children?: ComponentChildren;
}): JSX.Element {
  const { standard, children } = props;
  const { answer, advice, held } = standard;
  // Of what the catalogue does not have, the sign says all there is.
  const advised = advice !== undefined && advice.outcome !== 'keep' && answer.row !== undefined;
  const newer = successorsOf(answer);
  const designation = newer.map((one) => one.designation).join('、');
  return (
    <li class={css.standard} data-standard={standard.designation}>
      <span class={css.designation}>{standard.designation}</span>
      <StatusBadges answer={answer} />
      <p>{standard.title}</p>
      {standard.reason === undefined ? null : <p>{standard.reason}</p>}
      <p>
        {standard.publishedOn && standard.effectiveOn
          ? fillSlots(WORDS.dates, { published: standard.publishedOn, effective: standard.effectiveOn })
          : standard.publishedOn
            ? `${standard.publishedOn} ${COMMON.published}`
            : WORDS.notDated}
      </p>
      {advised ? (
        <p>{advice.message}</p>
      ) : answer.status === 'replaced' && newer.length > 0 ? (
        <p>
          {answer.row?.withdrawnOn
            ? fillSlots(WORDS.replacedBy, { date: answer.row.withdrawnOn, designation })
            : fillSlots(WORDS.replacedByNoDate, { designation })}
          {newer.every(({ verified }) => verified) ? '' : `（${COMMON.unverified}）`}
        </p>
      ) : null}
      {held ? (
        <p>
          {fillSlots(held.checkedOn ? WORDS.held : WORDS.heldNoDate, {
            held: held.designation,
            current: held.currentEdition,
            date: held.checkedOn ?? '',
          })}
        </p>
      ) : null}
      {children}
    </li>
  );
}
