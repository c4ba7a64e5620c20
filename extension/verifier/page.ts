import { blobBytes } from '../../core/base/byte-source.ts';
import { chinaTime } from '../../core/base/dates.ts';
import { ProblemError } from '../../core/base/problems.ts';
import { fillSlots } from '../../core/base/text.ts';
import { readBundle } from '../../core/ledger/bundle/read.ts';
import type { BundleRead } from '../../core/ledger/bundle/reading.ts';
import { isInstant } from '../../core/ledger/doubts.ts';
import { VERIFIER } from './words.ts';

/*
 * A page for whoever was handed a bundle: it opens from a disk in any browser, loads nothing and sends nothing. All that it shows
 * comes out of a file that anybody may have written: it is put in as text.
 */

/** A number and the first digits of a hash, as they stand on a signed sheet. */
interface Witness {
  sequence: number;
  digits: string;
}

/** Labels of seats that are told. */
const SEATS = 20;
const FEWEST_DIGITS = 16;

/** What was read, and what of the witness was met on the way. */
interface Verified {
  read: BundleRead;
  seats: string[];
  /** Hashes of the entries with the witness's number, one of each chain. */
  met: string[];
}

async function verify(file: File, witness: Witness | undefined, told: (count: number) => void): Promise<Verified> {
  const reading = readBundle(blobBytes(file, file.name), file.name, { now: new Date().toISOString() });
  const seats = new Set<string>();
  const met: string[] = [];
  let count = 0;
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) {
    if (next.value.is !== 'records') continue;
    for (const { entry } of next.value.records) {
      count += 1;
      if (seats.size < SEATS) seats.add(entry.actor);
      if (entry.sequence === witness?.sequence) met.push(entry.hash);
    }
    told(count);
  }
  return { read: next.value, seats: [...seats], met };
}

/** An element with text in it. */
function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  if (className !== '') element.className = className;
  return element;
}

const timeOf = (instant: string): string =>
  isInstant(instant) ? chinaTime(instant).slice(0, 16).replace('T', ' ') : VERIFIER.facts.none;

/** What a witness says of what was read; undefined where none was given. */
function witnessWords(
  witness: Witness | undefined,
  met: readonly string[],
): { good: boolean; words: string } | undefined {
  if (witness === undefined) return undefined;
  const { witness: words } = VERIFIER;
  const good = met.some((hash) => hash.startsWith(witness.digits));
  const sentence = good ? words.found : met.length === 0 ? words.missing : words.different;
  return { good, words: fillSlots(sentence, { sequence: witness.sequence }) };
}

/** The outcome: the sentence, what has to be known beside it, the facts, and what this can and cannot show. */
function draw({ read: { about, digest, report }, seats, met }: Verified, witness: Witness | undefined): HTMLElement {
  const said = witnessWords(witness, met);
  const good = report.ok && said?.good !== false;
  const outcome = make('section', '', good ? 'outcome' : 'outcome bad');
  outcome.setAttribute('role', 'status');
  const sentence = make('p');
  sentence.append(make('strong', report.message));
  outcome.append(sentence);
  if (said !== undefined) outcome.append(make('p', said.words));
  for (const note of report.notes) outcome.append(make('p', note));
  const { facts } = VERIFIER;
  const list = make('dl');
  const fact = (name: string, value: string): void => void list.append(make('dt', name), make('dd', value));
  fact(facts.unit, about?.unit || facts.none);
  fact(facts.exportedAt, timeOf(about?.exportedAt ?? ''));
  fact(facts.seats, seats.join('、') || facts.none);
  for (const { chain, count, head } of report.chains) {
    fact(facts.chain, chain);
    fact(facts.count, String(count));
    fact(facts.head, fillSlots(facts.headAt, { ...head }));
  }
  if (digest !== undefined) fact(facts.fingerprint, digest);
  outcome.append(list, make('p', report.limits, 'quiet'));
  return outcome;
}

/** The witness that was typed in; '' where nothing was, undefined where it is none. */
function witnessOf(sequence: string, digits: string): Witness | '' | undefined {
  const hash = digits.replace(/[\s-]/g, '').toLowerCase();
  if (sequence.trim() === '' && hash === '') return '';
  const number = Number(sequence);
  const right = /^[0-9a-f]+$/.test(hash) && hash.length >= FEWEST_DIGITS && hash.length <= 64;
  return right && Number.isSafeInteger(number) && number > 0 ? { sequence: number, digits: hash } : undefined;
}

function start(root: HTMLElement): void {
  const { witness: words } = VERIFIER;
  const drop = make('section', '', 'drop');
  const picker = make('input');
  picker.type = 'file';
  picker.accept = '.zip,.jsonl,.json';
  // The browser's own words beside it would be in its language.
  const choose = make('label', VERIFIER.choose, 'choose');
  choose.append(picker);
  drop.append(choose, make('p', VERIFIER.drop, 'quiet'));
  const form = make('form');
  const box = (text: string, id: string): HTMLInputElement => {
    const label = make('label', text);
    const input = make('input');
    input.id = id;
    label.append(input);
    form.append(label);
    return input;
  };
  const [sequence, digits] = [box(words.sequence, 'sequence'), box(words.digits, 'digits')];
  form.addEventListener('submit', (event) => event.preventDefault());
  const result = make('div');

  let run = 0;
  const take = async (file: File): Promise<void> => {
    run += 1;
    const own = run;
    const show = (element: HTMLElement): void => {
      if (own === run) result.replaceChildren(element);
    };
    const bad = (sentence: string): HTMLElement => {
      const section = make('section', '', 'outcome bad');
      section.setAttribute('role', 'alert');
      section.append(make('p', sentence));
      return section;
    };
    const witness = witnessOf(sequence.value, digits.value);
    if (witness === undefined) return show(bad(words.wrong));
    if (typeof DecompressionStream === 'undefined' && /\.zip$/i.test(file.name)) return show(bad(VERIFIER.tooOld));
    const tell = (count: number): void => show(make('p', fillSlots(VERIFIER.working, { count })));
    tell(0);
    const asked = witness === '' ? undefined : witness;
    try {
      show(draw(await verify(file, asked, tell), asked));
    } catch (error) {
      show(bad(error instanceof ProblemError ? error.problem.message : VERIFIER.unreadable));
    }
  };
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? [];
    if (file !== undefined) void take(file);
    // The same file may be chosen once more, with a witness.
    picker.value = '';
  });
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.classList.add('over');
  });
  document.addEventListener('dragleave', () => drop.classList.remove('over'));
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) void take(file);
  });
  root.append(
    make('h1', VERIFIER.title),
    make('p', VERIFIER.lead),
    drop,
    make('h2', words.title),
    make('p', words.why, 'quiet'),
    form,
    result,
  );
}

const root = document.getElementById('root');
if (root !== null) start(root);
