import { fillSlots } from '../../../../core/base/text.ts';
import { LinkButton, ToneWord } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import shared from '../../workbench.module.css';
import { sizeText } from '../add/size.ts';
import { BACKUP } from './words.ts';

const { keeping: WORDS } = BACKUP;

/** Bytes below which the room that is left is little. */
const LITTLE = 200_000_000;

/** What the browser says of its storage. */
interface Storage {
  persisted: boolean;
  used?: number;
  free?: number;
}

async function look(): Promise<Storage> {
  const { storage } = navigator;
  const [persisted, { usage, quota }] = await Promise.all([storage.persisted(), storage.estimate()]);
  return {
    persisted,
    ...(usage === undefined || quota === undefined ? {} : { used: usage, free: Math.max(0, quota - usage) }),
  };
}

/** Whether the browser promised to keep what is kept, and how much room is left. It is asked for the promise when this is first shown. */
export function Keeping(): JSX.Element | null {
  const [storage, setStorage] = useState<Storage | undefined>(undefined);
  const ask = async (): Promise<void> => {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
    setStorage(await look());
  };
  useEffect(() => void ask().catch(() => undefined), []);
  if (storage === undefined) return null;
  const { persisted, used, free } = storage;
  return (
    <section class={shared.section}>
      <h2>{WORDS.title}</h2>
      <p>
        {persisted ? (
          WORDS.persisted
        ) : (
          <>
            {WORDS.notPersisted} <LinkButton onClick={() => void ask()}>{WORDS.ask}</LinkButton>
          </>
        )}
      </p>
      <p>
        {used === undefined || free === undefined
          ? WORDS.unknown
          : fillSlots(WORDS.used, { used: sizeText(used), free: sizeText(free) })}
      </p>
      {free !== undefined && free < LITTLE ? (
        <p>
          <ToneWord tone="look">{WORDS.little}</ToneWord>
        </p>
      ) : null}
    </section>
  );
}
