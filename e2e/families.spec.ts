import type { Page } from '@playwright/test';
import { type DocumentModel, fieldOf } from '../core/document/model.ts';
import { DEMO_FAMILIES } from '../fixtures/oa/families.ts';
import type { DemoBox, DemoForm } from '../fixtures/oa/family.ts';
import { type DemoDocument, SEED_DOCUMENTS } from '../fixtures/oa/seed.ts';
import { EVERYTHING } from './steps.ts';
import { expect, test } from './test.ts';

/*
 * Every family of the demo OA draws the documents of one register in its own way. What the extension reads of each page is
 * held against the register itself, box by box.
 */
test.use({ build: 'standing' });

/** What the background reads of the page of a tab, as the panel shows it; undefined while no document stands there yet. */
async function readingOf(screen: Page, url: string): Promise<DocumentModel | undefined> {
  const reply = await screen.evaluate(async (address) => {
    const tabs = await chrome.tabs.query({});
    const tabId = tabs.find((tab) => tab.url === address)?.id;
    return chrome.runtime.sendMessage({ to: 'background', name: 'check', body: { tabId } });
  }, url);
  expect(reply, url).toMatchObject({ ok: true });
  return reply.value.state === 'ready' ? reply.value.document : undefined;
}

/** A value without what only separates: the address of a letter ends with a colon. */
const bare = (text: string): string => text.replace(/[\s，、,：:。]/gu, '');
/** 2026年3月9日 as 2026-03-09. */
const day = (text: string): string =>
  text.replace(/^(\d+)年(\d+)月(\d+)日$/u, (_, year, month, date) =>
    [year, month.padStart(2, '0'), date.padStart(2, '0')].join('-'),
  );

/** What is read of a box, and what stands in the register, written alike. */
function compared(model: DocumentModel, document: DemoDocument, box: DemoBox): { found: string; right: string } {
  const { state, value, unverified, confidence } = fieldOf(model, box);
  const picture = document.signatures === 'picture' && (box === 'reviewer' || box === 'approver');
  const written = /^×+$/u.test(document[box]) ? '' : document[box];
  const right = written === '' ? 'blank' : picture ? 'picture' : bare(day(written));
  const found =
    state !== 'present'
      ? state
      : unverified && picture
        ? 'picture'
        : bare(Array.isArray(value) ? value.join('') : String(value));
  return { found: found === right ? found : `${found} (${confidence})`, right };
}

/** What of one document was not read as it stands in the register, and how many boxes were asked. */
function differences(model: DocumentModel, document: DemoDocument, form: DemoForm): string[] {
  const wrong: string[] = [];
  const say = (what: string, found: unknown, right: unknown): void => {
    if (found !== right) wrong.push(`${document.id} ${what}: ${found}, right ${right}`);
  };
  say('reader', model.reader.id, form.reader);
  say('kind', model.kind, 'official');
  say('stage', model.stage, document.stage);
  for (const box of form.boxes) {
    const { found, right } = compared(model, document, box);
    say(box, found, right);
  }
  const steps = model.trail.filter(({ state }) => state === 'done');
  say('trail', steps.flatMap(({ actors }) => actors).join(), document.trail.map(({ person }) => person).join());
  say('times', steps.map(({ time }) => time).join(), document.trail.map(({ at }) => at.replace(' ', 'T')).join());
  return wrong;
}

/** Late content is read again, so often at the most. */
const TRIES = 10;

/** Documents of which nothing may stop the reading. */
const READABLE = SEED_DOCUMENTS.filter((seed) => seed.document.secrecy !== '机密').map((seed) => seed.document);
const STAGES = [...new Set(READABLE.map(({ stage }) => stage))];

/** One document of each stage, another one for each family; all of them with EVERYTHING. */
const documentsOf = (family: number): DemoDocument[] =>
  EVERYTHING
    ? READABLE
    : STAGES.flatMap((stage) => {
        const these = READABLE.filter((document) => document.stage === stage);
        return these.slice(family % these.length).slice(0, 1);
      });

for (const [index, { id, name, documents: form }] of DEMO_FAMILIES.entries()) {
  if (form === undefined) continue;
  test(`reads what stands in the register: ${id}`, async ({ driven, oa, tab }) => {
    test.setTimeout(240_000);
    const screen = await driven.open('options.html');
    const wrong: string[] = [];
    const documents = documentsOf(index);
    for (const document of documents) {
      await tab.bringToFront();
      await oa.visit(tab, `${form.base}/documents/${document.id}`);
      let found: string[] = [];
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const model = await readingOf(screen, tab.url());
        found = model ? differences(model, document, form) : [`${document.id}: no document`];
        if (found.length === 0) break;
        await tab.waitForTimeout(300);
      }
      wrong.push(...found);
    }
    console.log(`${name}: ${documents.length * form.boxes.length} boxes, ${wrong.length} wrong`);
    expect(wrong).toEqual([]);
  });
}
