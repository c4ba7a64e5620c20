import { type JSX, render, useEffect, useRef } from '../../ui/preact.ts';
import css from './print.module.css';

/** What only the printed page shows. It is drawn as it is at the moment of printing, however that was asked for. */
export function WhenPrinted({ children }: { children: () => JSX.Element }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const newest = useRef(children);
  newest.current = children;
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    // The browser waits for nothing: what is to be printed has to stand there when this returns.
    const draw = (): void => render(newest.current(), element);
    const clear = (): void => render(null, element);
    window.addEventListener('beforeprint', draw);
    window.addEventListener('afterprint', clear);
    return () => {
      window.removeEventListener('beforeprint', draw);
      window.removeEventListener('afterprint', clear);
      clear();
    };
  }, []);
  return <div ref={place} class={css.printed} />;
}
