import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type BUILDS, launch, newProfile } from './browser.ts';

/**
 * Where the extension keeps what people did: each test begins with nothing. Of its settings only that the page of the first
 * time was shown stands there, and stays. The last is the port of a browser that is gone.
 */
const KEPT = ['Default/IndexedDB', 'Default/Session Storage', 'DevToolsActivePort'];

const templates = new Map<keyof typeof BUILDS, Promise<string>>();

/**
 * A profile of its own in which the extension was installed before and has kept nothing: its install, the page of the first
 * time and the compiling of its scripts take a second of processor time, once for all tests of a runner in place of once each.
 */
export async function installedProfile(build: keyof typeof BUILDS): Promise<string> {
  const template = templates.get(build) ?? install(build);
  templates.set(build, template);
  const copy = newProfile();
  cpSync(await template, copy, { recursive: true });
  return copy;
}

async function install(build: keyof typeof BUILDS): Promise<string> {
  const driven = await launch({ build });
  await driven.close({ keepProfile: true });
  for (const name of KEPT) rmSync(join(driven.profile, name), { recursive: true, force: true });
  process.once('exit', () => rmSync(driven.profile, { recursive: true, force: true }));
  return driven.profile;
}
