import { browser } from '../browser.ts';

/** The document to try everything on: a page of our own (entrypoints/demo). */
export const demoPage = (): string => browser.runtime.getURL('/demo.html');

/** Whether what is shown is that document, in whichever state: what is kept of it is a sample. */
export const isDemoPage = (url: string): boolean => url.startsWith(demoPage());
