import type { CheckResult } from './report.ts';

/** A way to write the result of a check. Its writer is loaded with the first result that needs it. */
interface ReportFormat {
  /** As the option names it. */
  id: string;
  /** Bytes and no text: it is only written into a file. */
  binary?: true;
  /** It tells fields, workflow record and citations too. */
  details?: true;
  /** It is made to be handed on, so what is personal is masked wherever it is written. */
  handedOn?: true;
  write(result: CheckResult): Promise<string | Uint8Array>;
}

/** Every format of `check`; the first is the usual one. */
export const REPORT_FORMATS = [
  { id: 'pretty', write: async (result) => (await import('./pretty.ts')).prettyText(result) },
  { id: 'json', details: true, write: async (result) => (await import('./json.ts')).checkJson(result) },
  { id: 'sarif', handedOn: true, write: async (result) => (await import('./sarif.ts')).sarifText(result) },
  { id: 'junit', handedOn: true, write: async (result) => (await import('./junit.ts')).junitText(result) },
  { id: 'html', handedOn: true, write: async (result) => (await import('./html.ts')).reportHtml(result) },
  {
    id: 'xlsx',
    binary: true,
    handedOn: true,
    write: async (result) => (await import('./xlsx.ts')).reportWorkbook(result),
  },
] as const satisfies readonly ReportFormat[];

export type ReportFormatId = (typeof REPORT_FORMATS)[number]['id'];

export const REPORT_FORMAT_IDS: readonly ReportFormatId[] = REPORT_FORMATS.map(({ id }) => id);
