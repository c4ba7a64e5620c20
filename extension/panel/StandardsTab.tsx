import { fillSlots } from '../../core/base/text.ts';
import type { ServiceMatch, StandardView } from '../../core/unit/services.ts';
import { browser } from '../browser.ts';
import type { TabView } from '../messages.ts';
import { Calm, StatusBadges } from '../ui/parts.tsx';
import type { JSX } from '../ui/preact.ts';
import { COMMON } from '../ui/words.ts';
import css from './panel.module.css';
import { PANEL } from './words.ts';

const WORDS = PANEL.standards;

export function StandardsTab({ view }: { view: TabView }): JSX.Element {
  const services = view.services ?? [];
  const cited = view.cited ?? [];
  return (
    <>
      {services.map((service) => (
        <Service key={service.item.name} service={service} />
      ))}
      {cited.length > 0 ? (
        <section>
          <h2 class={css.section}>{WORDS.cited}</h2>
          {cited.map((one) => (
            <Standard key={one.designation} {...one} />
          ))}
        </section>
      ) : null}
      {view.hasUnit === false ? (
        <Calm title={WORDS.noUnit}>
          <p>{WORDS.noUnitHint}</p>
          <a href={browser.runtime.getURL('/workbench.html#/unit')} target="_blank" rel="noreferrer">
            {WORDS.importUnit}
          </a>
        </Calm>
      ) : services.length === 0 && cited.length === 0 ? (
        <Calm title={WORDS.none}>{WORDS.noneHint}</Calm>
      ) : null}
      {view.run ? (
        <p class={css.section}>{fillSlots(COMMON.catalogueAsOf, { date: view.run.catalogue.issuedOn })}</p>
      ) : null}
    </>
  );
}

function Service({ service }: { service: ServiceMatch }): JSX.Element {
  return (
    <section>
      <h2 class={css.section}>{WORDS.service}</h2>
      <p class={css.service}>
        <strong>{service.item.name}</strong>
        {service.match === 'part' ? <span>{WORDS.matchPart}</span> : null}
      </p>
      {service.standards.length === 0 ? <p class={css.section}>{WORDS.noStandards}</p> : null}
      {service.standards.map((standard) => (
        <Standard key={standard.designation} {...standard} />
      ))}
      {service.item.duties && service.item.duties.length > 0 ? (
        <>
          <h2 class={css.section}>{WORDS.duties}</h2>
          <ul>
            {service.item.duties.map((duty) => (
              <li class={css.duty} key={duty.text}>
                {duty.text} <span>{duty.clause}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Standard(props: StandardView): JSX.Element {
  const { answer } = props;
  const newest = answer.replacedBy.at(-1);
  return (
    <div class={css.standard} data-standard={props.designation}>
      <span class={css.designation}>{props.designation}</span>
      <StatusBadges answer={answer} />
      <p>{props.title}</p>
      <p>
        {props.publishedOn && props.effectiveOn
          ? fillSlots(WORDS.dates, { published: props.publishedOn, effective: props.effectiveOn })
          : props.publishedOn
            ? `${props.publishedOn} ${COMMON.published}`
            : WORDS.notDated}
      </p>
      {answer.status === 'replaced' && newest ? (
        <p>
          {answer.row?.withdrawnOn
            ? fillSlots(WORDS.replacedBy, { date: answer.row.withdrawnOn, designation: newest.designation })
            : fillSlots(WORDS.replacedByNoDate, { designation: newest.designation })}
          {newest.verified ? '' : `（${COMMON.unverified}）`}
        </p>
      ) : null}
    </div>
  );
}
