import { describe, expect, it } from 'vitest';
import { damaged, fc, fuzzRounds, problemCode } from '../../base/testing.ts';
import { paragraph, run, WORD_NAMESPACES } from '../testing.ts';
import { readWordXmlContent } from './read.ts';

const FILE = { name: '甲.doc', sha256: 'ab'.repeat(32) };
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (xml: string) => readWordXmlContent(bytesOf(xml), FILE);
const codeOf = (bytes: Uint8Array): string => problemCode(() => readWordXmlContent(bytes, FILE));

const NAMESPACES =
  'xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:v="urn:schemas-microsoft-com:vml"';
const word2003 = (body: string, before = ''): string =>
  `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument ${NAMESPACES}>${before}<w:body><wx:sect>${body}</wx:sect></w:body></w:wordDocument>`;

describe('the XML of Word 2003', () => {
  it('reads sections, styles and lists', () => {
    const before =
      '<w:lists><w:listDef w:listDefId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:nfc w:val="37"/><w:suff w:val="Nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:listDef><w:list w:ilfo="1"><w:ilst w:val="0"/></w:list></w:lists><w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>';
    const item = paragraph('项', '<w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/></w:listPr>');
    const body = `<wx:sub-section>${paragraph('题', '<w:pStyle w:val="1"/>')}${item}${item}</wx:sub-section>${paragraph('文')}`;
    expect(read(word2003(body, before)).blocks).toMatchObject([
      { kind: 'heading', level: 1, text: '题' },
      { kind: 'list-item', text: '一、项' },
      { kind: 'list-item', text: '二、项' },
      { kind: 'paragraph', text: '文' },
    ]);
  });

  it('takes tracked changes as accepted, joins what a deleted end parted, and counts comments', () => {
    const change = (type: string, inner: string) =>
      `<aml:annotation w:type="Word.${type}"><aml:content>${inner}</aml:content></aml:annotation>`;
    const deletedEnd = `<w:rPr>${change('Deletion', '')}</w:rPr>`;
    const comment =
      '<w:r><aml:annotation w:type="Word.Comment"><aml:content><w:p><w:r><w:t>批</w:t></w:r></w:p></aml:content></aml:annotation></w:r>';
    const body = `<w:p><w:pPr>${deletedEnd}</w:pPr>${run('经办')}${change('Deletion', '<w:r><w:delText>必须</w:delText></w:r>')}${change('Insertion', run('应'))}${comment}</w:p>${paragraph('后')}`;
    const content = read(word2003(body));
    expect(content.blocks.map(({ text }) => text)).toEqual(['经办应后']);
    expect(content).toMatchObject({ tracked: true, comments: 1 });
  });

  it('reads tables, headers that are shown, notes and properties', () => {
    const cell = (text: string, facts = '') => `<w:tc><w:tcPr>${facts}</w:tcPr>${paragraph(text)}</w:tc>`;
    const rows = `<w:tr>${cell('甲', '<w:vmerge w:val="restart"/>')}${cell('乙')}</w:tr><w:tr>${cell('', '<w:vmerge/>')}${cell('丙')}</w:tr>`;
    const headers = `<w:sectPr><w:hdr w:type="odd">${paragraph('眉')}</w:hdr><w:hdr w:type="first">${paragraph('首')}</w:hdr><w:ftr w:type="even">${paragraph('偶')}</w:ftr></w:sectPr>`;
    const note = `<w:p>${run('正文')}<w:r><w:footnote>${paragraph('注')}</w:footnote></w:r></w:p>`;
    const properties = '<o:DocumentProperties><o:Title>题</o:Title><o:Author>甲</o:Author></o:DocumentProperties>';
    const content = read(word2003(`<w:tbl>${rows}</w:tbl>${note}${headers}`, properties));
    expect(content.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['table', '甲\t乙\n\t丙'],
      ['paragraph', '正文'],
      ['header', '眉'],
      ['note', '注'],
    ]);
    expect(content.tables[0]?.rows[0]?.[0]).toMatchObject({ text: '甲', rows: 2 });
    expect(content.properties).toEqual({ title: '题', creator: '甲' });
  });
});

describe('the parts of a .docx in one piece', () => {
  const part = (name: string, inner: string) =>
    `<pkg:part pkg:name="${name}"><pkg:xmlData>${inner}</pkg:xmlData></pkg:part>`;
  const REL = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const related = (type: string, target: string) =>
    `<Relationships xmlns="${REL}"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const flat = (...parts: string[]) =>
    `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`;

  it('reads them as those of a zip', () => {
    const xml = flat(
      part('/_rels/.rels', related('officeDocument', 'word/document.xml')),
      part('/word/_rels/document.xml.rels', related('header', 'header1.xml')),
      part('/word/header1.xml', `<w:hdr ${WORD_NAMESPACES}>${paragraph('眉')}</w:hdr>`),
      part(
        '/word/document.xml',
        `<w:document ${WORD_NAMESPACES}><w:body>${paragraph('文')}<w:sectPr><w:headerReference w:type="default" r:id="r1"/></w:sectPr></w:body></w:document>`,
      ),
    );
    expect(read(xml).blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', '文'],
      ['header', '眉'],
    ]);
  });

  it('names one without a document', () => {
    expect(codeOf(bytesOf(flat(part('/word/document.xml', '<a/>'))))).toBe('file-not-docx');
  });
});

it('gives what stands in it or a coded problem for every damaged file', () => {
  const whole = bytesOf(
    word2003(
      `${paragraph('文', '<w:listPr><w:ilfo w:val="1"/></w:listPr>')}<w:tbl><w:tr><w:tc>${paragraph('甲')}</w:tc></w:tr></w:tbl>`,
    ),
  );
  fc.assert(
    fc.property(damaged(whole, { changes: 4 }), (bytes) => {
      const code = codeOf(bytes);
      expect(code === 'none' || code.startsWith('file-')).toBe(true);
    }),
    { numRuns: fuzzRounds(), seed: 7 },
  );
});
