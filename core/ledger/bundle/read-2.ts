import { LIMITS } from '../limits.ts';
import { reportOn } from '../report.ts';
import { makeFault, outsideFault } from '../verify.ts';
import { type AskedOfBundle, optionsFor } from './format.ts';
import { type BundleAbout, type ChainEnd, digestOf, type Part, readFirst, readPart } from './format-2.ts';
import { type Line, linesOf } from './lines.ts';
import type { BundleReading } from './reading.ts';
import { emptySection, endReport, type Section, takeSections } from './sections.ts';

/** Reads a bundle of the second format, line by line. Throws and takes the same as `readBundle`. */
export async function* readSecondFormat(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  asked: AskedOfBundle,
): BundleReading {
  let about: BundleAbout | undefined;
  let last: Extract<Part, { is: 'last' }> | undefined;
  const reading = takeSections(name, () => optionsFor(asked, about?.exportedAt));
  /** False for a line that is none of this format, or stands where it cannot. */
  const take = async (line: Uint8Array): Promise<boolean> => {
    const part = last === undefined ? readPart(line) : undefined;
    if (part?.is === 'last') last = part;
    return part !== undefined && (part.is === 'last' || (await reading.take(part)));
  };
  let wrong: Line | undefined;
  for await (const lines of linesOf(pieces, name, LIMITS.line)) {
    for (const line of lines) {
      if (line.number === 1 && line.ended) about = readFirst(line.bytes);
      else if (!line.ended || !(await take(line.bytes))) wrong = line;
      // Few lines make something known, and there are many.
      if (reading.parts.length > 0) yield* reading.parts.splice(0);
      if (wrong !== undefined) break;
    }
    if (wrong !== undefined) break;
  }
  const { sections } = reading;
  await reading.end();
  yield* reading.parts.splice(0);
  const rest = { witness: asked.witness, exportedAt: about?.exportedAt };
  const told = about === undefined ? {} : { about };

  if (wrong !== undefined || last === undefined) {
    const chains = sections.map(({ check }, index) => check.end(undefined, index === sections.length - 1));
    const fault =
      wrong?.ended === true
        ? makeFault('line-wrong', '', 0, { line: wrong.number })
        : makeFault('file-cut', '', 0, { last: chains.at(-1)?.head.sequence ?? 0 });
    return { ...told, report: reportOn(chains, { ...rest, fault }) };
  }
  const ends = last.chains;
  // A chain that only the last line names has lost all its entries.
  const lost = ends.filter(({ chain }) => sections.every((one) => one.chain !== chain));
  const all = [...sections, ...lost.map(({ chain }) => emptySection(chain))];
  const endOf = ({ chain }: Section, at: number): ChainEnd | undefined =>
    ends[at]?.chain === chain ? ends[at] : ends.find((end) => end.chain === chain);
  const chains = all.map((section, at) => endReport(section, endOf(section, at)));
  const twice = sections.find(({ chain }, at) => sections.findIndex((one) => one.chain === chain) < at);
  const inOrder = sections.every(({ chain }, at) => ends[at]?.chain === chain);
  const whole = inOrder && about !== undefined && digestOf(about, ends) === last.digest;
  const fault = outsideFault({ whole, twice: twice?.chain, chains: chains.length });
  return { ...told, digest: last.digest, report: reportOn(chains, { ...rest, fault }) };
}
