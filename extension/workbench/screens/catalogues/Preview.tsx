import { fillSlots } from '../../../../core/base/text.ts';
import { describeChange } from '../../../../core/exports/changes-words.ts';
import type { PackChange } from '../../../../core/standards/changes.ts';
import type { TableAbout } from '../../../../core/unit/catalogue-file.ts';
import { Button, ToneWord } from '../../../ui/parts.tsx';
import type { JSX } from '../../../ui/preact.ts';
import type { CataloguePreview, CatalogueTouched } from '../../../worker/catalogues.ts';
import { Lines } from '../../Lines.tsx';
import { hashOf } from '../../route.ts';
import shared from '../../workbench.module.css';
import css from './catalogues.module.css';
import { TableAboutForm } from './TableAboutForm.tsx';
import { CHANGE_HEADS, CATALOGUES as WORDS } from './words.ts';

/** A file that was read and is not kept yet. */
export interface Read {
  file: File;
  preview: CataloguePreview;
  /** What of ours it touches; undefined until it was looked for. */
  touched?: CatalogueTouched;
}

const KINDS = Object.keys(CHANGE_HEADS) as PackChange['kind'][];

/** What a catalogue would bring, every row that it would not, and what it changes: nothing is kept before the person says so. */
export function Preview(props: {
  read: Read;
  today: string;
  /** Whether a profile was imported: without one nobody knows what of the unit is touched. */
  hasUnit: boolean;
  /** What goes on just now; '' when nothing does. */
  busy: string;
  change: (about: TableAbout) => void;
  keep: () => void;
  leave: () => void;
}): JSX.Element {
  const { read, today, hasUnit, busy, change, keep, leave } = props;
  const { preview, touched } = read;
  const { head, rows, lost, unconfirmed, remarks, unknown, earlier, changes } = preview;
  const kinds = KINDS.filter((kind) => changes[kind].count > 0);
  const about = { id: head.id, issuedOn: head.issuedOn, source: preview.source };
  return (
    <section class={`${shared.section} ${css.preview}`} aria-label={WORDS.preview} aria-busy={busy !== ''}>
      <h2>{fillSlots(WORDS.previewTitle, { name: read.file.name })}</h2>
      {preview.from === 'table' ? (
        <TableAboutForm
          key={`${read.file.name} ${JSON.stringify(about)}`}
          about={about}
          today={today}
          change={change}
        />
      ) : null}
      <p>
        {fillSlots(lost > 0 ? WORDS.rowsLost : WORDS.rows, { rows, lost })}{' '}
        {fillSlots(WORDS.days, { issued: head.issuedOn, lapses: head.lapsesOn })}
      </p>
      {head.lapsesOn <= today || head.issuedOn > today ? (
        <p>
          <ToneWord tone="look">{head.lapsesOn <= today ? WORDS.isLapsed : WORDS.isToCome}</ToneWord>
        </p>
      ) : null}
      {unconfirmed > 0 ? (
        <p class={shared.quiet}>
          {fillSlots(WORDS.unconfirmed, { count: unconfirmed })}
          {preview.from === 'table' ? WORDS.confirmed : ''}
        </p>
      ) : null}
      {earlier === undefined ? null : <Earlier earlier={earlier} head={head} />}
      <Lines title={WORDS.lost} tone="must" lines={remarks.lost.first} count={remarks.lost.count} />
      <Lines title={WORDS.look} tone="look" lines={remarks.look.first} count={remarks.look.count} />
      <Lines title={WORDS.skipped} lines={remarks.skipped.first} count={remarks.skipped.count} />
      {unknown.length > 0 ? (
        <p class={shared.quiet}>{fillSlots(WORDS.unknown, { heads: unknown.join('、') })}</p>
      ) : null}
      <h3>{WORDS.changesTitle}</h3>
      {kinds.length === 0 ? <p class={shared.quiet}>{WORDS.noChanges}</p> : null}
      {kinds.map((kind) => (
        <Lines
          key={kind}
          title={CHANGE_HEADS[kind]}
          {...(kind === 'status' ? { tone: 'look' as const } : {})}
          lines={changes[kind].first.map(describeChange)}
          count={changes[kind].count}
        />
      ))}
      <h3>{WORDS.touchedTitle}</h3>
      {touched === undefined ? <p class={shared.quiet}>{WORDS.looking}</p> : <Touched touched={touched} />}
      {hasUnit ? null : (
        <p class={shared.quiet}>
          {WORDS.noUnit} <a href={hashOf('unit')}>{WORDS.unitLink}</a>
        </p>
      )}
      <p class={css.row}>
        {rows === 0 ? null : (
          <Button primary busy={busy !== ''} onClick={keep}>
            {WORDS.keep}
          </Button>
        )}
        <Button onClick={leave}>{WORDS.leave}</Button>
        {busy === '' ? null : <span class={shared.quiet}>{busy}</span>}
      </p>
    </section>
  );
}

/** Where something has to be done, and how often nothing has. */
function Touched({ touched }: { touched: CatalogueTouched }): JSX.Element {
  const { lines, settled } = touched;
  const calm = settled.length;
  return (
    <>
      <Lines title={WORDS.touched} tone="look" lines={lines.first} count={lines.count} />
      {lines.count > 0 ? <p class={shared.quiet}>{WORDS.toList}</p> : null}
      {lines.count === 0 && calm === 0 ? <p class={shared.quiet}>{WORDS.noneTouched}</p> : null}
      {calm > 0 ? <p class={shared.quiet}>{fillSlots(WORDS.calm, { count: calm })}</p> : null}
    </>
  );
}

/** Versions as people count them: 9 is before 10. */
const VERSIONS = new Intl.Collator('en', { numeric: true });

/** The kept catalogue whose place it takes: the very same, a later one, or an earlier one, which is told loudest. */
function Earlier(props: {
  earlier: NonNullable<CataloguePreview['earlier']>;
  head: CataloguePreview['head'];
}): JSX.Element {
  const { earlier, head } = props;
  const { id, same, rows, version: keptVersion, issuedOn: kept } = earlier;
  const { version, issuedOn: issued } = head;
  const isOlder = issued < kept || (issued === kept && VERSIONS.compare(version, keptVersion) < 0);
  const sentence = fillSlots(same ? WORDS.same : isOlder ? WORDS.older : WORDS.replaces, {
    ...{ id, rows, kept, keptVersion, issued, version },
  });
  return <p>{isOlder || same ? <ToneWord tone="look">{sentence}</ToneWord> : sentence}</p>;
}
