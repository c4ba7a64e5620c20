import { fillSlots } from '../../../../core/base/text.ts';
import type { LedgerRecord } from '../../../../core/ledger/entry.ts';
import { readPayload } from '../../../../core/ledger/kinds/index.ts';
import { recordTypeOfId } from '../../../../core/records/index.ts';
import type { RecordType } from '../../../../core/records/record-type.ts';
import type { JSX } from '../../../ui/preact.ts';
import { Fact, Facts } from '../../facts.tsx';
import print from '../../print/print.module.css';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import { hashOfRecord } from '../add/place.ts';
import css from './entry.module.css';
import { ENTRY } from './words.ts';

const words = ENTRY.record;

/** What stands in the boxes of a record, and what can be entered behind it; nothing for what is no record. */
export function RecordParts(props: { state: WorkbenchState; record: LedgerRecord }): JSX.Element | null {
  const { state, record } = props;
  const { entry } = record;
  const read = readPayload(entry, record.payload);
  const filled = read?.kind === 'evidence' ? read.payload.record : undefined;
  if (filled === undefined) return null;
  const type = recordTypeOfId(filled.type);
  const [heads = [], ...lines] = filled.table ?? [];
  return (
    <>
      <Facts title={type === undefined ? words.unknown : fillSlots(words.title, { type: type.name })}>
        {filled.values.map(({ box, text }) => (
          <Fact key={box} name={box}>
            {text}
          </Fact>
        ))}
      </Facts>
      {lines.length === 0 ? null : (
        <section class={shared.section}>
          <h2>{words.lines}</h2>
          <div class={shared.scroll}>
            <table class={shared.table}>
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.map((line, at) => (
                  // Lines have no identity but their place.
                  <tr key={at}>
                    {line.map((text, column) => (
                      <td key={heads[column] ?? column}>{text}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      {/* What stands in another chain is put right there. */}
      {type === undefined || entry.chain !== state.chains.value?.own ? null : (
        <Further type={type} sequence={entry.sequence} />
      )}
    </>
  );
}

/** What can be entered behind a record. */
function Further({ type, sequence }: { type: RecordType; sequence: number }): JSX.Element {
  const next = type.links.flatMap(({ to, how }) => (how === 'any' ? [] : (recordTypeOfId(to) ?? [])));
  return (
    <p class={`${css.further} ${print.unprinted}`}>
      {next.map(({ id, name }) => (
        <a key={id} href={hashOfRecord({ type: id, behind: { sequence, how: 'follows' } })}>
          {fillSlots(words.next, { type: name })}
        </a>
      ))}
      <a href={hashOfRecord({ type: type.id, behind: { sequence, how: 'replaces' } })}>{words.version}</a>
    </p>
  );
}
