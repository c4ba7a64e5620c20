import { AllSettings } from '../../../options/Options.tsx';
import type { JSX } from '../../../ui/preact.ts';
import { hashOf } from '../../route.ts';
import type { ScreenProps } from '../../screen.ts';
import shared from '../../workbench.module.css';
import { SETTINGS } from './words.ts';

/** The same settings as on the browser's own page for them, with the navigation beside them. */
export function SettingsScreen({ title }: ScreenProps): JSX.Element {
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
        <p class={shared.actions}>
          <a href={hashOf('start')}>{SETTINGS.start}</a>
        </p>
      </header>
      <AllSettings />
    </>
  );
}
