import type { RecordPayload } from '../../../../../core/evidence/record.ts';
import { judgedWith } from '../../../../messages/settings.ts';
import { ToneWord } from '../../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../../ui/preact.ts';
import { recordWork } from '../../../../worker/client.ts';
import type { FileGroup } from '../../../../worker/read-file.ts';
import type { WorkbenchState } from '../../../state.ts';
import shared from '../../../workbench.module.css';
import css from './record.module.css';
import { RECORD } from './words.ts';

/** Milliseconds without a key before the rules look. */
const PAUSE = 400;

/** What the rules say of the record as it stands now. */
export function Missing(props: { state: WorkbenchState; record: RecordPayload; blank: boolean }): JSX.Element {
  const { state, record, blank } = props;
  const [groups, setGroups] = useState<FileGroup[] | undefined>(undefined);
  const text = JSON.stringify(record);
  const settings = state.settings.value;
  useEffect(() => {
    if (blank) {
      setGroups(undefined);
      return;
    }
    let left = false;
    const timer = window.setTimeout(() => {
      void recordWork.recordFindings(JSON.parse(text), judgedWith(settings)).then(
        (found) => {
          if (!left) setGroups(found);
        },
        (error) => state.failed(error),
      );
    }, PAUSE);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [state, text, blank, settings]);
  const words = RECORD.missing;
  const told = (groups ?? []).filter(({ sentences }) => sentences.length > 0);
  return (
    <section class={css.missing} aria-label={words.title} aria-live="polite">
      <h2>{words.title}</h2>
      {groups === undefined ? (
        <p class={shared.quiet}>{words.nothing}</p>
      ) : told.length === 0 ? (
        <p>{words.clean}</p>
      ) : (
        <>
          {told.map(({ id, sentences }) => (
            <div key={id}>
              <ToneWord tone={id}>{words.groups[id]}</ToneWord>
              <ul>
                {sentences.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </div>
          ))}
          <p class={shared.quiet}>{words.hint}</p>
        </>
      )}
    </section>
  );
}
