import type { ExportForm } from '../../core/ledger/kinds/export.ts';
import { ask } from '../messages/ask.ts';
import { download } from '../ui/download.ts';
import { ledgerWork } from '../worker/client.ts';
import type { FileContext } from '../worker/read-file.ts';
import { seal } from './seal.ts';

/**
 * Makes a file in the worker, gives it to the browser's downloads and notes in the ledger that it was handed out; a
 * bundle has a checkpoint at its end. `judged`: what records are judged with, where the file tells what is not closed. Gives its name. Rejects with a coded problem.
 */
export async function handOut(form: ExportForm, unit: string, judged?: FileContext): Promise<string> {
  if (form === 'bundle') await seal();
  const { name, type, content, fingerprint } = await ledgerWork.exportFile(form, unit, judged);
  download(name, type, content);
  await ask('noteExport', { name, form, fingerprint });
  return name;
}
