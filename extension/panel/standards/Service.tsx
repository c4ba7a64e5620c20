import type { ServiceMatch } from '../../../core/unit/services.ts';
import type { JSX } from '../../ui/preact.ts';
import panel from '../panel.module.css';
import type { PanelState } from '../state.ts';
import { inOrder } from './cited.ts';
import { dutiesOf } from './duties.ts';
import { Few } from './Few.tsx';
import { Standard } from './Standard.tsx';
import css from './standards.module.css';
import { MATCH_WORDS, STANDARDS as WORDS } from './words.ts';

/** A service that the page is about: how sure that is, the standards that govern it, and what is to be done. */
export function Service(props: {
  service: ServiceMatch;
  match: keyof typeof MATCH_WORDS;
  seat: string;
  index: number;
  state: PanelState;
}): JSX.Element {
  const { service, match, seat, index, state } = props;
  const duties = service.item.duties ?? [];
  const whose = dutiesOf(service, seat);
  return (
    <section>
      <h2 class={panel.section}>{WORDS.service}</h2>
      <p class={css.service}>
        <strong>{service.item.name}</strong>
        <span>{MATCH_WORDS[match]}</span>
      </p>
      {service.standards.length === 0 ? <p class={panel.section}>{WORDS.noStandards}</p> : null}
      <Few items={inOrder(service.standards)} name={`few:standards:${index}`} state={state}>
        {(standard) => <Standard key={standard.designation} standard={standard} />}
      </Few>
      {duties.length > 0 ? (
        <>
          <h2 class={panel.section}>{whose.title}</h2>
          {whose.note ? <p class={css.more}>{whose.note}</p> : null}
          <Few items={duties} name={`few:duties:${index}`} state={state}>
            {(duty) => (
              <li class={panel.duty} key={duty.text}>
                {duty.text} <span>{duty.clause}</span>
              </li>
            )}
          </Few>
        </>
      ) : null}
    </section>
  );
}
