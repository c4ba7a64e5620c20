import { fillSlots } from '../../core/base/text.ts';
import { LinkButton, ToneWord } from '../ui/parts.tsx';
import { type JSX, useState } from '../ui/preact.ts';
import { WORKBENCH } from './words.ts';
import shared from './workbench.module.css';

/** Lines that are shown before somebody asks for all of them. */
const FEW = 8;

/**
 * Some lines under a heading that counts them ({count}), and the rest for who asks; without a tone all of them only then.
 * @param count how many there are in all, where not all of them are here
 */
export function Lines(props: {
  title: string;
  tone?: 'must' | 'look';
  lines: readonly string[];
  count?: number;
}): JSX.Element | null {
  const { title, tone, lines, count = lines.length } = props;
  const [all, setAll] = useState(false);
  if (count === 0) return null;
  const heading = fillSlots(title, { count });
  const shown = all ? lines : lines.slice(0, tone === undefined ? 0 : FEW);
  return (
    <div>
      <p>
        {tone === undefined ? heading : <ToneWord tone={tone}>{heading}</ToneWord>}{' '}
        {shown.length < lines.length || all ? (
          <LinkButton expanded={all} onClick={() => setAll(!all)}>
            {all ? WORKBENCH.fewer : WORKBENCH.more}
          </LinkButton>
        ) : null}
      </p>
      {shown.length === 0 ? null : (
        <ul class={shared.lines}>
          {shown.map((line, at) => (
            // The same may be said of several rows.
            <li key={at}>{line}</li>
          ))}
        </ul>
      )}
      {shown.length === lines.length && lines.length < count ? (
        <p class={shared.quiet}>{fillSlots(WORKBENCH.firstOnes, { most: lines.length })}</p>
      ) : null}
    </div>
  );
}
