import { type JSX, useEffect, useState } from '../ui/preact.ts';
import css from './demo.module.css';
import { DEMO } from './words.ts';

/** The hash under which everything is right. */
const CLEAN = '#clean';

/** A sheet as an OA shows it while a document is drawn up: with faults in it, or put right. Its boxes can be changed. */
export function Demo({ window }: { window: Window }): JSX.Element {
  const [clean, setClean] = useState(window.location.hash === CLEAN);
  useEffect(() => {
    const follow = (): void => setClean(window.location.hash === CLEAN);
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [window]);
  return (
    <>
      <header class={css.note}>
        <span>{DEMO.note}</span>
        <a href={clean ? '#' : CLEAN}>{clean ? DEMO.faulty : DEMO.clean}</a>
      </header>
      <main class={css.sheet}>
        <h1>{`${DEMO.unit}${DEMO.form}`}</h1>
        {/* Drawn anew with each state: what was typed into the other one is gone. */}
        <table key={String(clean)}>
          <tbody>
            {rows().map((row) => (
              <tr key={row[0]?.id}>
                {row.map((box) => [
                  <th key={box.id} scope="row">
                    <label for={box.id}>{box.label}</label>
                  </th>,
                  <td key={`${box.id} value`} colSpan={box.wide ? 3 : 1}>
                    <input id={box.id} defaultValue={clean ? box.clean : box.faulty} autocomplete="off" />
                  </td>,
                ])}
              </tr>
            ))}
            <tr>
              <th scope="row">{DEMO.body}</th>
              <td colSpan={3}>
                {DEMO.paragraphs.map((paragraph) => (
                  <p key={paragraph}>{paragraph}</p>
                ))}
                <p>{DEMO.writtenOn}</p>
              </td>
            </tr>
          </tbody>
        </table>
      </main>
    </>
  );
}

/** Two boxes a row; a wide one has its own. */
function rows(): (typeof DEMO.boxes)[number][][] {
  const made: (typeof DEMO.boxes)[number][][] = [];
  for (const box of DEMO.boxes) {
    const last = made.at(-1);
    if (last === undefined || box.wide || last.length === 2 || last[0]?.wide) made.push([box]);
    else last.push(box);
  }
  return made;
}
