import { JSDOM } from 'jsdom';
import { type CaptureOptions, capture } from './capture.ts';
import type { PageSnapshot } from './snapshot.ts';

/** A page of a made-up OA; scripts in it run, so that a test can put values where markup does not show them. */
export function open(html: string): JSDOM {
  return new JSDOM(`<!doctype html><body>${html}`, { url: 'http://oa.example/form', runScripts: 'dangerously' });
}

export async function snapshotOf(html: string, options?: CaptureOptions): Promise<PageSnapshot> {
  return capture(open(html).window.document, options);
}
