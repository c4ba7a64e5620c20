import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The extension as it is handed out; `npm test` builds it before. */
const SHIPPED = join(import.meta.dirname, '..', '.output', 'chrome-mv3');

/** Every way in which a script could talk to somebody else, or run words as code. */
const FORBIDDEN: Record<string, RegExp> = {
  fetch: /(?<![.\w$])fetch\s*\(|(?:globalThis|window|self)\.fetch\b/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket\b/,
  EventSource: /\bEventSource\b/,
  sendBeacon: /\bsendBeacon\b/,
  RTCPeerConnection: /\bRTCPeerConnection\b/,
  WebTransport: /\bWebTransport\b/,
  importScripts: /\bimportScripts\b/,
  eval: /(?<![.\w$])eval\s*\(|\bnew Function\b|(?<![.\w$])Function\s*\(\s*["'`]/,
  WebAssembly: /\bWebAssembly\b/,
};

/** Addresses that stand in the code as names and are never opened: namespaces of XML. */
const NAMES =
  /^https?:\/\/(?:www\.w3\.org|schemas\.(?:openxmlformats|microsoft)\.(?:org|com)|purl\.(?:org|oclc\.org)|www\.wps\.cn\/officeDocument)\//;

const files = readdirSync(SHIPPED, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const scripts = files.filter((file) => file.endsWith('.js'));

function found(code: string): string[] {
  const ways = Object.entries(FORBIDDEN).flatMap(([name, pattern]) => (pattern.test(code) ? [name] : []));
  const addresses = (code.match(/\b(?:https?|wss?):\/\/[\w.-]+\.[a-z]{2,}[^\s"'`)\\<]*/g) ?? []).filter(
    (address) => !NAMES.test(address),
  );
  return [...ways, ...addresses];
}

describe('the shipped extension', () => {
  it('is there', () => {
    expect(scripts.length).toBeGreaterThan(4);
    expect(files.some((file) => file.endsWith('manifest.json'))).toBe(true);
  });

  it.each(scripts.map((file) => [file.slice(SHIPPED.length + 1), file]))(
    '%s talks to nobody and runs no words as code',
    (_name, file) => {
      expect(found(readFileSync(file, 'utf8'))).toEqual([]);
    },
  );

  it('brings no other program', () => {
    expect(files.filter((file) => !/\.(?:js|css|html|json|png|svg|md)$/.test(file))).toEqual([]);
  });

  it('asks for no site at install and lets its pages connect to themselves only', () => {
    const manifest = JSON.parse(readFileSync(join(SHIPPED, 'manifest.json'), 'utf8'));
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.content_scripts ?? []).toEqual([]);
    expect(manifest.permissions).toEqual(['activeTab', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage']);
    expect(manifest.content_security_policy.extension_pages).toContain("connect-src 'self';");
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  it('would see a way out', () => {
    for (const code of [
      'fetch("/x")',
      'new XMLHttpRequest',
      'eval("1")',
      'new Function("a")',
      'x="https://example.com/a"',
      'navigator.sendBeacon("")',
    ]) {
      expect(found(code)).not.toEqual([]);
    }
    expect(found('prefetch(a);b.fetch(c);"http://www.w3.org/2000/svg"')).toEqual([]);
  });
});
