import type { ExportForm } from '../../core/ledger/kinds/export.ts';
import { ask } from '../messages/ask.ts';
import { ledgerWork } from '../worker/client.ts';

/**
 * Makes a file in the worker, gives it to the browser's downloads and notes in the ledger that it was handed out.
 * Gives its name. Rejects with a coded problem.
 */
export async function handOut(form: ExportForm, unit: string): Promise<string> {
  const { name, type, content, fingerprint } = await ledgerWork.exportFile(form, unit);
  download(name, type, content);
  await ask('noteExport', { name, form, fingerprint });
  return name;
}

/** Gives a file to the browser's downloads. */
export function download(name: string, type: string, content: BlobPart): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // The browser holds the file from the click on; the address may go a little later.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
