import type { CheckedRegister } from '../../../core/check/checked-register.ts';
import { browser } from '../../browser.ts';
import { ask } from '../../messages/ask.ts';
import { download } from '../../ui/download.ts';
import { ledgerWork } from '../../worker/client.ts';

/** Makes a file of a register in the worker and gives it to the browser's downloads. Gives its name. Rejects with a coded problem. */
export async function handOutRegister(register: CheckedRegister, form: 'xlsx' | 'html'): Promise<string> {
  const { unit } = await ask('settings', {});
  const about = { unit: unit?.name ?? '', version: browser.runtime.getManifest().version };
  const { name, type, content } = await ledgerWork.exportRegister(register, form, about);
  download(name, type, content);
  return name;
}
