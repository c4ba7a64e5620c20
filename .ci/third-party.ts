import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** The file in the built extension that carries what the licences of bundled packages ask for. */
export const NOTICES = 'THIRD-PARTY.md';

/** The words of the MIT licence behind its line of copyright, for what brings the line and not the words. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** The same of the ISC licence. */
const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.`;

const WORDS: Readonly<Record<string, string>> = { MIT, ISC };

/** Data that was made from a package which itself is not bundled. */
const DATA = [
  `## pinyin-pro 3.29.4\n\nMIT; https://github.com/zh-lx/pinyin-pro. Bundled is a table of letters made from its data.\n\nCopyright (c) 2022-present zh-lx\n\n${MIT}`,
];

const HEAD = `# Packages in this extension

Each with its version, licence and the text of the licence. The extension itself is no part of this list.`;

interface About {
  name: string;
  version: string;
  license?: string;
  author?: string | { name: string };
  repository?: string | { url: string };
}

/** The folder of the package to which a module belongs; undefined for modules of our own and made ones. */
function packageOf(module: string): string | undefined {
  const path = module.replace(/^\0/, '').replace(/\?.*$/, '');
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0];
}

/** Texts of licences that a package carries. */
function textsIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
}

function noticeOf(folder: string): string {
  const { name, version, license, author, repository }: About = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  const texts = textsIn(folder);
  const holder = typeof author === 'string' ? author : author?.name;
  const words = WORDS[license ?? ''];
  if (texts.length === 0 && words !== undefined)
    texts.push(`Copyright (c) ${holder ?? `the authors of ${name}`}\n\n${words}`);
  if (license === undefined || texts.length === 0) throw new Error(`${name} is bundled and brings no licence`);
  const address = (typeof repository === 'string' ? repository : repository?.url)?.replace(/^git\+|\.git$/g, '');
  return `## ${name} ${version}\n\n${license}${address === undefined ? '' : `; ${address}`}\n\n${texts.join('\n\n')}`;
}

/**
 * Sees which packages are really in what is built, of any number of builds (pages, background, content script, worker),
 * and writes their notices. Same packages: same text.
 */
export function thirdParty(): { plugin(): Plugin; write(folder: string): void } {
  const folders = new Set<string>();
  return {
    plugin: () => ({
      name: 'third-party',
      generateBundle(_options, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [module, { renderedLength }] of Object.entries(chunk.modules)) {
            const folder = renderedLength > 0 ? packageOf(module) : undefined;
            if (folder !== undefined && existsSync(join(folder, 'package.json'))) folders.add(folder);
          }
        }
      },
    }),
    write(folder) {
      const notices = [...folders].sort().map(noticeOf);
      writeFileSync(join(folder, NOTICES), `${[HEAD, ...notices, ...DATA].join('\n\n')}\n`);
    },
  };
}
