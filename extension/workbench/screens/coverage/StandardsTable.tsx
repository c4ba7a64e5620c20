import { fillSlots } from '../../../../core/base/text.ts';
import type { CoveredStandard } from '../../../../core/unit/coverage.ts';
import { StatusBadges } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { TableHead } from '../../TableHead.tsx';
import shared from '../../workbench.module.css';
import css from './coverage.module.css';
import { Frame } from './Frame.tsx';
import { hashOfStandard } from './place.ts';
import { COVERAGE } from './words.ts';

const { columns } = COVERAGE;
/** Services that are named in a line; the page of the standard has all. */
const NAMED = 3;

/** The standards of the register: where each is kept, whether it holds, and which services go by it. */
export function StandardsTable({ standards }: { standards: readonly CoveredStandard[] }): JSX.Element {
  return (
    <Frame label={COVERAGE.list} count={standards.length}>
      {(most) => (
        <table class={`${shared.table} ${css.matrix} ${css.standards}`}>
          <TableHead of={['standard', 'system', 'status', 'place', 'users']} words={columns} />
          <tbody>
            {standards.slice(0, most).map(({ standard, answer, services }) => (
              <tr key={standard.designation}>
                <th scope="row">
                  <a href={hashOfStandard(standard.designation)}>{standard.designation}</a> {standard.title}
                </th>
                <td>{standard.system ?? columns.noSystem}</td>
                <td>
                  <StatusBadges answer={answer} />
                </td>
                <td>{standard.place || <span class={shared.quiet}>{COVERAGE.noPlace}</span>}</td>
                <td>{usersOf(services) || <span class={shared.quiet}>{COVERAGE.noUsers}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Frame>
  );
}

function usersOf(services: CoveredStandard['services']): string {
  const names = services
    .slice(0, NAMED)
    .map(({ name }) => name)
    .join('、');
  return services.length > NAMED ? fillSlots(COVERAGE.someUsers, { names, count: services.length }) : names;
}
