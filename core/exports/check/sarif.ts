import type {
  ArtifactLocation,
  Location,
  Log,
  Notification,
  PhysicalLocation,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { compareText } from '../../base/text.ts';
import type { Stands } from '../../check/standing.ts';
import { RULES } from '../../rules/index.ts';
import type { Outcome, Severity } from '../../rules/rule.ts';
import { jsonText } from '../json.ts';
import { basisWords, type CheckResult, type FileReport, type Located, placeOf, type ToldFinding } from './report.ts';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** What an outcome is in the words of the format; only a failed one has a level. */
const KINDS: Readonly<Record<Exclude<Outcome, 'errored'>, Result.kind>> = {
  failed: 'fail',
  'cannot-tell': 'open',
  pending: 'informational',
  passed: 'pass',
  'not-applicable': 'notApplicable',
};

/** SARIF 2.1.0: one run, a rule entry for each rule, a result for each finding. Same result: same text. */
export function sarifText(result: CheckResult): string {
  const { tool, files, standing } = result;
  const rules = ruleEntries(files);
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            fullName: '对标 duibiao',
            version: tool.version,
            language: 'zh-CN',
            rules,
            properties: { rulePack: tool.rulePack, catalogue: tool.catalogue, today: result.today },
          },
        },
        language: 'zh-CN',
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ uri, sha256 }) => ({
          location: locationOf(uri),
          ...(sha256 !== '' && { hashes: { 'sha-256': sha256 } }),
        })),
        invocations: [
          {
            executionSuccessful: !files.some(({ unread }) => unread),
            toolExecutionNotifications: files.flatMap(notificationsOf),
          },
        ],
        results: files.flatMap((file, at) =>
          file.findings
            .filter(({ outcome }) => outcome !== 'errored')
            .map((finding) => resultOf(finding, { file, at, indexes, compared: standing !== undefined })),
        ),
      },
    ],
  };
  return jsonText(log);
}

/** Every rule of the program, and what else a finding names: a unit's own rules. */
function ruleEntries(files: readonly FileReport[]): ReportingDescriptor[] {
  const known = new Map<string, ReportingDescriptor>();
  for (const rule of RULES)
    known.set(
      rule.id,
      entryOf(rule.id, rule.title, basisWords({ basis: [...rule.basis] }), LEVELS[rule.severity], [...rule.indicators]),
    );
  for (const finding of files.flatMap(({ findings }) => findings))
    if (!known.has(finding.rule))
      known.set(
        finding.rule,
        entryOf(finding.rule, finding.title, basisWords(finding), LEVELS[finding.severity], finding.indicators),
      );
  return [...known.values()].sort((left, right) => compareText(left.id, right.id));
}

function entryOf(
  id: string,
  title: string,
  basis: readonly string[],
  level: 'error' | 'warning' | 'note',
  tags: string[],
): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: basis.length === 0 ? title : `${title}。依据：${basis.join('；')}` },
    defaultConfiguration: { level },
    properties: { tags },
  };
}

interface Around {
  file: FileReport;
  /** Of the file among the artifacts. */
  at: number;
  indexes: ReadonlyMap<string, number>;
  /** A baseline or verdicts were given. */
  compared: boolean;
}

function resultOf(finding: ToldFinding, { file, at, indexes, compared }: Around): Result {
  const { id, rule, outcome, severity, message, sources, stands } = finding;
  const places = sources.length === 0 ? [undefined] : sources;
  return {
    ruleId: rule,
    ruleIndex: indexes.get(rule) ?? -1,
    kind: outcome === 'errored' ? 'open' : KINDS[outcome],
    level: outcome === 'failed' ? LEVELS[severity] : 'none',
    message: { text: message },
    locations: places.map((source, index) => placeIn(file, at, source, finding.quotes[index]?.text)),
    fingerprints: { 'duibiao/finding': id },
    ...(compared && outcome === 'failed' && { baselineState: stands?.standing === 'known' ? 'unchanged' : 'new' }),
    ...(stands && suppressionOf(stands)),
    properties: { reason: finding.reason, actor: finding.actor, indicators: finding.indicators },
  };
}

/** What a person accepted is told, and told to be settled. */
function suppressionOf({ standing, note }: Stands): Pick<Result, 'suppressions'> {
  if (standing !== 'accepted') return {};
  return { suppressions: [{ kind: 'external', status: 'accepted', ...(note !== '' && { justification: note }) }] };
}

function placeIn(file: FileReport, index: number, source: Located | undefined, quote: string | undefined): Location {
  const place = source && placeOf(source);
  const region = source && regionOf(source, quote);
  const physicalLocation: PhysicalLocation = {
    artifactLocation: { ...locationOf(file.uri), index },
    ...(region && { region }),
  };
  return { physicalLocation, ...(place && { logicalLocations: [{ fullyQualifiedName: place }] }) };
}

/** A line where the file has lines. */
function regionOf(source: Located, quote: string | undefined): PhysicalLocation['region'] {
  const line = source.from === 'file' ? source.place.line : undefined;
  if (source.from !== 'file' || line === undefined) return undefined;
  const [start, end] = source.range ?? [];
  return {
    startLine: line,
    ...(start !== undefined && end !== undefined && { startColumn: start + 1, endColumn: end + 1 }),
    ...(quote !== undefined && quote !== '' && { snippet: { text: quote } }),
  };
}

/** What could not be read, and rules that broke. */
function notificationsOf(file: FileReport, index: number): Notification[] {
  const locations = [{ physicalLocation: { artifactLocation: { ...locationOf(file.uri), index } } }];
  const broken = file.findings.filter(({ outcome }) => outcome === 'errored');
  return [
    ...file.problems.map(({ code, message }) => ({
      level: file.unread ? ('error' as const) : ('warning' as const),
      message: { text: message },
      descriptor: { id: code },
      locations,
    })),
    ...broken.map(({ rule, message }) => ({
      level: 'error' as const,
      message: { text: message },
      associatedRule: { id: rule },
      locations,
    })),
  ];
}

/** A path as an address: every part percent-encoded, a path from the root as a file address. */
function locationOf(path: string): ArtifactLocation {
  const encoded = path
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');
  if (path.startsWith('//')) return { uri: `file:${encoded}` };
  if (path.startsWith('/')) return { uri: `file://${encoded}` };
  return { uri: /^[A-Za-z]:\//.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded };
}
