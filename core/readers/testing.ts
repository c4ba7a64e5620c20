import { labelKey } from '../base/text.ts';
import { openPage } from '../files/html/saved-page.ts';
import { capture } from '../page/capture.ts';
import type { PageSnapshot } from '../page/snapshot.ts';
import { snapshotOf } from '../page/testing.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { labelledValues } from './pairs/pairs.ts';
import { surveyPage } from './survey/survey.ts';

/** Words that tests take for labels. */
const LABELS = new Set(
  '拟稿人 拟办人 起草人 核稿人 审核 审核人 签发 签发人 批准 批准人 编制 承办人 负责人 拟稿日期 日期 标题 公文标题 发文字号 密级 紧急程度 文种 主送 联系电话 厅领导批示 领导批示 拟稿部门 办理结果 正文 填写人 会签'.split(
    ' ',
  ),
);

/** The pairs of a snapshot, whatever a label means. */
export function pairsOfSnapshot(snapshot: PageSnapshot): LabelledValue[] {
  return labelledValues(snapshot, surveyPage(snapshot), (text) => LABELS.has(labelKey(text)));
}

export async function pairsOf(html: string): Promise<LabelledValue[]> {
  return pairsOfSnapshot(await snapshotOf(html));
}

/** Pairs as short lines: `label=value`, with `?` for empty, `!` for unreadable, `~` for hidden, `*` for required, `#` for a picture. */
export async function linesOf(html: string): Promise<string[]> {
  return (await pairsOf(html)).map(
    (pair) =>
      `${pair.hidden ? '~' : ''}${pair.label}${pair.required ? '*' : ''}=${pair.state === 'filled' ? pair.value : pair.state === 'empty' ? '?' : '!'}${pair.picture ? '#' : ''}`,
  );
}

/** The snapshot of a saved page, as the command line takes it. */
export async function snapshotOfFile(html: string, name = 'page.html'): Promise<PageSnapshot> {
  const page = await openPage(name, new TextEncoder().encode(html), () => undefined);
  const snapshot = await capture(page.document);
  page.close();
  return snapshot;
}
