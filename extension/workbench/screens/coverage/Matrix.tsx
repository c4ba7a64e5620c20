import { fillSlots } from '../../../../core/base/text.ts';
import { isOver } from '../../../../core/standards/status.ts';
import { reasonText } from '../../../../core/unit/applying.ts';
import type { Applied, CoveredService } from '../../../../core/unit/coverage.ts';
import { LinkButton, StatusBadges } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import css from './coverage.module.css';
import { Frame } from './Frame.tsx';
import { hashOfStandard } from './place.ts';
import { COVERAGE } from './words.ts';

const { columns } = COVERAGE;

/** A service with the address of its page, and its place in the profile: two services may have one name. */
export interface MatrixLine {
  at: number;
  href: string;
  service: CoveredService;
}

/**
 * A line for each service and a column for each sub-system with how many of its standards apply; a line opens to their names,
 * and leads to the page of the service.
 */
export function Matrix(props: { systems: readonly string[]; lines: readonly MatrixLine[] }): JSX.Element {
  const { systems, lines } = props;
  return (
    <Frame label={COVERAGE.matrix} count={lines.length}>
      {(most) => (
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
            {lines.slice(0, most).map((line) => (
              <Line key={line.at} line={line} systems={systems} />
            ))}
          </tbody>
        </table>
      )}
    </Frame>
  );
}

function Line({ line, systems }: { line: MatrixLine; systems: readonly string[] }): JSX.Element {
  const { item, standards } = line.service;
  const [open, setOpen] = useState(false);
  return (
    <>
      <tr>
        <th scope="row">
          <span class={css.name}>
            <a href={line.href}>{item.name}</a>
            {standards.length === 0 ? null : (
              <LinkButton
                expanded={open}
                label={fillSlots(open ? COVERAGE.close : COVERAGE.open, { name: item.name })}
                onClick={() => setOpen(!open)}
              >
                {open ? COVERAGE.less : COVERAGE.unfold}
              </LinkButton>
            )}
          </span>
        </th>
        {standards.length === 0 ? (
          <td colSpan={Math.max(1, systems.length)} class={css.over}>
            <span class={css.none}>{COVERAGE.noStandards}</span>
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
              {standards.map(({ designation, title, answer, reason }) => (
                <li key={designation}>
                  <a href={hashOfStandard(designation)}>{designation}</a> {title} <StatusBadges answer={answer} />{' '}
                  {reason.kind === 'named' ? null : <small>{reasonText(reason)}</small>}
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
