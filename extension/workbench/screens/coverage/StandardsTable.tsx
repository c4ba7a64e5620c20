import type { CoveredStandard } from '../../../../core/unit/coverage.ts';
import { StatusBadges } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import css from './coverage.module.css';
import { COVERAGE } from './words.ts';

const { columns } = COVERAGE;

/** The standards of the register: where each is kept, whether it holds, and which services go by it. */
export function StandardsTable({ standards }: { standards: readonly CoveredStandard[] }): JSX.Element {
  return (
    <div class={shared.scroll}>
      <table class={`${shared.table} ${css.standards}`}>
        <thead>
          <tr>
            {(['standard', 'system', 'status', 'place', 'users'] as const).map((column) => (
              <th key={column} scope="col">
                {columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standards.map(({ standard, answer, services }) => (
            <tr key={standard.designation}>
              <th scope="row">
                {standard.designation} {standard.title}
              </th>
              <td>{standard.system ?? columns.noSystem}</td>
              <td>
                <StatusBadges answer={answer} />
              </td>
              <td>{standard.place ?? <span class={shared.quiet}>{COVERAGE.noPlace}</span>}</td>
              <td>
                {services.map(({ name }) => name).join('、') || <span class={shared.quiet}>{COVERAGE.noUsers}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
