import { decodeStrictly } from '../encoding.ts';
import { type BiffRecord, Damaged } from './records.ts';

/** Bits in front of a string: two bytes a sign; readings and formats of its runs behind it. */
const WIDE = 1;
const READINGS = 4;
const RUNS = 8;

/** Reads a record and those that go on with it as one run of bytes. */
export class RecordReader {
  readonly #parts: readonly DataView[];
  #part = 0;
  #at: number;

  constructor({ data, more }: Pick<BiffRecord, 'data' | 'more'>, from = 0) {
    this.#parts = [data, ...more];
    this.#at = from;
  }

  /** True when nothing is left. */
  get done(): boolean {
    this.#settle();
    return this.#part >= this.#parts.length;
  }

  byte(): number {
    this.#settle();
    const value = this.#view().getUint8(this.#at);
    this.#at += 1;
    return value;
  }

  short(): number {
    return this.byte() | (this.byte() << 8);
  }

  long(): number {
    return this.short() + this.short() * 0x10000;
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      this.#settle();
      const step = Math.min(left, this.#view().byteLength - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** So many signs. Where they go on in the next record, it says anew how wide they are. */
  signs(count: number, flags: number): string {
    let wide = (flags & WIDE) !== 0;
    let text = '';
    for (let left = count; left > 0; ) {
      if (this.#at >= this.#view().byteLength) {
        this.#part += 1;
        this.#at = 0;
        wide = (this.byte() & WIDE) !== 0;
      }
      const view = this.#view();
      const size = wide ? 2 : 1;
      const step = Math.min(left, Math.floor((view.byteLength - this.#at) / size));
      if (step === 0) throw new Damaged('half a sign');
      const bytes = new Uint8Array(view.buffer, view.byteOffset + this.#at, step * size);
      text += wide ? new TextDecoder('utf-16le').decode(bytes) : latin(bytes);
      this.#at += step * size;
      left -= step;
    }
    return text;
  }

  /** A string of Excel 97 and later behind its length. */
  string(length: number): string {
    const flags = this.byte();
    const runs = flags & RUNS ? this.short() : 0;
    const readings = flags & READINGS ? this.long() : 0;
    const text = this.signs(length, flags);
    this.skip(runs * 4 + readings);
    return text;
  }

  /** A string of older versions, in the code page of the file. */
  oldString(length: number, encoding: string): string {
    const bytes = Uint8Array.from({ length: Math.min(length, 0xffff) }, () => this.byte());
    return decodeStrictly(bytes, encoding) ?? latin(bytes);
  }

  #view(): DataView {
    const view = this.#parts[this.#part];
    if (!view) throw new Damaged('record too short');
    return view;
  }

  /** Goes on to the next record where this one is used up. */
  #settle(): void {
    while (this.#part < this.#parts.length && this.#at >= (this.#parts[this.#part]?.byteLength ?? 0)) {
      this.#part += 1;
      this.#at = 0;
    }
  }
}

/** One byte a sign: the first 256 of Unicode, which `latin1` of a decoder is not. */
function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
