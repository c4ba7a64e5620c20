import type { DocumentModel } from '../../document/model.ts';

/** A question that several rules ask of one document: answered once, and kept as long as the document. */
export function oncePerDocument<Answer>(ask: (document: DocumentModel) => Answer): (document: DocumentModel) => Answer {
  const known = new WeakMap<DocumentModel, { answer: Answer }>();
  return (document) => {
    const before = known.get(document);
    if (before) return before.answer;
    const answer = ask(document);
    known.set(document, { answer });
    return answer;
  };
}
