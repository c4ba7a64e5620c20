import { buildExtension } from '../build.ts';
import { appendBench } from './append.ts';
import { captureBench } from './capture.ts';
import { checkVsAxeBench } from './check-vs-axe.ts';
import { cliManyBench, cliStartBench } from './cli.ts';
import { contentScriptBench } from './content-script.ts';
import { docxBench } from './docx.ts';
import { guardBench } from './guard.ts';
import { ledgerBench } from './ledger.ts';
import { longestTaskBench } from './longest-task.ts';
import { matrixBench } from './matrix.ts';
import { memoryBench } from './memory.ts';
import { mergeBench } from './merge.ts';
import { ofdBench } from './ofd.ts';
import { panelBench } from './panel.ts';
import { pdfBench } from './pdf.ts';
import type { BenchRow } from './row.ts';
import { rulesBench } from './rules.ts';
import { scaleBench } from './scale.ts';
import { standardsBench } from './standards.ts';

/** Each measures one thing and needs nothing of the others. They run one after another: two at once would measure each other. */
const BENCHES: readonly (() => Promise<BenchRow[]>)[] = [
  captureBench,
  checkVsAxeBench,
  longestTaskBench,
  guardBench,
  memoryBench,
  appendBench,
  ledgerBench,
  mergeBench,
  contentScriptBench,
  panelBench,
  matrixBench,
  rulesBench,
  docxBench,
  ofdBench,
  pdfBench,
  cliStartBench,
  cliManyBench,
  standardsBench,
  scaleBench,
];

/** Words of the command line choose benches by how their names begin: `npm run bench -- guard content-script`. */
const plain = (name: string): string => name.toLowerCase().replaceAll('-', '');
const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const chosen = BENCHES.filter(
  ({ name }) => words.length === 0 || words.some((word) => plain(name).startsWith(plain(word))),
);

process.stderr.write('build …\n');
buildExtension();
const rows: BenchRow[] = [];
for (const bench of chosen) {
  process.stderr.write(`${bench.name} …\n`);
  rows.push(...(await bench()));
}
if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`);
} else {
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.id,
        {
          value: `${row.value} ${row.unit}`,
          reference: `${row.reference}: ${row.referenceValue} ${row.unit}`,
          ratio: row.ratio,
          goal: row.goal,
          ok: row.ok,
        },
      ]),
    ),
  );
}
process.exitCode = rows.every((row) => row.ok) ? 0 : 1;
