/** A browser for tests of what runs in the background and in our pages. Imported by tests only: `vi.mock('../browser.ts', fakeDoor)`. */

type Listener = (...given: never[]) => unknown;

/** An event of the browser, and how a test makes it happen. */
function event() {
  const listeners = new Set<Listener>();
  return {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    hasListener: (listener: Listener) => listeners.has(listener),
    /** Calls every listener; gives what they answered. */
    happen: (...given: unknown[]) => [...listeners].map((listener) => listener(...(given as never[]))),
  };
}

/** One area of storage, as JSON like the browser's. */
function area() {
  const kept = new Map<string, string>();
  const namesOf = (keys: string | string[] | null | undefined): string[] =>
    keys == null ? [...kept.keys()] : [keys].flat();
  const onChanged = event();
  return {
    onChanged,
    get: async (keys?: string | string[] | null) =>
      Object.fromEntries(
        namesOf(keys).flatMap((name) => {
          const json = kept.get(name);
          return json === undefined ? [] : [[name, JSON.parse(json)]];
        }),
      ),
    set: async (values: object) => {
      for (const [name, value] of Object.entries(values)) kept.set(name, JSON.stringify(value));
      onChanged.happen(Object.fromEntries(Object.entries(values).map(([name, newValue]) => [name, { newValue }])));
    },
    remove: async (keys: string | string[]) => {
      for (const name of namesOf(keys)) kept.delete(name);
    },
    clear: async () => kept.clear(),
  };
}

const ID = 'duibiao';
const OURS = { id: ID, url: `chrome-extension://${ID}/sidepanel.html` };

/** A port as one end sees it. */
export interface FakePort {
  name: string;
  tabId: number;
  closed: boolean;
  onMessage: ReturnType<typeof event>;
  onDisconnect: ReturnType<typeof event>;
  disconnect(): void;
}

interface FakeTab {
  id: number;
  url?: string;
}

/** What a test sets: how the others behave, and what they were told. */
const atRest = () => ({
  tabs: new Map<number, FakeTab>(),
  /** The tab in front. */
  active: undefined as number | undefined,
  /** How the content script answers a message; rejects where there is none. */
  page: async (_message: { name: string; body: unknown }, _frameId: number): Promise<unknown> => {
    throw new Error('Receiving end does not exist.');
  },
  /** How the browser takes an injection into frames, or the question for their addresses. */
  inject: async (_given: { target: { frameIds?: number[] } }): Promise<unknown> => {
    throw new Error('Cannot access contents of the page.');
  },
  /** How the background answers, for tests of our pages; without it the listeners are asked. */
  background: undefined as ((message: { name: string; body: unknown }) => Promise<unknown>) | undefined,
  /** How the extension came into the browser. */
  installType: 'normal',
  /** Addresses of the tabs that were opened, in their order. */
  opened: [] as string[],
  /** Messages to all that were sent, in their order. */
  signals: [] as { name: string; body: unknown }[],
  /** Ports that were opened to pages, in their order. */
  ports: [] as FakePort[],
});

const freshBrowser = () => ({
  runtime: {
    id: ID,
    onMessage: event(),
    onConnect: event(),
    getManifest: () => ({ version: '1.2.3' }),
    getURL: (path: string) => `chrome-extension://${ID}${path.startsWith('/') ? '' : '/'}${path}`,
    sendMessage: async (message: { to: string; name: string; body: unknown }) => {
      if (message.to === 'all') fake.signals.push({ name: message.name, body: message.body });
      else if (fake.background) return fake.background(message);
      return fake.send(JSON.parse(JSON.stringify(message)));
    },
  },
  storage: { session: area(), local: area(), managed: area() },
  permissions: { getAll: async () => ({ origins: [] as string[] }) },
  scripting: { executeScript: (given: { target: { frameIds?: number[] } }) => fake.inject(given) },
  management: { getSelf: async () => ({ installType: fake.installType }) },
  tabs: {
    create: async ({ url }: { url: string }) => void fake.opened.push(url),
    onActivated: event(),
    onRemoved: event(),
    onUpdated: event(),
    get: async (id: number) => {
      const tab = fake.tabs.get(id);
      if (tab === undefined) throw new Error(`No tab with id: ${id}.`);
      return tab;
    },
    query: async () => [...fake.tabs.values()].filter((tab) => tab.id === fake.active),
    sendMessage: (_id: number, message: { name: string; body: unknown }, { frameId }: { frameId: number }) =>
      fake.page(message, frameId),
    connect: (tabId: number, { name }: { name: string }): FakePort => {
      const port: FakePort = {
        name,
        tabId,
        closed: false,
        onMessage: event(),
        onDisconnect: event(),
        disconnect: () => {
          port.closed = true;
        },
      };
      fake.ports.push(port);
      return port;
    },
  },
  windows: {
    onFocusChanged: event(),
    onCreated: event(),
    onRemoved: event(),
    get: async (id: number) => ({ id, type: 'normal' }),
    getLastFocused: async () => ({ id: 1 }),
  },
});

/** The browser that the modules under test see, and what a test may set of it. */
export const fake = {
  ...atRest(),
  browser: freshBrowser(),
  /** Sends a message as a page of ours does, or as somebody else; gives the answer, undefined where nobody gives one. */
  async send(message: unknown, sender: object = OURS): Promise<unknown> {
    return fake.browser.runtime.onMessage.happen(message, sender).find((answer) => answer !== undefined);
  },
  /** A browser that was just started: nothing is kept, nobody listens. */
  reset(): void {
    Object.assign(fake, atRest());
    Object.assign(fake.browser, freshBrowser());
  },
};

/** What takes the place of browser.ts. */
export const fakeDoor = () => ({ browser: fake.browser, sidePanel: undefined });
