import { ProblemError } from '../../core/base/problems.ts';
import { verdictsText } from '../../core/check/verdict-file.ts';
import { RULES } from '../../core/rules/index.ts';
import { browser, sidePanel } from '../browser.ts';
import { isDemoPage } from '../messages/demo.ts';
import { FROM_PAGE } from '../messages/from-page.ts';
import { takeFile } from '../messages/hand-over.ts';
import { noteHead } from '../messages/last-head.ts';
import { serve } from '../messages/serve.ts';
import type { Addresses } from '../messages/settings.ts';
import { signal } from '../messages/signals.ts';
import { TO_BACKGROUND } from '../messages/to-background.ts';
import { isKeepable } from '../messages/view.ts';
import {
  addressesOff,
  allowedAddresses,
  guardModeOf,
  guardOff,
  modeOf,
  registerAllowed,
  setGuardOff,
  setOff,
} from './addresses.ts';
import { badgeOf, showBadge } from './badge.ts';
import { catalogueHere, importCatalogue, removeCatalogue } from './catalogues.ts';
import { enterInto } from './entered.ts';
import { openFirstRun } from './first-run.ts';
import { createGuard } from './guard.ts';
import { judge, judgedHere } from './judge.ts';
import { openLedger } from './ledger.ts';
import { mappings, removeMapping } from './mappings.ts';
import { mute, unmute } from './muting.ts';
import { rulePacks } from './packs.ts';
import { followPolicy } from './policy.ts';
import { createReading } from './reading.ts';
import { sayOfName } from './service-names.ts';
import { importUnit, loadSeat, loadSettings, removeUnit, saveSeat } from './settings.ts';
import { startLog } from './start-log.ts';
import { allTasks, dropTasks, sayOf, takeTasks } from './tasks.ts';
import { beginTeaching, describeTab, keepTaught, lookInTab, tryInTab } from './teaching.ts';
import { decisionOn, openVerdicts } from './verdicts.ts';
import { createWaivers, dropLeftAnswers } from './waivers.ts';

/**
 * The background: wires clicks and messages to reading, ledger and settings. Holds nothing that may not be lost:
 * the browser stops and starts it at will.
 */
export function conduct(): void {
  void startLog();
  const verdicts = openVerdicts();
  const reading = createReading(catalogueHere, verdicts.on, (view) => {
    signal('viewChanged', { view });
    showBadge(view.tabId, badgeOf(view));
    guard.told(view);
  });
  let noting = Promise.resolve();
  const ledger = openLedger(
    (head) => {
      signal('ledgerChanged', { head });
      // It is no part of the entry, which stands already.
      noting = noting.then(() => noteHead(head)).catch(() => undefined);
    },
    (done) => signal('restoreMoved', { done }),
    startLog,
  );

  const waivers = createWaivers({ append: ledger.append, seat: loadSeat });
  const guard = createGuard({
    reading,
    judge: async (tabId, snapshot) =>
      judge(tabId, snapshot, { catalogue: await catalogueHere(), verdictsOn: verdicts.on, quick: true }),
    waivers,
  });
  serve('guard', FROM_PAGE, guard.handlers);
  waivers.takeLeft();

  followPolicy(() => {
    reading.refresh();
    void registerAllowed();
  });

  browser.action.onClicked.addListener((tab) => {
    if (tab.id === undefined) return;
    // Must be called before anything is awaited, or the browser no longer sees the click.
    if (sidePanel?.open) void sidePanel.open({ windowId: tab.windowId ?? 0 }).catch(() => openWindow());
    else void openWindow();
    void reading.clicked(tab.id).catch(() => undefined);
  });
  // What was found on one page is not written over the next.
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status === 'loading' || url !== undefined) showBadge(tabId, '');
  });
  browser.tabs.onRemoved.addListener((tabId) => reading.forget(tabId));

  serve('background', TO_BACKGROUND, {
    view: ({ tabId }) => reading.view(tabId),
    check: ({ tabId, join }) => reading.check(tabId, join),
    startOver: ({ tabId }) => reading.startOver(tabId),
    show: ({ tabId, ...marking }) => reading.show(tabId, marking),
    hideMarks: ({ tabId }) => reading.hideMarks(tabId),
    mute: ({ tabId, id, scope }) => reading.restate(tabId, (view) => mute(view, id, scope)),
    unmute: ({ tabId, id }) => reading.restate(tabId, (view) => unmute(view, id)),
    decide: ({ tabId, id, ...decided }) =>
      reading.restate(tabId, async (view) => {
        const seat = await loadSeat();
        await ledger.append(decisionOn(view, id, decided, { actor: seat, capturedAt: new Date().toISOString() }));
      }),
    verdictFile: async () => {
      const all = await verdicts.all();
      return { text: verdictsText(all), count: all.length };
    },
    keep: async ({ tabId, runId, confirmed }) => {
      const view = await reading.view(tabId);
      if (!isKeepable(view)) throw new ProblemError('ledger-nothing');
      const seat = await loadSeat();
      const entry = await ledger.keep(view, {
        runId,
        seat,
        confirmed: confirmed === true,
        sample: isDemoPage(view.url),
      });
      await reading.noteKept(view, {
        sequence: entry.sequence,
        registeredAt: entry.registeredAt,
        indicators: entry.indicators,
      });
      return entry;
    },
    rate: async (rating) => ledger.rate(rating, await loadSeat()),
    correct: async (correction) => {
      const entry = await ledger.correct(correction, await loadSeat());
      if (correction.chain === undefined) await reading.noteCorrected(correction);
      return entry;
    },
    annotate: async ({ sequence, text }) => ledger.annotate(sequence, text, await loadSeat()),
    redact: async (redaction) => ledger.redact(redaction, await loadSeat()),
    checkpoint: async (made) => ledger.checkpoint(made, await loadSeat()),
    ...enterInto(ledger.append, loadSeat, judgedHere),
    noteExport: async (made) => ledger.noteExport(made, await loadSeat()),
    restore: async ({ ticket, target }) => {
      const file = await takeFile(ticket, target.name);
      return ledger.restore(file, target, await loadSeat());
    },
    merge: async ({ files, ...merging }) => {
      const taken = files.map(async ({ ticket, name }) => ({ name, content: await takeFile(ticket, name) }));
      return ledger.merge(await Promise.all(taken), merging, await loadSeat());
    },
    dropRestore: async () => {
      await ledger.dropRestore();
      return null;
    },
    importUnit: async ({ name, text }) => {
      const unit = await importUnit(name, text);
      reading.refresh();
      return unit;
    },
    sayOfName: async ({ tabId, name, service }) => {
      await sayOfName(name, service);
      return reading.check(tabId);
    },
    tasks: () => allTasks(),
    addTasks: ({ tasks, listed, settled }) => takeTasks(tasks, listed, settled),
    setTask: async ({ id, ...said }) => {
      await sayOf(id, said);
      return null;
    },
    removeTasks: async ({ ids }) => {
      await dropTasks(ids);
      return null;
    },
    removeUnit: async () => {
      await removeUnit();
      reading.refresh();
      return null;
    },
    importCatalogue: async ({ ticket, name }) => {
      const [file] = await Promise.all([takeFile(ticket, name), startLog()]);
      const kept = await importCatalogue(file, name);
      reading.refresh();
      return kept;
    },
    removeCatalogue: async ({ id }) => {
      await removeCatalogue(id);
      reading.refresh();
      return null;
    },
    rules: () => RULES.map(({ id, title, kinds, severity, basis }) => ({ id, title, kinds, severity, basis })),
    importRules: async ({ name, text }) => {
      const pack = await rulePacks.keep(name, text);
      reading.refresh();
      return pack;
    },
    removeRules: async ({ id }) => {
      await rulePacks.remove(id);
      reading.refresh();
      return null;
    },
    importMapping: async ({ name, text }) => {
      const mapping = await mappings.keep(name, text);
      reading.refresh();
      return mapping;
    },
    removeMapping: async ({ id }) => {
      await removeMapping(id);
      reading.refresh();
      return null;
    },
    beginTeaching: ({ tabId }) => beginTeaching(tabId),
    lookAt: ({ tabId, fields, ...pointed }) => lookInTab(tabId, pointed, fields),
    tryTaught: ({ tabId, fields }) => tryInTab(tabId, fields),
    keepTaught: async ({ tabId, ...taught }) => {
      const mapping = await keepTaught(tabId, taught);
      reading.refresh();
      return mapping;
    },
    describePage: ({ tabId }) => describeTab(tabId),
    settings: () => loadSettings(),
    setSeat: async ({ seat }) => {
      await saveSeat(seat);
      return null;
    },
    addressesChanged: () => followAddresses(),
    addressMode: ({ url }) => modeOf(url),
    setAddressOff: async ({ url, off }) => {
      await setOff(url, off);
      reading.refresh();
      return followAddresses();
    },
    guardMode: ({ url }) => guardModeOf(url),
    setGuardOff: async ({ url, off }) => {
      await setGuardOff(url, off);
      await reading.tellAgain();
      return followAddresses();
    },
  });

  browser.runtime.onStartup.addListener(() => void dropLeftAnswers().catch(() => undefined));
  browser.runtime.onInstalled.addListener(({ reason }) => {
    void registerAllowed();
    void dropLeftAnswers().catch(() => undefined);
    if (reason === 'install') void openFirstRun();
  });
  browser.permissions.onRemoved.addListener(() => void registerAllowed());
}

/** Brings the registered script in line with what is allowed and switched off, and tells both. */
async function followAddresses(): Promise<Addresses> {
  await registerAllowed();
  return { addresses: await allowedAddresses(), off: await addressesOff(), guardOff: await guardOff() };
}

/** Browsers without a side panel: a narrow window of our own, one at a time. */
async function openWindow(): Promise<void> {
  const url = browser.runtime.getURL('/sidepanel.html?window');
  const [open] = await browser.tabs.query({ url });
  if (open?.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  else await browser.windows.create({ url, type: 'popup', width: 380, height: 760 });
}
