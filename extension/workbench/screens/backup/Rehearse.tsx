import { type Problem, problemOf } from '../../../../core/base/problems.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Button, Notice, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import type { Rehearsal } from '../../../worker/backup.ts';
import { backupWork } from '../../../worker/client.ts';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './backup.module.css';
import { BACKUP } from './words.ts';

const { rehearsal: WORDS } = BACKUP;

/** Where a rehearsal stands. */
type Stage =
  | { is: 'nothing' }
  | { is: 'working'; count: number }
  | { is: 'done'; rehearsal: Rehearsal }
  | { is: 'failed'; problem: Problem };

/** Restores a backup where it does no harm, and tells what would have come back. */
export function Rehearse({ state }: { state: WorkbenchState }): JSX.Element {
  const [stage, setStage] = useState<Stage>({ is: 'nothing' });
  const files = state.backup.state.value?.files ?? 0;
  const rehearse = async (fileOf: () => Promise<File> | File): Promise<void> => {
    setStage({ is: 'working', count: 0 });
    try {
      const file = await fileOf();
      const rehearsal = await backupWork.rehearse(file, file.name, (count) => setStage({ is: 'working', count }));
      setStage({ is: 'done', rehearsal });
      state.say(sentencesOf(rehearsal).join(''));
    } catch (error) {
      setStage({ is: 'failed', problem: problemOf(error) });
    }
  };
  const working = stage.is === 'working';
  return (
    <section class={shared.section}>
      <h2>{WORDS.title}</h2>
      {files > 0 ? (
        <p class={css.action}>
          <Button busy={working} onClick={() => void rehearse(backupWork.newestBackup)}>
            {WORDS.newest}
          </Button>
        </p>
      ) : null}
      <FilePicker
        label={WORDS.label}
        drop={BACKUP.restore.drop}
        choose={WORDS.choose}
        second
        accept=".zip,.jsonl,.json"
        take={(file) => void rehearse(() => file)}
        several={() => state.say(BACKUP.restore.one)}
      >
        <p class={shared.quiet}>{WORDS.how}</p>
      </FilePicker>
      {working ? <p>{fillSlots(WORDS.working, { count: stage.count })}</p> : null}
      {stage.is === 'failed' ? <Notice>{stage.problem.message}</Notice> : null}
      {stage.is === 'done' ? (
        <div class={css.done}>
          {sentencesOf(stage.rehearsal).map((sentence, at) => (
            <p key={sentence}>
              {at === 0 ? <ToneWord tone={isGood(stage.rehearsal) ? 'fine' : 'look'}>{sentence}</ToneWord> : sentence}
            </p>
          ))}
        </div>
      ) : null}
    </section>
  );
}

const isGood = ({ restored }: Rehearsal): boolean => restored !== undefined && restored.different.length === 0;

/** What a rehearsal found, in sentences; the first one is the outcome. */
function sentencesOf({ name, comparison, restored }: Rehearsal): string[] {
  const { bundle, own, hindrance } = comparison;
  if (restored === undefined) return [WORDS.bad, ...(hindrance === 'faulty' ? [bundle.report.message] : [])];
  const { count, same, different, redactedSince } = restored;
  const list = different.join('、');
  const beside = own.chain === bundle.head.chain;
  return [
    fillSlots(WORDS.good, { name, count }),
    ...(different.length > 0 ? [fillSlots(WORDS.different, { count: different.length, list })] : []),
    beside ? fillSlots(WORDS.same, { count: same }) : own.sequence > 0 ? WORDS.other : '',
    beside && own.sequence > count ? fillSlots(WORDS.news, { count: own.sequence - count }) : '',
    redactedSince > 0 ? fillSlots(WORDS.redacted, { count: redactedSince }) : '',
  ].filter((sentence) => sentence !== '');
}
