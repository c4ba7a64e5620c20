import { fillSlots } from '../../base/text.ts';
import { KIND_WORDS } from '../../document/words.ts';
import { type Table, type TableRow, writeWorkbook } from '../xlsx.ts';
import { basisWords, type CheckResult, placesOf, type ToldFinding } from './report.ts';
import { byActor, byRule, countsOf, stateOf, unreadLines } from './sort.ts';
import { ACTOR_WORDS, SEVERITY_WORDS, SHEET_WORDS, STANDING_WORDS } from './words.ts';

const plain = (cells: TableRow['cells']): TableRow => ({ tone: 'plain', cells });
const head = (words: readonly string[]): TableRow => ({ tone: 'head', cells: [...words] });

/** 检查报告.xlsx: by document, by rule, by who can mend it, and what was not read. Same result: same bytes. */
export function reportWorkbook(result: CheckResult): Promise<Uint8Array> {
  return writeWorkbook([documentTable(result), ruleTable(result), actorTable(result), unreadTable(result)], {
    title: SHEET_WORDS.title,
    createdAt: `${result.today}T00:00:00.000Z`,
  });
}

function documentTable(result: CheckResult): Table {
  const { tool, today, unit, files } = result;
  const rows = files.map((file) => {
    const { must, look, unread, later } = countsOf([file]);
    return plain([
      file.uri,
      file.unread ? '' : file.kindWord || KIND_WORDS[file.kind],
      file.title,
      ...[must, look, unread, later],
      stateOf(file),
    ]);
  });
  const { must, look, unread, later } = countsOf(files);
  return {
    name: SHEET_WORDS.byDocument,
    widths: [44, 14, 40, 9, 9, 9, 9, 36],
    rows: [
      { tone: 'title', cells: [SHEET_WORDS.title] },
      { tone: 'remark', cells: [fillSlots(SHEET_WORDS.sub, { unit: unit === '' ? '' : `${unit}　`, today })] },
      head(SHEET_WORDS.columns.document),
      ...rows,
      {
        tone: 'sum',
        cells: [fillSlots(SHEET_WORDS.all, { count: files.length }), '', '', must, look, unread, later, ''],
      },
      { tone: 'remark', cells: [fillSlots(SHEET_WORDS.versions, { ...tool, today })] },
      { tone: 'remark', cells: [SHEET_WORDS.honest] },
    ],
  };
}

function ruleTable({ files }: CheckResult): Table {
  const rows = byRule(files).map(({ rule, title, severity, findings, uris }) =>
    plain([title, rule, SEVERITY_WORDS[severity], findings, uris.length, uris.join('\n')]),
  );
  return {
    name: SHEET_WORDS.byRule,
    widths: [36, 26, 10, 8, 8, 60],
    rows: [head(SHEET_WORDS.columns.rule), ...rows],
  };
}

function actorTable({ files }: CheckResult): Table {
  const rows = byActor(files).flatMap(({ actor, found }) =>
    found.map(({ uri, finding }) =>
      plain([
        ACTOR_WORDS[actor],
        SEVERITY_WORDS[finding.severity],
        uri,
        placesOf(finding).join('、'),
        finding.message,
        quoteText(finding),
        basisWords(finding).join('；'),
        finding.rule,
        finding.indicators.join('、'),
        `${STANDING_WORDS[finding.stands?.standing ?? 'open']}${finding.stands?.note ?? ''}`,
        finding.id,
      ]),
    ),
  );
  return {
    name: SHEET_WORDS.byActor,
    widths: [14, 10, 36, 20, 44, 40, 36, 22, 12, 12, 28],
    rows: [head(SHEET_WORDS.columns.actor), ...rows],
  };
}

const quoteText = ({ quotes }: ToldFinding): string =>
  quotes
    .map(({ label, text }) => {
      const shown = text === '' ? SHEET_WORDS.blank : text;
      return label === '' ? shown : `${label}：${shown}`;
    })
    .join('\n');

function unreadTable({ files, skipped }: CheckResult): Table {
  const rows = files.flatMap((file) => unreadLines(file).map(({ place, text }) => plain([file.uri, place, text])));
  const passedOver = skipped.map((uri) => plain([uri, '', SHEET_WORDS.skipped]));
  return {
    name: SHEET_WORDS.notRead,
    widths: [44, 24, 70],
    rows: [head(SHEET_WORDS.columns.unread), ...rows, ...passedOver],
  };
}
