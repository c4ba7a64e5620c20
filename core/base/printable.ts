/** Whatever could move the cursor, hide text or turn its direction, and half a character. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
const hex = (code: number): string => code.toString(16);

/** Text for the eye: what could deceive it is shown as its code. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => `\\u{${hex(character.codePointAt(0) ?? 0)}}`);
}

/** The same for JSON text, which means afterwards what it meant before; its own line ends stay. */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE, (character) =>
    character === '\n'
      ? character
      : Array.from({ length: character.length }, (_, at) => escaped(character, at)).join(''),
  );
}
const escaped = (text: string, at: number): string => `\\u${hex(text.charCodeAt(at)).padStart(4, '0')}`;
