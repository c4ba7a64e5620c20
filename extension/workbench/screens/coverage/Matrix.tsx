import { fillSlots } from '../../../../core/base/text.ts';
import { type Applied, type CoveredService, isOver } from '../../../../core/unit/coverage.ts';
import { LinkButton, StatusBadges } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import css from './coverage.module.css';
import { COVERAGE } from './words.ts';

const { columns } = COVERAGE;

/** A line for each service and a column for each sub-system with how many of its standards apply; a line opens to their names. */
export function Matrix(props: { systems: readonly string[]; services: readonly CoveredService[] }): JSX.Element {
  const { systems, services } = props;
  return (
    <div class={shared.scroll}>
      <table class={`${shared.table} ${css.matrix}`}>
        <thead>
          <tr>
            <th scope="col">{columns.service}</th>
            {systems.map((system) => (
              <th key={system} scope="col">
                {system || columns.noSystem}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {services.map((one, at) => (
            // Two services may have one name: their place is what they are known by.
            <Line key={`${at} ${one.item.name}`} service={one} systems={systems} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line(props: { service: CoveredService; systems: readonly string[] }): JSX.Element {
  const { service, systems } = props;
  const { item, standards } = service;
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          {standards.length === 0 ? (
            item.name
          ) : (
            <LinkButton
              expanded={open}
              label={fillSlots(open ? COVERAGE.close : COVERAGE.open, { name: item.name })}
              onClick={() => setOpen(!open)}
            >
              {item.name}
            </LinkButton>
          )}
        </th>
        {standards.length === 0 ? (
          <td colSpan={Math.max(1, systems.length)} class={css.over}>
            {COVERAGE.noStandards}
          </td>
        ) : (
          systems.map((system) => (
            <Cell key={system} applied={standards.filter((standard) => standard.system === system)} />
          ))
        )}
      </tr>
      {open ? (
        <tr class={css.detail}>
          <td colSpan={systems.length + 1}>
            <ul>
              {standards.map(({ designation, title, answer }) => (
                <li key={designation}>
                  {designation} {title} <StatusBadges answer={answer} />
                </li>
              ))}
            </ul>
          </td>
        </tr>
      ) : null}
    </>
  );
}

function Cell({ applied }: { applied: readonly Applied[] }): JSX.Element {
  const over = applied.filter(({ answer }) => isOver(answer)).length;
  if (applied.length === 0) return <td />;
  return (
    <td class={over > 0 ? css.over : undefined}>
      {fillSlots(over > 0 ? COVERAGE.cellOver : COVERAGE.cell, { count: applied.length, over })}
    </td>
  );
}
