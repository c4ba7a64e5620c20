import { Calm } from './parts.tsx';
import { type JSX, useEffect, useState } from './preact.ts';
import { COMMON } from './words.ts';

type Component<Props> = (props: Props) => JSX.Element | null;

/** A component that is loaded when it is first drawn. Until it is there nothing is drawn in its place. */
export function lazily<Props extends object>(load: () => Promise<Component<Props>>): Component<Props> {
  let Loaded: Component<Props> | undefined;
  return function Lazily(props) {
    const [, draw] = useState(false);
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (Loaded !== undefined) return;
      load().then(
        (component) => {
          Loaded = component;
          draw(true);
        },
        (error: unknown) => {
          // The files of another version: this page was open while the extension was renewed.
          console.error(error);
          setFailed(true);
        },
      );
    }, []);
    if (failed) return <Calm title={COMMON.renewed.title}>{COMMON.renewed.text}</Calm>;
    return Loaded === undefined ? null : <Loaded {...props} />;
  };
}
