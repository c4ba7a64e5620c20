/** JSON of a result, set out for people too. */
export const jsonText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
