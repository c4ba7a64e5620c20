import { chinaDay, daysBetween } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import type { KeptCatalogue } from '../../../../core/standards/catalogue.ts';
import { Badge, LinkButton } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import type { CataloguesInUse } from '../../../worker/catalogues.ts';
import shared from '../../workbench.module.css';
import css from './catalogues.module.css';
import { CATALOGUES as WORDS } from './words.ts';

/** Days before its last one from which on it is said that a catalogue lapses: time to ask for a newer one. */
const SOON = 60;

const { columns } = WORDS;

/** The catalogues by which standards are judged: how much each holds, and up to when it is right. */
export function InUse(props: {
  inUse: CataloguesInUse;
  today: string;
  remove: (kept: KeptCatalogue) => void;
}): JSX.Element {
  const { inUse, today, remove } = props;
  return (
    <table class={`${shared.table} ${css.table}`}>
      <thead>
        <tr>
          <th scope="col">{columns.name}</th>
          <th scope="col">{columns.rows}</th>
          <th scope="col">{columns.issued}</th>
          <th scope="col">{columns.lapses}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        <Line about={inUse.builtIn} name={WORDS.builtIn} today={today} />
        {inUse.kept.map((kept) => (
          <Line key={kept.id} about={kept} name={kept.id} today={today} kept={kept} remove={remove} />
        ))}
      </tbody>
    </table>
  );
}

function Line(props: {
  about: CataloguesInUse['builtIn'];
  name: string;
  today: string;
  kept?: KeptCatalogue;
  remove?: (kept: KeptCatalogue) => void;
}): JSX.Element {
  const { about, name, today, kept, remove } = props;
  const days = daysBetween(today, about.lapsesOn);
  return (
    <tr>
      <th scope="row">
        {name}
        {kept === undefined ? null : (
          <small>{fillSlots(WORDS.from, { file: kept.name, day: chinaDay(kept.importedAt) })}</small>
        )}
      </th>
      <td data-name={columns.rows}>{about.rows}</td>
      <td data-name={columns.issued}>{about.issuedOn}</td>
      <td data-name={columns.lapses}>
        {about.lapsesOn}{' '}
        {days <= 0 ? (
          <Badge tone="must">{WORDS.lapsed}</Badge>
        ) : days <= SOON ? (
          <Badge tone="look">{fillSlots(WORDS.lapsing, { days })}</Badge>
        ) : null}
      </td>
      <td>
        {kept === undefined ? null : (
          <LinkButton label={fillSlots(WORDS.removeLabel, { name })} onClick={() => remove?.(kept)}>
            {WORDS.remove}
          </LinkButton>
        )}
      </td>
    </tr>
  );
}
