/**
 * node core/base/make-initials.ts FOLDER
 * Makes the table of initials anew. FOLDER is where `npm pack pinyin-pro@3.29.4` was unpacked (the folder with its
 * package.json). No part of the build: the table is in the repository. Only facts are taken over, with which letters
 * the readings of each character begin.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What is used of the package. */
interface Readings {
  pinyin(character: string, options: { multiple: true; toneType: 'none'; type: 'array' }): string[];
}

/** The block of Han characters that every input method knows. */
const FIRST = 0x4e00;
const LAST = 0x9fa5;
const LINE = 108;

/** The letters with which readings begin, the most usual reading first; none where the package knows no reading. */
function lettersOf({ pinyin }: Readings, character: string): string[] {
  const readings = pinyin(character, { multiple: true, toneType: 'none', type: 'array' });
  return [...new Set(readings.map((reading) => reading.charAt(0)))].filter((letter) => /[a-z]/.test(letter));
}

/** The file of the table, from a package that tells readings. */
function tableText(readings: Readings, version: string): string {
  const characters = Array.from({ length: LAST - FIRST + 1 }, (_, index) => String.fromCharCode(FIRST + index));
  const letters = characters.map((character) => lettersOf(readings, character));
  const usual = letters.map(([first = '.']) => first).join('');
  const others = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => {
    const also = characters.filter((_, index) => letters[index]?.slice(1).includes(letter)).join('');
    return also === '' ? '' : `  ${letter}: '${also}',\n`;
  });
  const lines = usual.match(new RegExp(`.{1,${LINE}}`, 'g')) ?? [];
  return `/**
 * With which letters the readings of a Han character begin. Made by make-initials.ts from the readings that pinyin-pro
 * ${version} knows (MIT licence, Copyright (c) 2022-present zh-lx); not edited by hand.
 */

/** The letter of the most usual reading, one for each character from U+4E00 to U+9FA5; a dot where none is known. */
export const USUAL_INITIALS = [
${lines.map((line) => `  '${line}',\n`).join('')}].join('');

/** Characters that may also be read with another letter: 行 stands with x above and with h here. */
export const OTHER_INITIALS: Readonly<Record<string, string>> = {
${others.join('')}};
`;
}

const folder = resolve(process.argv[2] ?? '.');
const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
if (about.name !== 'pinyin-pro') throw new Error(`${folder} is not the package pinyin-pro`);
const readings: Readings = await import(pathToFileURL(join(folder, about.module)).href);
writeFileSync(join(import.meta.dirname, 'initials-table.ts'), tableText(readings, about.version));
