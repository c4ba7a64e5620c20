import { fillSlots } from '../../../core/base/text.ts';
import type { ServiceMatch } from '../../../core/unit/services.ts';
import { browser } from '../../browser.ts';
import { ask } from '../../messages/ask.ts';
import type { StandardsOnPage } from '../../messages/view.ts';
import { Button, Calm, LinkButton } from '../../ui/parts.tsx';
import type { JSX } from '../../ui/preact.ts';
import { COMMON } from '../../ui/words.ts';
import { OfPage } from '../OfPage.tsx';
import panel from '../panel.module.css';
import type { PanelState } from '../state.ts';
import { Cited } from './Cited.tsx';
import { Service } from './Service.tsx';
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
  const { services, cited, hasUnit, catalogueOn, serviceName, seat } = standards;
  const near = services.filter(({ match }) => match === 'near');
  return (
    <>
      {near.length > 0 ? <Near name={serviceName} services={near} tabId={tabId} state={state} /> : null}
      {services.map((service, index) =>
        service.match === 'near' ? null : (
          <Service
            key={service.item.name}
            service={service}
            match={service.match}
            seat={seat}
            index={index}
            state={state}
          />
        ),
      )}
      {cited.length > 0 ? <Cited cited={cited} state={state} /> : null}
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
