import { browser } from '../browser.ts';

const KEY = 'largeType';

/** 大字: kept beside the other small settings of this browser. */
export async function readLargeType(): Promise<boolean> {
  return (await browser.storage.local.get(KEY))[KEY] === true;
}

export async function writeLargeType(on: boolean): Promise<void> {
  await browser.storage.local.set({ [KEY]: on });
}

/** Applies 大字 to a screen and follows later changes. */
export async function applyLargeType(root: HTMLElement): Promise<void> {
  const apply = async (): Promise<void> => {
    root.toggleAttribute('data-large', await readLargeType());
  };
  browser.storage.local.onChanged.addListener(() => void apply());
  await apply();
}
