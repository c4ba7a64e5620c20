import { fillSlots } from '../../../core/base/text.ts';
import { successorsOf } from '../../../core/standards/status.ts';
import type { CitedStandard, ServiceMatch, StandardView } from '../../../core/unit/services.ts';
import { browser } from '../../browser.ts';
import { ask } from '../../messages/ask.ts';
import type { StandardsOnPage } from '../../messages/view.ts';
import { Button, Calm, LinkButton, StatusBadges } from '../../ui/parts.tsx';
import type { JSX } from '../../ui/preact.ts';
import { COMMON } from '../../ui/words.ts';
import { OfPage } from '../OfPage.tsx';
import panel from '../panel.module.css';
import type { PanelState } from '../state.ts';
import css from './standards.module.css';
import { STANDARDS as WORDS } from './words.ts';

/** The standards that the page is about: by its service, and by what it cites. */
export function StandardsTab({ state }: { state: PanelState }): JSX.Element {
  return (
    <OfPage state={state}>{(view) => <Standards standards={view.standards} tabId={view.tabId} state={state} />}</OfPage>
  );
}

function Standards(props: { standards: StandardsOnPage; tabId: number; state: PanelState }): JSX.Element {
  const { standards, tabId, state } = props;
  const { services, cited, hasUnit, catalogueOn, serviceName } = standards;
  const near = services.filter(({ match }) => match === 'near');
  return (
    <>
      {near.length > 0 ? <Near name={serviceName} services={near} tabId={tabId} state={state} /> : null}
      {services.map((service) =>
        service.match === 'near' ? null : <Service key={service.item.name} service={service} />,
      )}
      {cited.length > 0 ? (
        <section>
          <h2 class={panel.section}>{WORDS.cited}</h2>
          {cited.map((one) => (
            <Standard key={one.designation} {...one} />
          ))}
        </section>
      ) : null}
      {!hasUnit ? (
        <Calm title={WORDS.noUnit}>
          <p>{WORDS.noUnitHint}</p>
          <a href={browser.runtime.getURL('/workbench.html#/unit')} target="_blank" rel="noreferrer">
            {WORDS.importUnit}
          </a>
        </Calm>
      ) : services.length === 0 && cited.length === 0 ? (
        <Calm title={WORDS.none}>{WORDS.noneHint}</Calm>
      ) : null}
      <p class={panel.section}>
        {fillSlots(COMMON.catalogueAsOf, { date: catalogueOn })}{' '}
        <a href={browser.runtime.getURL('/workbench.html#/catalogues')} target="_blank" rel="noreferrer">
          {WORDS.catalogues}
        </a>
      </p>
    </>
  );
}

/** The name on the page is none of ours, and near to some: the clerk says once which it means. */
function Near(props: {
  name: string;
  services: readonly ServiceMatch[];
  tabId: number;
  state: PanelState;
}): JSX.Element {
  const { name, services, tabId, state } = props;
  const say = (service: string): void =>
    void state.attempt(async () => void (await ask('sayOfName', { tabId, name, service })));
  return (
    <section>
      <h2 class={panel.section}>{fillSlots(WORDS.near, { name })}</h2>
      <p class={css.near}>
        {services.map(({ item }) => (
          <Button key={item.name} onClick={() => say(item.name)}>
            {fillSlots(WORDS.isThis, { name: item.name })}
          </Button>
        ))}
        <LinkButton onClick={() => say('')}>{WORDS.isNone}</LinkButton>
      </p>
      <p class={panel.section}>{WORDS.nearHint}</p>
    </section>
  );
}

function Service({ service }: { service: ServiceMatch }): JSX.Element {
  return (
    <section>
      <h2 class={panel.section}>{WORDS.service}</h2>
      <p class={css.service}>
        <strong>{service.item.name}</strong>
        {service.match === 'part' ? <span>{WORDS.matchPart}</span> : null}
      </p>
      {service.standards.length === 0 ? <p class={panel.section}>{WORDS.noStandards}</p> : null}
      {service.standards.map((standard) => (
        <Standard key={standard.designation} {...standard} />
      ))}
      {service.item.duties && service.item.duties.length > 0 ? (
        <>
          <h2 class={panel.section}>{WORDS.duties}</h2>
          <ul>
            {service.item.duties.map((duty) => (
              <li class={panel.duty} key={duty.text}>
                {duty.text} <span>{duty.clause}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Standard(props: StandardView & Partial<CitedStandard>): JSX.Element {
  const { answer, advice } = props;
  // Of what the catalogue does not have, the sign says all there is.
  const advised = advice !== undefined && advice.outcome !== 'keep' && answer.row !== undefined;
  const newer = successorsOf(answer);
  const designation = newer.map((one) => one.designation).join('、');
  return (
    <div class={css.standard} data-standard={props.designation}>
      <span class={css.designation}>{props.designation}</span>
      <StatusBadges answer={answer} />
      <p>{props.title}</p>
      {props.reason === undefined ? null : <p>{props.reason}</p>}
      <p>
        {props.publishedOn && props.effectiveOn
          ? fillSlots(WORDS.dates, { published: props.publishedOn, effective: props.effectiveOn })
          : props.publishedOn
            ? `${props.publishedOn} ${COMMON.published}`
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
    </div>
  );
}
