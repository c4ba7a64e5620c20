/** The headings of a rule's page of explanation, in their order. The first line is `# ` and the rule's title. */
export const PAGE_HEADINGS = ['查什么', '为什么', '错的', '对的', '什么时候不查'] as const;
export type PageHeading = (typeof PAGE_HEADINGS)[number];

/**
 * A fenced block of a page. ` ```html blank ` is a piece of an OA page, ` ```text blank ` a document, one paragraph a
 * line. The word behind is the reason that the rule gives; without one, under 错的 any fault and elsewhere none.
 */
export interface Example {
  under: PageHeading;
  language: 'html' | 'text';
  reason?: string;
  /** Read with the sample of a unit's profile: the word `unit` stands behind the reason. */
  unit?: true;
  content: string;
}

export interface RulePage {
  title: string;
  /** The text under each heading, as written. */
  sections: { heading: string; text: string }[];
  examples: Example[];
}

/** Reads a page of explanation. Fences of other languages are no examples. */
export function readRulePage(markdown: string): RulePage {
  const [first = '', ...parts] = `\n${markdown}`.split(/\n## /);
  const sections = parts.map((part) => {
    const end = part.indexOf('\n');
    return {
      heading: part.slice(0, end < 0 ? undefined : end).trim(),
      text: end < 0 ? '' : part.slice(end + 1).trim(),
    };
  });
  const examples = sections.flatMap(({ heading, text }) =>
    Array.from(
      text.matchAll(/^```(html|text)(?: +(?!unit\b)([a-z-]+))?( +unit)?\n(.*?)^```$/gms),
      (match): Example => ({
        under: heading as PageHeading,
        language: match[1] as Example['language'],
        ...(match[2] === undefined ? {} : { reason: match[2] }),
        ...(match[3] === undefined ? {} : { unit: true as const }),
        content: match[4] ?? '',
      }),
    ),
  );
  return { title: first.trim().replace(/^#\s*/, ''), sections, examples };
}
