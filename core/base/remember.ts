/**
 * A function that keeps its answers by their key and forgets them all when there are too many: a page that makes up ever new
 * words must not fill the memory. For pure functions that are asked the same again and again.
 */
export function remember<Answer>(most: number, answer: (key: string) => Answer): (key: string) => Answer {
  const known = new Map<string, Answer>();
  return (key) => {
    let found = known.get(key);
    if (found === undefined && !known.has(key)) {
      found = answer(key);
      if (known.size >= most) known.clear();
      known.set(key, found);
    }
    return found as Answer;
  };
}
