import { isInstant } from '../doubts.ts';
import type { SourceSurvey } from './survey.ts';
import type { Strand } from './union.ts';
import { seatsOf } from './who.ts';

/**
 * A clock that was wrong at some time, as far as anything shows it; told, and nothing is put right by it. ahead: a record is
 * registered later than its bundle was exported, or than now; exported: the bundle itself says a time that has not come;
 * set-back: a record is registered earlier than the one before; beside: an export is later than an import of it elsewhere,
 * so one of two clocks was wrong.
 */
export interface ClockDoubt {
  is: 'ahead' | 'exported' | 'set-back' | 'beside';
  /** Labels of the seats of the chain, or the name of the file. */
  who: string;
  /** '' and 0 where it is of no single chain or entry. */
  chain: string;
  sequence: number;
  /** By how much, at least. */
  milliseconds: number;
}

/** Less than this is what every clock does. */
const TOLERANCE = 10 * 60_000;

const later = (one: string, other: string): number =>
  isInstant(one) && isInstant(other) ? Date.parse(one) - Date.parse(other) : 0;

/** What is told of clocks. `now` is by the clock of this computer, ISO date-time UTC. */
export function clockDoubts(strands: readonly Strand[], sources: readonly SourceSurvey[], now: string): ClockDoubt[] {
  const doubts: ClockDoubt[] = [];
  for (const { chain, branch, survey, holdings } of strands) {
    const who = seatsOf(survey);
    const about = { who, chain };
    // The export that has all of it, and the moment of now: nothing was registered behind both.
    const exports = holdings
      .filter(({ sequence }) => sequence === survey.head.sequence)
      .map(({ source }) => sources[source]?.about.exportedAt ?? '');
    const ahead = Math.max(0, ...[now, ...exports].map((time) => later(survey.latestAt, time)));
    if (ahead >= TOLERANCE) doubts.push({ is: 'ahead', ...about, sequence: survey.latest, milliseconds: ahead });
    const [worst] = [...survey.setBack].sort((left, right) => right.milliseconds - left.milliseconds);
    if (branch === 0 && worst !== undefined && worst.milliseconds >= TOLERANCE)
      doubts.push({ is: 'set-back', ...about, ...worst });
    for (const { sequence, registeredAt, sources: imported } of survey.imports) {
      for (const { name, exportedAt } of imported) {
        const milliseconds = later(exportedAt, registeredAt);
        if (milliseconds >= TOLERANCE)
          doubts.push({ is: 'beside', who: `${who}”和“${name}`, chain, sequence, milliseconds });
      }
    }
  }
  for (const { name, about, fingerprint } of sources) {
    const milliseconds = fingerprint === '' ? 0 : later(about.exportedAt, now);
    if (milliseconds >= TOLERANCE) doubts.push({ is: 'exported', who: name, chain: '', sequence: 0, milliseconds });
  }
  return doubts;
}
