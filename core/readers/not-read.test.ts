import { describe, expect, it } from 'vitest';
import { fieldOf } from '../document/model.ts';
import { readPage } from './index.ts';
import { snapshotOfFile } from './testing.ts';

/** A signed sheet with something in the place of its text, and something else in the box of the approver. */
async function sheet(body: string, approver = '何长青') {
  const rows = [
    ['标题', '关于防汛值班的通知'],
    ['拟稿人', '田小禾'],
    ['核稿人', '石大川'],
    ['签发人', approver],
    ['正文', body],
  ];
  const cells = rows.map(([label, value]) => `<tr><td>${label}</td><td>${value}</td></tr>`).join('');
  return readPage(await snapshotOfFile(`<!DOCTYPE html><body><h1>发文处理单</h1><table>${cells}</table></body>`));
}

const unread = async (body: string, approver?: string): Promise<string[]> =>
  (await sheet(body, approver)).notes.filter(({ kind }) => kind === 'unreadable').map(({ text }) => text);

describe('controls that draw the text themselves', () => {
  it.each([
    ['金格 iWebOffice', '<object id="WebOffice" classid="clsid:23739A7E-5741-4D1C-88D5-D50B18F7C347"></object>'],
    ['金格 iWebOffice', '<object id="JGWebOffice_editonline" type="application/kg-activex"></object>'],
    ['金格 iWebPDF', '<object id="WebPDF" codebase="iWebPDF.cab#version=8"></object>'],
    ['NTKO 文档', '<object id="TANGER_OCX" classid="clsid:A39F1330-3322-4a1d-9BF0-0BA2BB90E970"></object>'],
    ['WPS', '<object name="webwps" type="application/x-wps"></object>'],
    ['PageOffice', '<object id="PageOfficeCtrl1"></object>'],
    ['PDF 阅读', '<embed src="/files/8.pdf#page=1" type="application/pdf">'],
    ['OFD 阅读', '<object data="/files/8.ofd"></object>'],
    ['文档', '<object title="文档控件"></object>'],
  ])('%s is named', async (name, html) => {
    expect(await unread(html)).toEqual([`正文在${name}控件里，没读到。请另存成文件后检查。`]);
  });

  it('a viewer in a frame is named, and not called an address', async () => {
    expect(await unread('<iframe src="/files/8.pdf"></iframe>')).toEqual([
      '正文在PDF 阅读控件里，没读到。请另存成文件后检查。',
    ]);
  });

  it('a control for signatures holds no text: its box is not read, and nothing else', async () => {
    const html = '<object id="iWebRevision1" classid="clsid:0"></object>';
    expect(await unread('请各村做好值班。', html)).toEqual([]);
    const { state } = fieldOf(await sheet('请各村做好值班。', html), 'approver');
    expect(state).toBe('unreadable');
  });
});

describe('pictures in the place of the text', () => {
  it('a picture alone is said', async () => {
    expect(await unread('<img src="/scan/1.jpg" width="800"><img src="/scan/2.jpg" width="800">')).toEqual([
      '正文是图片，没读到。请目视检查，或提供可编辑的文件。',
    ]);
  });

  it.each([
    ['beside its text', `<p>${'请各村做好防汛值班工作。'.repeat(6)}</p><img src="/photo.jpg" width="400">`],
    ['that is an icon', '<img src="/icon/word.png"> 请看附件。'],
  ])('a picture %s is not', async (_, html) => {
    expect(await unread(html)).toEqual([]);
  });
});
