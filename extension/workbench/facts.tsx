import type { ComponentChildren, JSX } from '../ui/preact.ts';
import css from './workbench.module.css';

/** One line of a list of facts; nothing where there is nothing to tell. */
export function Fact(props: { name: string; hint?: string; children: ComponentChildren }): JSX.Element | null {
  if (props.children === '' || props.children === undefined) return null;
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        {props.children} {props.hint === undefined ? null : <small>{props.hint}</small>}
      </dd>
    </>
  );
}

/** A titled list of facts. */
export function Facts(props: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class={css.section}>
      <h2>{props.title}</h2>
      <dl class={css.facts}>{props.children}</dl>
    </section>
  );
}
