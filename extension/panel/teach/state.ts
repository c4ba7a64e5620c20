import { problemOf } from '../../../core/base/problems.ts';
import type { Understood } from '../../../core/readers/taught/look.ts';
import type { MappedField } from '../../../core/readers/taught/mapping.ts';
import type { TriedField } from '../../../core/readers/taught/teach.ts';
import { browser } from '../../browser.ts';
import { ask } from '../../messages/ask.ts';
import { readPointing, TEACH_PORT } from '../../messages/teaching.ts';
import { type ReadonlySignal, signal } from '../../ui/preact.ts';
import type { PanelState } from '../state.ts';

/** One lesson: a form that is being taught. Ends with the panel, the page, or the person. */
export interface Lesson {
  stage: ReadonlySignal<'starting' | 'pointing' | 'looking' | 'paused' | 'over'>;
  /** Why the last place that was pointed at is nothing; '' where it is something. */
  said: ReadonlySignal<string>;
  /** What was pointed at last, in the ways in which it can be understood; [] while nothing is asked. */
  understood: ReadonlySignal<readonly Understood[]>;
  fields: ReadonlySignal<readonly MappedField[]>;
  /** What the fields would read now. */
  tried: ReadonlySignal<readonly TriedField[]>;
  /** Of the mapping that is taught further; '' for a new one. */
  name: ReadonlySignal<string>;
  canUndo: ReadonlySignal<boolean>;
  resume(): void;
  /** Says what the place is that was pointed at. */
  teach(place: Understood, role: MappedField['role']): Promise<void>;
  /** Forgets what was pointed at. */
  leave(): void;
  remove(index: number): Promise<void>;
  undo(): Promise<void>;
  /** True when it was kept. */
  keep(name: string): Promise<boolean>;
  end(): void;
}

/** Begins a lesson on the page of a tab. @param over hears that the page went away under it */
export function beginLesson(panel: PanelState, tabId: number, over: () => void): Lesson {
  const stage = signal<'starting' | 'pointing' | 'looking' | 'paused' | 'over'>('starting');
  const understood = signal<readonly Understood[]>([]);
  const fields = signal<readonly MappedField[]>([]);
  const tried = signal<readonly TriedField[]>([]);
  const name = signal('');
  const canUndo = signal(false);
  const said = signal('');
  let id = '';
  let port: { disconnect(): void } | undefined;
  const before: (readonly MappedField[])[] = [];

  const isOver = (): boolean => stage.value === 'over';
  const tryNow = async (): Promise<void> => {
    tried.value = await ask('tryTaught', { tabId, fields: [...fields.value] });
  };
  const change = async (next: readonly MappedField[]): Promise<void> => {
    before.push(fields.value);
    canUndo.value = true;
    fields.value = next;
    await panel.attempt(tryNow);
  };
  const look = async (pointed: { frame: string; paths: string[] }): Promise<void> => {
    stage.value = 'looking';
    said.value = '';
    try {
      understood.value = await ask('lookAt', { tabId, ...pointed, fields: [...fields.value] });
    } catch (error) {
      // Said where the person looks, and gone with the next click.
      understood.value = [];
      said.value = problemOf(error).message;
    }
    if (!isOver()) stage.value = 'pointing';
  };
  const close = (): void => {
    const open = port;
    port = undefined;
    open?.disconnect();
  };
  const connect = (): void => {
    close();
    const own = browser.tabs.connect(tabId, { name: TEACH_PORT, frameId: 0 });
    port = own;
    stage.value = 'pointing';
    own.onMessage.addListener((message) => {
      const told = port === own ? readPointing(message) : undefined;
      if (told === undefined) return;
      if ('pointed' in told) void look(told.pointed);
      else {
        close();
        stage.value = 'paused';
      }
    });
    own.onDisconnect.addListener(() => {
      if (port !== own) return;
      port = undefined;
      end();
      over();
    });
  };
  const end = (): void => {
    stage.value = 'over';
    close();
  };
  void panel.attempt(async () => {
    panel.hideMarks();
    try {
      const on = await ask('beginTeaching', { tabId });
      if (isOver()) return;
      ({ id } = on);
      name.value = on.name;
      fields.value = on.fields;
      connect();
    } catch (error) {
      end();
      over();
      throw error;
    }
    await tryNow();
  });

  return {
    ...{ stage, said, understood, fields, tried, name, canUndo },
    resume: connect,
    async teach({ locators }, role) {
      understood.value = [];
      const taught = { role, locators };
      const place = JSON.stringify(locators);
      await change([...fields.value.filter((field) => JSON.stringify(field.locators) !== place), taught]);
    },
    leave() {
      understood.value = [];
    },
    remove: (index) => change(fields.value.filter((_, at) => at !== index)),
    async undo() {
      const last = before.pop();
      canUndo.value = before.length > 0;
      if (last === undefined) return;
      fields.value = last;
      await panel.attempt(tryNow);
    },
    async keep(called) {
      let kept = false;
      await panel.attempt(async () => {
        await ask('keepTaught', { tabId, id, name: called, fields: [...fields.value] });
        kept = true;
      });
      if (kept) end();
      return kept;
    },
    end,
  };
}
