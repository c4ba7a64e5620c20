import { DOCUMENT_KINDS } from '../../document/vocabulary.ts';
import { isUnseen, partUnread } from '../questions/sight.ts';
import { defineRule } from '../rule.ts';

export const classifiedStop = defineRule({
  id: 'classified-stop',
  title: '没有密级标志',
  severity: 'error',
  actor: 'office',
  kinds: DOCUMENT_KINDS,
  basis: ['regulation-9', 'document-format-7.2.2'],
  indicators: [],
  stops: true,
  reasons: {
    marked: {
      outcome: 'failed',
      message: '文件上有“{mark}”标志，已经停止，什么内容都没有留。涉密文件请按保密规定办理，不要在这台电脑上处理。',
    },
    unsure: {
      outcome: 'cannot-tell',
      message: '密级没有读准，有没有密级标志请您自己核对。留存之前会先问您。',
    },
    unreadable: { outcome: 'cannot-tell', message: '有没读到的地方，有没有密级标志判断不了。', quiet: true },
  },
  check({ document, field }) {
    if (document.classified) {
      const { mark, source } = document.classified;
      return [{ reason: 'marked', slots: { mark }, fields: ['secrecy'], sources: [source] }];
    }
    const asked = document.askBeforeKeeping;
    if (asked && asked.why !== 'internal') return [{ reason: 'unsure', fields: ['secrecy'], sources: [asked.source] }];
    return partUnread(document) || isUnseen(document, field('secrecy')) ? [{ reason: 'unreadable' }] : [];
  },
});
