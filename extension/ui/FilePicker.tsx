import css from './file-picker.module.css';
import { Button } from './parts.tsx';
import { type ComponentChildren, type JSX, useEffect, useRef, useState } from './preact.ts';

/** A box into which a file is dropped, with a button to choose one; or several, where they are taken together. */
export function FilePicker(props: {
  /** Its name for a screen reader. */
  label: string;
  drop: string;
  choose: string;
  /** Choosing is not the first thing to do here. */
  second?: boolean;
  /** Endings and types that the browser offers first; all where it is left out. */
  accept?: string;
  /** What came of the last one. */
  note?: string;
  take(file: File): void;
  /** More than one came: takes them all, or says that one at a time is taken. */
  several(files: File[]): void;
  /** Several may be chosen. */
  multiple?: boolean;
  children?: ComponentChildren;
}): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  // A file that misses the box must not take the page's place.
  useEffect(() => {
    const refuse = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
  const take = (files: FileList | null | undefined): void => {
    const [file, second] = files ?? [];
    if (second !== undefined) props.several([...(files ?? [])]);
    else if (file !== undefined) props.take(file);
  };
  return (
    <section
      class={`${css.drop} ${over ? css.over : ''}`}
      aria-label={props.label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <p class={css.choose}>
        <span>{props.drop}</span>
        <Button primary={props.second !== true} onClick={() => picker.current?.click()}>
          {props.choose}
        </Button>
        <input
          ref={picker}
          type="file"
          multiple={props.multiple ?? false}
          {...(props.accept === undefined ? {} : { accept: props.accept })}
          hidden
          onChange={(event) => {
            take(event.currentTarget.files);
            // The same file can be chosen again after it was mended.
            event.currentTarget.value = '';
          }}
        />
        {props.note === undefined ? null : <strong>{props.note}</strong>}
      </p>
      {props.children}
    </section>
  );
}
