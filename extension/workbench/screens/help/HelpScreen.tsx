import { GROUP_WORDS, type GroupId } from '../../../../core/check/summary.ts';
import { demoPage } from '../../../messages/demo.ts';
import { ButtonLink, ToneWord } from '../../../ui/parts.tsx';
import type { ComponentChildren, JSX } from '../../../ui/preact.ts';
import { PRIVACY } from '../../../ui/words.ts';
import { Facts } from '../../facts.tsx';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import shared from '../../workbench.module.css';
import { hashOfAdd } from '../add/place.ts';
import css from './help.module.css';
import { HELP } from './words.ts';

const GROUPS = Object.entries(GROUP_WORDS) as [GroupId, string][];

/** What the words mean, which keys there are, what is read and stored, and how evidence is kept safe. Words only. */
export function HelpScreen({ title }: ScreenProps): JSX.Element {
  return (
    <article class={css.help}>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      <p class={css.ways}>
        <ButtonLink href={demoPage()} apart>
          {HELP.ways.demo}
        </ButtonLink>
        <ButtonLink href={hashOf('start')}>{HELP.ways.start}</ButtonLink>
        <ButtonLink href={hashOfAdd()}>{HELP.ways.add}</ButtonLink>
      </p>
      <Facts title={HELP.groups.title}>
        {GROUPS.map(([id, word]) => [
          <dt key={id}>
            <ToneWord tone={id}>{word}</ToneWord>
          </dt>,
          <dd key={`${id} meaning`}>{HELP.groups[id]}</dd>,
        ])}
      </Facts>
      <Facts title={HELP.keys.title}>
        {HELP.keys.rows.map(({ keys, does }) => [
          <dt key={keys}>
            <kbd>{keys}</kbd>
          </dt>,
          <dd key={`${keys} does`}>{does}</dd>,
        ])}
      </Facts>
      <Lines title={PRIVACY.title} lines={PRIVACY.lines} />
      <Lines title={HELP.backup.title} lines={HELP.backup.lines}>
        <p>
          <a href={hashOf('backup')}>{HELP.backup.link}</a>
        </p>
      </Lines>
    </article>
  );
}

function Lines(props: { title: string; lines: readonly string[]; children?: ComponentChildren }): JSX.Element {
  return (
    <section class={shared.section}>
      <h2>{props.title}</h2>
      <ul class={css.lines}>
        {props.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {props.children}
    </section>
  );
}
