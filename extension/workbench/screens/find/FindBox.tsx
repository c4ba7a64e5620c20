import { type JSX, useEffect, useRef, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { WorkbenchState } from '../../state.ts';
import css from './find.module.css';
import { focusFirst, isTyping } from './keys.ts';
import { FIND } from './words.ts';

/**
 * The box over every screen. Enter goes to what is found; there, it follows each letter, and Enter goes to the first that was
 * found. `/` and Ctrl+K lead to it.
 */
export function FindBox({ state }: { state: WorkbenchState }): JSX.Element {
  const { screen, parameter = '' } = state.route.value;
  const isHere = screen === 'find';
  const box = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  useEffect(() => {
    // Whoever is typing is ahead of the address.
    if (!isHere) setWords('');
    else if (document.activeElement !== box.current) setWords(parameter);
  }, [isHere, parameter]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const asks = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey;
      const jumps = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!(asks || jumps) || event.isComposing) return;
      if (isTyping(document) && !(jumps && document.activeElement === box.current)) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const change = (typed: string, isComposing: boolean): void => {
    setWords(typed);
    // Letters of a word that is still being composed are no words.
    if (isHere && !isComposing) window.location.replace(hashOf('find', typed || undefined));
  };
  return (
    <search class={css.box} aria-label={FIND.box}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isHere) focusFirst(document);
          else if (words.trim() !== '') window.location.hash = hashOf('find', words);
        }}
      >
        <input
          ref={box}
          type="text"
          aria-label={FIND.box}
          aria-keyshortcuts="/ Control+K"
          placeholder={FIND.box}
          title={FIND.boxHint}
          enterkeyhint="search"
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          value={words}
          onInput={(event) => change(event.currentTarget.value, event.isComposing)}
          onCompositionEnd={(event) => change(event.currentTarget.value, false)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.isComposing || !focusFirst(document)) return;
            event.preventDefault();
          }}
        />
      </form>
    </search>
  );
}
