import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const COMPILED = join(import.meta.dirname, 'compiled.cjs');

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'duibiao-compiled-'));
  mkdirSync(join(root, '1'));
  write('1/main.cjs', "const { say } = require('./part.cjs'); console.log(say(process.argv.slice(2)), __filename);");
  write(
    '1/part.cjs',
    "const 词 = /[“”]/u; exports.say = (words) => words.map((word) => word.replace(词, '好')).join();",
  );
  write('start.cjs', `require(${JSON.stringify(COMPILED)}).install(${JSON.stringify(root)}); require('./1/main.cjs');`);
});
afterEach(() => rmSync(root, { recursive: true }));

const write = (path: string, content: string): void => writeFileSync(join(root, path), content);
const run = (...args: string[]) => spawnSync(process.execPath, args, { encoding: 'utf8' });
const start = () => run(join(root, 'start.cjs'), 'a“b');
const SAID = { status: 0, stderr: '', stdout: `a好b ${join('1', 'main.cjs')}\n` };
const told = ({ status, stderr, stdout }: ReturnType<typeof run>) => ({
  ...{ status, stderr },
  stdout: stdout.replace(join(root, '/'), ''),
});

describe('what was compiled', () => {
  it('is kept of every file of a bundle when its run is over', () => {
    expect(told(run(COMPILED, join(root, '1/main.cjs'), 'a“b'))).toEqual(SAID);
    for (const name of ['main', 'part'])
      expect(statSync(join(root, `1/${name}.cjs.compiled`)).size).toBeGreaterThan(100);
  });

  it('changes nothing of what a bundle says: missing, there, damaged, of another file', () => {
    expect(told(start())).toEqual(SAID);
    expect(existsSync(join(root, '1/main.cjs.compiled'))).toBe(false);
    run(COMPILED, join(root, '1/main.cjs'));
    expect(told(start())).toEqual(SAID);
    write('1/part.cjs.compiled', '坏了');
    expect(told(start())).toEqual(SAID);
    write('1/part.cjs', "exports.say = () => '新'");
    run(COMPILED, join(root, '1/main.cjs'));
    write('1/part.cjs', "exports.say = (words) => words.map((word) => word.replace('“', '好')).join();");
    expect(told(start())).toEqual(SAID);
  });
});
