import { chinaDay } from '../../../../core/base/dates.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { inPostOn } from '../../../../core/unit/posts.ts';
import type { UnitProfile } from '../../../../core/unit/profile.ts';
import { Calm } from '../../../ui/parts.tsx';
import { type JSX, useState } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import { DayBox } from '../../search-parts.tsx';
import { TableHead } from '../../TableHead.tsx';
import shared from '../../workbench.module.css';
import { UNIT } from './words.ts';

const words = UNIT.inPost;

/** Its name in the address, behind that of the screen. */
export const IN_POST = 'in-post';

/** Who held which post on a day. */
export function InPost({ unit }: { unit: UnitProfile }): JSX.Element {
  const today = chinaDay(new Date().toISOString());
  const [day, setDay] = useState(today);
  const holders = inPostOn(unit, day);
  const people = new Set(holders.map(({ person }) => person)).size;
  return (
    <>
      <header class={shared.head}>
        <h1>{words.title}</h1>
        <p class={shared.actions}>
          <a href={hashOf('unit', 'people')}>{words.back}</a>
        </p>
      </header>
      <search class={shared.controls}>
        <DayBox label={words.day} day={day} today={today} change={setDay} />
        <span role="status">{fillSlots(words.count, { people, posts: holders.length })}</span>
      </search>
      {holders.length === 0 ? (
        <Calm title={words.none} />
      ) : (
        <div class={shared.scroll}>
          <table class={shared.table}>
            <TableHead of={['person', 'post', 'period']} words={words.columns} />
            <tbody>
              {holders.map(({ person, post }, at) => (
                // Somebody may hold one post twice.
                <tr key={at}>
                  <th scope="row">{person}</th>
                  <td>{post.name}</td>
                  <td>{fillSlots(words.period, { from: post.from ?? words.open, to: post.to ?? words.still })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class={shared.quiet}>{words.hint}</p>
    </>
  );
}
