import { fillSlots } from '../../../../core/base/text.ts';
import { BACKUPS_KEPT } from '../../../../core/ledger/backup-due.ts';
import { hasFolders } from '../../../exports/backup.ts';
import { Button, LinkButton, Notice, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import type { WorkbenchState } from '../../state.ts';
import { WORKBENCH } from '../../words.ts';
import shared from '../../workbench.module.css';
import css from './backup.module.css';
import { BACKUP } from './words.ts';

const { auto: WORDS } = BACKUP;

/** Backups without being asked for: into a folder that the person chooses once, or into the downloads. */
export function AutoBackup({ state }: { state: WorkbenchState }): JSX.Element {
  const { backup } = state;
  const [said, setSaid] = useState('');
  useEffect(() => void backup.look(), [backup, state.head.value]);
  const stands = backup.state.value;
  const trouble = backup.trouble.value;
  const working = backup.working.value;
  const tell = (sentence: string): void => {
    setSaid(sentence);
    state.say(sentence);
  };
  const made = (): void => tell(backup.trouble.peek() === undefined ? WORDS.made : '');
  const choose = async (): Promise<void> => {
    if (await backup.choose()) made();
  };
  const stop = async (): Promise<void> => {
    await backup.plan('off');
    tell(WORDS.stopped);
  };
  return (
    <section class={shared.section}>
      <h2>{WORDS.title}</h2>
      {stands === undefined ? (
        <p>{WORKBENCH.loading}</p>
      ) : (
        <>
          <p>
            {stands.how === 'off' ? (
              <ToneWord tone="look">{WORDS.off}</ToneWord>
            ) : stands.how === 'folder' ? (
              fillSlots(WORDS.folder, { name: stands.folder, count: stands.files })
            ) : (
              WORDS.downloads
            )}
          </p>
          {stands.how === 'folder' && !stands.allowed ? (
            <p>
              <ToneWord tone="look">{WORDS.asks}</ToneWord>{' '}
              <Button onClick={() => void backup.allow()}>{WORDS.allow}</Button>
            </p>
          ) : null}
          <p class={css.action}>
            {hasFolders() ? (
              <Button primary={stands.how === 'off'} busy={working} onClick={() => void choose()}>
                {stands.how === 'folder' ? WORDS.another : WORDS.choose}
              </Button>
            ) : stands.how === 'off' ? (
              <Button primary busy={working} onClick={() => void backup.plan('downloads')}>
                {WORDS.toDownloads}
              </Button>
            ) : null}
            {stands.how === 'folder' && stands.allowed ? (
              <Button busy={working} onClick={() => void backup.make().then(made)}>
                {working ? WORDS.working : WORDS.now}
              </Button>
            ) : null}
            {stands.how === 'off' ? null : <LinkButton onClick={() => void stop()}>{WORDS.stop}</LinkButton>}
          </p>
        </>
      )}
      {trouble ? <Notice>{trouble.message}</Notice> : null}
      {said && !trouble ? (
        <p>
          <ToneWord tone="fine">{said}</ToneWord>
        </p>
      ) : null}
      <p class={shared.quiet}>
        {hasFolders() ? fillSlots(WORDS.folderHow, { kept: BACKUPS_KEPT }) : WORDS.downloadsHow}
      </p>
    </section>
  );
}
