import { fillSlots } from '../../../../../core/base/text.ts';
import type { RecordType } from '../../../../../core/records/record-type.ts';
import { LinkButton } from '../../../../ui/parts.tsx';
import type { JSX } from '../../../../ui/preact.ts';
import { useId } from '../../../../ui/preact.ts';
import shared from '../../../workbench.module.css';
import { BoxInput, BoxName } from './BoxInput.tsx';
import type { Filled } from './filled.ts';
import css from './record.module.css';
import { RECORD } from './words.ts';

/** Lines of one record at the most. */
const MOST = 200;

/** What differs from line to line, as a table once there are several; and the way to a further line. */
export function Lines(props: {
  type: RecordType;
  lines: Filled['lines'];
  change(lines: Filled['lines']): void;
}): JSX.Element | null {
  const id = useId();
  const { type, lines, change } = props;
  const each = type.boxes.filter((box) => box.each === true);
  if (each.length === 0) return null;
  const words = RECORD.lines;
  return (
    <section class={css.lines} aria-label={words.title}>
      {lines.length === 1 ? null : (
        <>
          <p class={shared.quiet}>{words.hint}</p>
          <div class={shared.scroll}>
            <table class={shared.table}>
              <thead>
                <tr>
                  {each.map((box) => (
                    <th key={box.name} scope="col">
                      <BoxName box={box} />
                    </th>
                  ))}
                  <td />
                </tr>
              </thead>
              <tbody>
                {lines.map((line, at) => (
                  // Lines have no identity but their place.
                  <tr key={at}>
                    {each.map((box) => (
                      <td key={box.name}>
                        <BoxInput
                          id={`${id}${at}${box.name}`}
                          label={`${fillSlots(words.line, { line: at + 1 })} ${box.name}`}
                          box={box}
                          value={line[box.name] ?? ''}
                          change={(value) => change(lines.with(at, { ...line, [box.name]: value }))}
                        />
                      </td>
                    ))}
                    <td>
                      <LinkButton
                        label={fillSlots(words.remove, { line: at + 1 })}
                        onClick={() => change(lines.toSpliced(at, 1))}
                      >
                        ×
                      </LinkButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {lines.length < MOST ? <LinkButton onClick={() => change([...lines, {}])}>{words.add}</LinkButton> : null}
    </section>
  );
}
