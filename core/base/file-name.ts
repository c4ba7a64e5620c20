/** What no name of a file may have: what Windows forbids, control and invisible characters (they turn the order of reading). */
const FORBIDDEN = /[\p{C}\p{Zl}\p{Zp}\\/:*?"<>|\s]+/gu;
/** Names that Windows keeps for devices, whatever ending stands behind them. */
const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³])(?=$|[. ])/i;
/** A dot or a space at an end is dropped by Windows, and a dot in front hides a file. */
const EDGES = /^[. ]+|[. ]+$/g;
/** An ending as people know them. */
const ENDING = /\.[a-z\d]{1,8}$/i;

/**
 * A text out of a page or a file as the name of a file or of a folder, safe on Windows too: one name and no path, at most `most`
 * characters (code units), its ending kept. '' where nothing is left of it.
 */
export function safeFileName(text: string, most: number): string {
  const name = text.normalize('NFC').replace(FORBIDDEN, ' ').replace(EDGES, '').replace(RESERVED, '$&_');
  if (name.length <= most) return name;
  const [ending = ''] = ENDING.exec(name) ?? [];
  const stem = name.slice(0, most - ending.length);
  return whole(stem).replace(EDGES, '') + ending;
}

/** Without half a surrogate pair at its end. */
const whole = (text: string): string => text.replace(/[\uD800-\uDBFF]$/, '');
