import { JSDOM } from 'jsdom';
import { labelKey } from '../base/text.ts';
import type { LabelledValue } from '../pairing/pair.ts';
import { type CaptureOptions, capture } from './capture.ts';
import { labelledValues } from './pairs.ts';
import type { PageSnapshot } from './snapshot.ts';

/** Words that tests take for labels. */
const LABELS = new Set(
  '拟稿人 拟办人 起草人 核稿人 审核 审核人 签发 签发人 批准 批准人 编制 承办人 负责人 拟稿日期 日期 标题 公文标题 发文字号 密级 紧急程度 文种 主送 联系电话 厅领导批示 领导批示 拟稿部门 办理结果 正文 填写人 会签'.split(
    ' ',
  ),
);

export function isTestLabel(text: string): boolean {
  return LABELS.has(labelKey(text));
}

/** A page of a made-up OA; scripts in it run, so that a test can put values where markup does not show them. */
export function open(html: string): JSDOM {
  return new JSDOM(`<!doctype html><body>${html}`, { url: 'http://oa.example/form', runScripts: 'dangerously' });
}

export async function snapshotOf(html: string, options?: CaptureOptions): Promise<PageSnapshot> {
  return capture(open(html).window.document, options);
}

export async function pairsOf(html: string): Promise<LabelledValue[]> {
  return labelledValues(await snapshotOf(html), isTestLabel);
}

/** Pairs as short lines: `label=value`, with `?` for empty, `!` for unreadable, `~` for hidden, `*` for required, `#` for a picture. */
export async function linesOf(html: string): Promise<string[]> {
  return (await pairsOf(html)).map(
    (pair) =>
      `${pair.hidden ? '~' : ''}${pair.label}${pair.required ? '*' : ''}=${pair.state === 'filled' ? pair.value : pair.state === 'empty' ? '?' : '!'}${pair.picture ? '#' : ''}`,
  );
}
