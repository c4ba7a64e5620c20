/**
 * Looks at the extension as it is handed out: `npm run check:shipped -- PATH`, a folder or a zip; without a path at what
 * was built here. Says of every script, style and page whether it could talk to somebody else or run words as code, and
 * ends with 1 when one could.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';

/** Where the build puts the extension that is handed out. */
export const BUILT = join(import.meta.dirname, '..', '.output', 'chrome-mv3');

/** Every way in which a script could talk to somebody else, or run words as code. */
const WAYS: Readonly<Record<string, RegExp>> = {
  fetch: /(?<![.\w$])fetch\s*\(|(?:globalThis|window|self)\.fetch\b|\[\s*["'`]fetch["'`]\s*\]/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket\b/,
  EventSource: /\bEventSource\b/,
  sendBeacon: /\bsendBeacon\b/,
  RTCPeerConnection: /\bRTCPeerConnection\b/,
  WebTransport: /\bWebTransport\b/,
  importScripts: /\bimportScripts\b/,
  eval: /(?<![.\w$])eval\s*\(|\(\s*0\s*,\s*eval\s*\)|\bnew\s+Function\b|(?<![.\w$])Function\s*\(\s*["'`]/,
  'timer of words': /\bset(?:Timeout|Interval)\s*\(\s*["'`]/,
  WebAssembly: /\bWebAssembly\b/,
  'remote import': /\bimport\s*\(?\s*["'`](?:https?:)?\/\//,
};

/** What one file does on purpose, with the reason. */
const ON_PURPOSE: readonly (readonly [reason: string, file: RegExp, way: string])[] = [
  [
    'an attachment of the page, from the address of the page, when the person asks for it (extension/page/fetch-file.ts)',
    /^(?:content-scripts\/oa|chunks\/demo-[\w-]+)\.js$/,
    'fetch',
  ],
];

/** Addresses that stand in the code and are never opened, with the reason. */
const ALLOWED: readonly (readonly [reason: string, address: RegExp])[] = [
  [
    'the name of an XML namespace: written into files and compared, no address',
    /^https?:\/\/(?:www\.w3\.org|schemas\.(?:openxmlformats|microsoft)\.(?:org|com)|purl\.(?:org|oclc\.org)|ns\.adobe\.com|www\.xfa\.org|www\.wps\.cn\/officeDocument)\//,
  ],
];

const ADDRESS =
  /\b(?:https?|wss?|ftp):\/\/[\w.-]+\.[a-z]{2,}[^\s"'`)\\<]*|(?<=["'`(])\/\/[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\//g;

/** What a script, a style or a page could do that it must not. */
export function waysOut(code: string): string[] {
  const ways = Object.entries(WAYS).flatMap(([name, pattern]) => (pattern.test(code) ? [name] : []));
  const addresses = (code.match(ADDRESS) ?? []).filter((address) => !ALLOWED.some(([, name]) => name.test(address)));
  return [...ways, ...addresses];
}

/** A file of the extension. */
export interface ShippedFile {
  name: string;
  bytes: Uint8Array;
}

/** The files of a folder or a zip. */
export function filesIn(path: string): ShippedFile[] {
  if (statSync(path).isFile())
    return Object.entries(unzipSync(readFileSync(path)))
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, bytes]) => ({ name, bytes }));
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ name: relative(path, file).replaceAll('\\', '/'), bytes: readFileSync(file) }));
}

/** What may stand in the extension: what is looked at here, and pictures and words that the browser runs nothing of. */
const LOOKED_AT = /\.(?:js|css|html|json)$/;
const QUIET = /\.(?:png|md)$/;

/** Everything that is wrong, a line each: file, colon, what. */
export function faultsOf(files: readonly ShippedFile[]): string[] {
  const missing = files.some(({ name }) => name === 'manifest.json') ? [] : ['manifest.json: not there'];
  return [
    ...missing,
    ...files.flatMap(({ name, bytes }) => {
      const isMeant = (way: string): boolean => ON_PURPOSE.some(([, file, one]) => one === way && file.test(name));
      if (LOOKED_AT.test(name))
        return waysOut(new TextDecoder().decode(bytes)).flatMap((way) => (isMeant(way) ? [] : [`${name}: ${way}`]));
      return QUIET.test(name) ? [] : [`${name}: another kind of file`];
    }),
  ];
}

if (import.meta.main) {
  const files = filesIn(process.argv[2] ?? BUILT);
  const faults = faultsOf(files);
  for (const [reason, address] of ALLOWED) console.log(`allowed, as ${reason}: ${address.source}`);
  for (const [reason, file, way] of ON_PURPOSE) console.log(`allowed: ${way} in ${file.source}, for ${reason}`);
  console.log(
    faults.length === 0 ? `${files.length} files: no network, no eval, no remote address` : faults.join('\n'),
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
