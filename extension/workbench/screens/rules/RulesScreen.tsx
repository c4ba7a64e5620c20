import { ProblemError } from '../../../../core/base/problems.ts';
import { fillSlots } from '../../../../core/base/text.ts';
import { DOCUMENT_KINDS } from '../../../../core/document/vocabulary.ts';
import { KIND_WORDS } from '../../../../core/document/words.ts';
import { OWN_LIMITS } from '../../../../core/rules/own-limits.ts';
import { ask } from '../../../messages/ask.ts';
import type { InstalledPack, RuleLine } from '../../../messages/settings.ts';
import { download } from '../../../ui/download.ts';
import { FilePicker } from '../../../ui/FilePicker.tsx';
import { Button, LinkButton } from '../../../ui/parts.tsx';
import { type JSX, useEffect, useState } from '../../../ui/preact.ts';
import type { ScreenProps } from '../../screen.ts';
import { SearchBox } from '../../search-parts.tsx';
import type { WorkbenchState } from '../../state.ts';
import shared from '../../workbench.module.css';
import css from './rules.module.css';
import { SAMPLE_PACK } from './sample.ts';
import { RULES_SCREEN as WORDS } from './words.ts';

/** The unit's own rules, their import, and what is checked by itself. */
export function RulesScreen({ state, title }: ScreenProps): JSX.Element {
  return (
    <>
      <header class={shared.head}>
        <h1>{title}</h1>
      </header>
      <Own state={state} />
      <Verdicts state={state} />
      <BuiltIn state={state} />
    </>
  );
}

function Own({ state }: { state: WorkbenchState }): JSX.Element {
  const [note, setNote] = useState('');
  const packs = state.settings.value?.packs;
  const attempt = async (work: () => Promise<string>): Promise<void> => {
    let sentence = '';
    const done = await state.attempt(async () => {
      sentence = await work();
    });
    setNote(done ? sentence : '');
    if (done) state.say(sentence);
  };
  const take = (file: File): void => {
    setNote(WORDS.importing);
    void attempt(async () => {
      // A huge file is refused before it is read into memory.
      const size = Math.ceil(file.size / 1_000_000);
      if (size > OWN_LIMITS.megabytes)
        throw new ProblemError('file-too-large', { name: file.name, size, limit: OWN_LIMITS.megabytes });
      const { name, rules } = await ask('importRules', { name: file.name, text: await file.text() });
      return fillSlots(WORDS.imported, { name, count: rules.length });
    });
  };
  const remove = (id: string, name: string): Promise<void> =>
    attempt(async () => {
      await ask('removeRules', { id });
      return fillSlots(WORDS.removed, { name });
    });
  return (
    <section class={shared.section}>
      <h2>{WORDS.own}</h2>
      {packs?.length === 0 ? <p class={shared.quiet}>{WORDS.none}</p> : null}
      <ul class={css.packs}>
        {packs?.map((installed) => (
          <Pack key={installed.pack.id} installed={installed} remove={remove} />
        ))}
      </ul>
      <FilePicker
        label={WORDS.importLabel}
        drop={WORDS.drop}
        choose={WORDS.choose}
        accept=".json,application/json"
        note={note}
        take={take}
        several={() => setNote(WORDS.one)}
      >
        <p class={shared.quiet}>
          {fillSlots(WORDS.format, { limit: OWN_LIMITS.megabytes })}{' '}
          <LinkButton
            onClick={() => download(WORDS.sampleName, 'application/json', `${JSON.stringify(SAMPLE_PACK, null, 2)}\n`)}
          >
            {WORDS.sample}
          </LinkButton>
          {WORDS.sampleHint}
        </p>
      </FilePicker>
    </section>
  );
}

/** What people said of findings, as a file for the command line. */
function Verdicts({ state }: { state: WorkbenchState }): JSX.Element {
  const { verdicts } = WORDS;
  const [note, setNote] = useState('');
  const onExport = (): void =>
    void state.attempt(async () => {
      const { text, count } = await ask('verdictFile', {});
      if (count > 0) download(verdicts.name, 'application/json', text);
      const said = count > 0 ? fillSlots(verdicts.done, { count }) : verdicts.none;
      setNote(said);
      state.say(said);
    });
  return (
    <section class={shared.section}>
      <h2>{verdicts.title}</h2>
      <p class={shared.quiet}>{verdicts.text}</p>
      <p class={css.export}>
        <Button onClick={onExport}>{verdicts.export}</Button>
        <span>{note}</span>
      </p>
    </section>
  );
}

function Pack(props: { installed: InstalledPack; remove: (id: string, name: string) => Promise<void> }): JSX.Element {
  const { pack, from } = props.installed;
  const { id, name, version, basis, rules } = pack;
  return (
    <li>
      <details>
        <summary>{fillSlots(WORDS.pack, { name, version, count: rules.length })}</summary>
        <ul>
          {rules.map((rule) => (
            <li key={rule.id}>{rule.title}</li>
          ))}
        </ul>
      </details>
      <span class={shared.quiet}>
        {basis === undefined ? WORDS.noBasis : fillSlots(WORDS.basis, { document: basis.document })}
      </span>
      {from === 'policy' ? (
        <span class={shared.quiet}>{WORDS.policy}</span>
      ) : (
        <LinkButton onClick={() => void props.remove(id, name)}>{WORDS.remove}</LinkButton>
      )}
    </li>
  );
}

const basisOf = ({ basis }: RuleLine): string =>
  basis.map(({ document, clause }) => `${document} ${clause}`).join('；');

const kindsOf = ({ kinds }: RuleLine): string =>
  kinds.length === DOCUMENT_KINDS.length ? WORDS.allKinds : kinds.map((kind) => KIND_WORDS[kind]).join('、');

function BuiltIn({ state }: { state: WorkbenchState }): JSX.Element | null {
  const [words, setWords] = useState('');
  const [rules, setRules] = useState<RuleLine[] | undefined>(undefined);
  useEffect(() => {
    void state.attempt(async () => setRules(await ask('rules', {})));
  }, [state]);
  if (rules === undefined) return null;
  const wanted = words.trim();
  const rows = rules.filter((rule) => `${rule.title} ${rule.id} ${basisOf(rule)}`.includes(wanted));
  const { columns } = WORDS;
  return (
    <section class={shared.section}>
      <h2>{fillSlots(WORDS.built, { count: rules.length })}</h2>
      <search class={shared.controls}>
        <SearchBox label={WORDS.searchLabel} placeholder={WORDS.search} words={words} change={setWords} />
      </search>
      {rows.length === 0 ? (
        <p class={shared.quiet}>{WORDS.noMatch}</p>
      ) : (
        <div class={shared.scroll}>
          <table class={`${shared.table} ${css.rules}`}>
            <thead>
              <tr>
                <th scope="col">{columns.title}</th>
                <th scope="col">{columns.kinds}</th>
                <th scope="col">{columns.severity}</th>
                <th scope="col">{columns.basis}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((rule) => (
                <tr key={rule.id}>
                  <th scope="row">{rule.title}</th>
                  <td>{kindsOf(rule)}</td>
                  <td class={css.level}>{WORDS.severities[rule.severity]}</td>
                  <td>{basisOf(rule)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
