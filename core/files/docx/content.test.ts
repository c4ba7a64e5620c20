import { describe, expect, it } from 'vitest';
import { paragraph, run, WORD_NAMESPACES, type WordParts, wordFile } from '../testing.ts';
import { readContent, type WordContent } from './content.ts';

const FILE = { name: '甲.docx', sha256: 'ab'.repeat(32) };
const read = (parts: WordParts): WordContent => readContent(wordFile(parts), FILE);
const texts = (parts: WordParts): string[] => read(parts).blocks.map((block) => block.text);
const body = (inner: string): string[] => texts({ body: inner });

const level = (index: number, format: string, text: string, more = '', suffix = 'nothing'): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:suff w:val="${suffix}"/><w:lvlText w:val="${text}"/></w:lvl>`;
const list = (id: string, levels: string): string => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`;
const instance = (id: string, definition: string, more = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${definition}"/>${more}</w:num>`;
const numbered = (id: string, ilvl = 0): string =>
  `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${id}"/></w:numPr>`;

describe('text', () => {
  it('keeps tabs and line ends and drops what prints nothing', () => {
    expect(
      body('<w:p><w:r><w:t>编制：张\u200b三</w:t><w:tab/><w:t> 审核：李四 </w:t><w:br/><w:t>批准：</w:t></w:r></w:p>'),
    ).toEqual(['编制：张三\t审核：李四\n批准：']);
  });

  it('takes tracked changes as accepted', () => {
    const content = read({
      body: `<w:p>${run('经办')}<w:del>${run('必须')}<w:r><w:delText>必须</w:delText></w:r></w:del><w:ins>${run('应')}</w:ins><w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('新')}</w:moveTo></w:p>`,
    });
    expect(content.blocks.map((block) => block.text)).toEqual(['经办应新']);
    expect(content.tracked).toBe(true);
  });

  it('joins a paragraph whose mark was deleted with the next', () => {
    expect(body(`${paragraph('前半', '<w:rPr><w:del w:id="1"/></w:rPr>')}${paragraph('后半')}`)).toEqual(['前半后半']);
    expect(body(paragraph('末尾', '<w:rPr><w:del w:id="1"/></w:rPr>'))).toEqual(['末尾']);
  });

  it('does not read properties of an earlier state', () => {
    expect(body(paragraph('正文', '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>'))).toEqual([
      '正文',
    ]);
    expect(
      read({ body: paragraph('正文', '<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>') }).blocks[0]
        ?.kind,
    ).toBe('paragraph');
  });

  it('takes the first choice, with or without a fallback', () => {
    const choice = `<mc:Choice Requires="wps">${run('甲')}</mc:Choice>`;
    expect(
      body(`<w:p><mc:AlternateContent>${choice}<mc:Fallback>${run('乙')}</mc:Fallback></mc:AlternateContent></w:p>`),
    ).toEqual(['甲']);
    expect(body(`<w:p><mc:AlternateContent>${choice}</mc:AlternateContent></w:p>`)).toEqual(['甲']);
  });

  it('reads text boxes once, as text of their own', () => {
    const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const content = read({
      body: `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('框里')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('框里')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    });
    expect(content.blocks.map((block) => [block.text, block.source])).toMatchObject([
      ['正文', { place: { paragraph: 1 } }],
      ['框里', { place: { box: 1, paragraph: 1 } }],
    ]);
    expect(content.pictures).toBe(0);
  });

  it('never takes the prompt of an empty content control for text', () => {
    const control = (prompt: string, text: string) =>
      `<w:sdt><w:sdtPr>${prompt}</w:sdtPr><w:sdtContent>${text}</w:sdtContent></w:sdt>`;
    expect(body(`<w:p>${run('批准：')}${control('<w:showingPlcHdr/>', run('单击此处输入'))}</w:p>`)).toEqual([
      '批准：',
    ]);
    expect(body(control('', paragraph('整段')))).toEqual(['整段']);
    expect(body(control('<w:showingPlcHdr/>', paragraph('提示')))).toEqual([]);
  });

  it('shows results of fields and not their codes', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = `<w:r><w:instrText> DATE </w:instrText></w:r>${run('不显示')}`;
    expect(
      body(`<w:p>${run('日期：')}${mark('begin')}${code}${mark('separate')}${run('2026-01-05')}${mark('end')}</w:p>`),
    ).toEqual(['日期：2026-01-05']);
    expect(body(`<w:p>${mark('begin')}${code}</w:p>${paragraph('后文')}`)).toEqual(['后文']);
    expect(body(`<w:p><w:fldSimple w:instr="PAGE">${run('3')}</w:fldSimple></w:p>`)).toEqual(['3']);
  });

  it('shows what is ticked and chosen in fields of a form', () => {
    const form = (facts: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${facts}</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORM</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const choice = '<w:listEntry w:val="甲"/><w:listEntry w:val="乙"/>';
    expect(
      body(
        `<w:p>${form('<w:checkBox><w:default w:val="1"/></w:checkBox>')}${form(`<w:ddList><w:result w:val="1"/>${choice}</w:ddList>`)}${form(`<w:ddList>${choice}</w:ddList>`)}</w:p>`,
      ),
    ).toEqual(['☑乙甲']);
  });

  it('counts comments, which are no part of the text', () => {
    const content = read({ body: `<w:p>${run('文')}<w:r><w:commentReference w:id="0"/></w:r></w:p>` });
    expect(content).toMatchObject({ comments: 1, blocks: [{ text: '文' }] });
  });

  it('takes text in the style of prompts for none', () => {
    const styles = '<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>';
    expect(
      texts({ styles, body: `<w:p>${run('批准：')}${run('单击此处输入', '<w:rStyle w:val="a3"/>')}</w:p>` }),
    ).toEqual(['批准：']);
  });

  it('leaves hidden text out and says so', () => {
    const content = read({
      body: `<w:p>${run('见')}${run('密', '<w:vanish/>')}${run('明', '<w:vanish w:val="0"/>')}</w:p>`,
    });
    expect(content.blocks[0]?.text).toBe('见明');
    expect(content.hidden).toBe(true);
  });

  it('reads hyperlinks, ruby, symbols and formulas', () => {
    expect(
      body(
        `<w:p><w:hyperlink>${run('网址')}</w:hyperlink><w:r><w:ruby><w:rt>${run('yin')}</w:rt><w:rubyBase>${run('音')}</w:rubyBase></w:ruby></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>`,
      ),
    ).toEqual(['网址音☑x=1']);
  });
});

describe('automatic numbers', () => {
  const numbering =
    list(
      '0',
      level(0, 'chineseCounting', '%1、') +
        level(1, 'chineseCounting', '（%2）') +
        level(2, 'decimal', '%3.', '', 'space'),
    ) +
    list('1', level(0, 'decimal', '%1', '', 'tab') + level(1, 'decimal', '%1.%2', '', 'tab')) +
    list('2', level(0, 'lowerLetter', '%1)')) +
    list('3', level(0, 'bullet', '\uf0b7')) +
    instance('1', '0') +
    instance('2', '1') +
    instance('3', '2') +
    instance('4', '2', '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
    instance('5', '3') +
    instance('6', '2');
  const shown = (...items: [id: string, level?: number][]): string[] =>
    texts({ numbering, body: items.map(([id, at]) => paragraph('文', numbered(id, at))).join('') });

  it('counts levels and starts deeper ones anew', () => {
    expect(shown(['1'], ['1', 1], ['1', 1], ['1', 2], ['1'], ['1', 1])).toEqual([
      '一、文',
      '（一）文',
      '（二）文',
      '1. 文',
      '二、文',
      '（一）文',
    ]);
    expect(shown(['2'], ['2', 1], ['2', 1], ['2'], ['2', 1])).toEqual(['1 文', '1.1 文', '1.2 文', '2 文', '2.1 文']);
  });

  it('goes on counting over instances of one list unless one starts anew', () => {
    expect(shown(['3'], ['3'], ['6'], ['4'], ['4'])).toEqual(['a)文', 'b)文', 'c)文', 'a)文', 'b)文']);
  });

  it('goes on from the start of an instance whose upper levels were counted by others', () => {
    const starts = [2, 99].map(
      (start, at) => `<w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
    );
    const more =
      list('9', level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2')) +
      instance('9', '9') +
      instance('10', '9', starts.join(''));
    const items = [
      ['9', 0],
      ['9', 0],
      ['9', 1],
      ['10', 1],
      ['9', 1],
      ['9', 0],
    ] as const;
    expect(
      texts({ numbering: more, body: items.map(([id, at]) => paragraph('文', numbered(id, at))).join('') }),
    ).toEqual(['1文', '2文', '2.1文', '2.99文', '2.100文', '3文']);
  });

  it('draws private bullets as a dot and keeps the marker apart', () => {
    const [block] = read({ numbering, body: paragraph('项', numbered('5')) }).blocks;
    expect(block).toMatchObject({ kind: 'list-item', text: '•项', marker: '•' });
  });

  it('takes no number from list 0 and none from a list that is not there', () => {
    expect(texts({ numbering, body: paragraph('甲', numbered('0')) + paragraph('乙', numbered('77')) })).toEqual([
      '甲',
      '乙',
    ]);
  });

  it('keeps legal numbering and levels that never restart', () => {
    const more =
      list(
        '9',
        level(0, 'chineseCounting', '第%1章') +
          level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
          level(2, 'decimal', '注%3', '<w:lvlRestart w:val="0"/>'),
      ) + instance('9', '9');
    const at = (index: number) =>
      paragraph('', numbered('9', index)).replace('<w:t xml:space="preserve"></w:t>', '<w:t>文</w:t>');
    expect(texts({ numbering: more, body: at(0) + at(1) + at(2) + at(0) + at(1) + at(2) })).toEqual([
      '第一章文',
      '1.1文',
      '注1文',
      '第二章文',
      '2.1文',
      '注2文',
    ]);
  });

  it('survives links between lists and styles that go in a circle', () => {
    const circle =
      '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>';
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>';
    expect(texts({ numbering: circle, styles, body: paragraph('文', numbered('5')) })).toEqual(['文']);
  });

  it('follows a link to the list of a numbering style', () => {
    const linked = `<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>${list('6', level(0, 'upperRoman', '%1.'))}${instance('5', '5')}${instance('6', '6')}`;
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="6"/></w:numPr></w:pPr></w:style>';
    expect(texts({ numbering: linked, styles, body: paragraph('文', numbered('5')) })).toEqual(['I.文']);
  });
});

describe('styles', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="章"><w:name w:val="章标题"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="条"><w:name w:val="一级条标题"/><w:basedOn w:val="章"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="圈1"><w:basedOn w:val="圈2"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="圈2"><w:basedOn w:val="圈1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
  const numbering =
    list(
      '1',
      level(0, 'decimal', '%1', '<w:pStyle w:val="章"/>', 'tab') +
        level(1, 'decimal', '%1.%2', '<w:pStyle w:val="条"/>', 'tab'),
    ) + instance('2', '1');
  const styled = (style: string, text: string, more = '') => paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);

  it('finds headings by name, by outline level and through the style it is based on', () => {
    const { blocks } = read({
      styles,
      numbering,
      body:
        styled('1', '甲') +
        styled('章', '范围') +
        styled('条', '总则') +
        styled('章', '非', '<w:outlineLvl w:val="9"/>'),
    });
    expect(blocks).toMatchObject([
      { kind: 'heading', level: 1, text: '甲' },
      { kind: 'heading', level: 1, text: '1 范围', marker: '1' },
      { kind: 'heading', level: 2, text: '1.1 总则' },
      { kind: 'list-item', text: '2 非' },
    ]);
  });

  it('cuts styles that are based on one another in a circle', () => {
    expect(texts({ styles, body: styled('圈1', '文') })).toEqual(['文']);
  });

  it('keeps a table of contents out of the text', () => {
    const { blocks } = read({ styles, body: styled('TOC1', '1 范围 1') + paragraph('正文') });
    expect(blocks.map((block) => block.region)).toEqual(['form', 'body']);
  });
});

describe('tables', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${paragraph(text)}</w:tc>`;
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`;

  it('lays out spans and locates cells', () => {
    const { blocks, tables } = read({
      body:
        paragraph('前') +
        table(
          row(cell('甲', '<w:vMerge w:val="restart"/>'), cell('乙', '<w:gridSpan w:val="2"/>')),
          row(cell('看不见', '<w:vMerge/>'), cell('丙'), cell('丁')),
        ),
    });
    expect(blocks[1]?.rows).toEqual([
      ['甲', '乙', ''],
      ['', '丙', '丁'],
    ]);
    const facts = tables[0]?.rows.flat().map((one) => [one.text, one.rows, one.columns, one.source.place]);
    expect(facts).toEqual([
      ['甲', 2, 1, { table: 1, row: 1, cell: 1 }],
      ['乙', 1, 2, { table: 1, row: 1, cell: 2 }],
      ['丙', 1, 1, { table: 1, row: 2, cell: 2 }],
      ['丁', 1, 1, { table: 1, row: 2, cell: 3 }],
    ]);
  });

  it('keeps the columns that a row leaves out before its first cell', () => {
    const indented = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('丙')}</w:tr>`;
    const { blocks, tables } = read({ body: table(row(cell('甲'), cell('乙')), indented) });
    expect(blocks[0]?.rows).toEqual([
      ['甲', '乙'],
      ['', '丙'],
    ]);
    expect(tables[0]?.rows[1]?.map((one) => one.text)).toEqual(['', '丙']);
  });

  it('shows automatic numbers of cells', () => {
    const numbering = list('0', level(0, 'decimal', '%1')) + instance('1', '0');
    const number = `<w:tc><w:p><w:pPr>${numbered('1')}</w:pPr></w:p></w:tc>`;
    expect(read({ numbering, body: table(row(number, cell('甲')), row(number, cell('乙'))) }).blocks[0]?.rows).toEqual([
      ['1', '甲'],
      ['2', '乙'],
    ]);
  });

  it('keeps rows and cells that stand in content controls, empty where only a prompt is shown', () => {
    const control = (prompt: string, inner: string) =>
      `<w:sdt><w:sdtPr>${prompt}</w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`;
    const prompted = control('<w:showingPlcHdr/>', cell('单击此处'));
    const filled = control('', control('', cell('王芳')));
    const { blocks } = read({ body: table(row(cell('批准'), prompted), control('', row(cell('编制'), filled))) });
    expect(blocks[0]?.rows).toEqual([
      ['批准', ''],
      ['编制', '王芳'],
    ]);
  });

  it('leaves deleted rows and cells out', () => {
    const deleted = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('旧')}${cell('旧')}</w:tr>`;
    const content = read({ body: table(deleted, row(cell('甲'), cell('删', '<w:cellDel w:id="2"/>'), cell('乙'))) });
    expect(content.blocks[0]?.rows).toEqual([['甲', '乙']]);
    expect(content.tracked).toBe(true);
  });

  it('reads a table in a cell as one of its own and a single cell as no table', () => {
    const inner = table(row(cell('内'), cell('值')));
    const { blocks, tables } = read({
      body: table(row(`<w:tc>${inner}${paragraph('')}</w:tc>`, cell('外'))) + table(row(cell('框'))),
    });
    expect(blocks.map((block) => block.text)).toEqual(['\t外', '内\t值', '框']);
    expect(tables[0]?.rows[0]?.[0]).toMatchObject({ text: '', nested: true });
  });

  it('sees a signature picture in a cell', () => {
    const picture = '<w:tc><w:p><w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r></w:p></w:tc>';
    const content = read({ body: table(row(cell('批准'), picture)) });
    expect(content.tables[0]?.rows[0]?.[1]).toMatchObject({ text: '', picture: true });
    expect(content.pictures).toBe(1);
  });
});

describe('parts around the text', () => {
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="rH1"/><w:headerReference w:type="first" r:id="rH2"/><w:footerReference w:type="default" r:id="rF1"/></w:sectPr>';

  it('reads the headers and footers that are shown, and notes that are referred to', () => {
    const { blocks } = read({
      body: `<w:p>${run('正文')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${section}`,
      headers: [paragraph('Q/YTBM 101—2022'), paragraph('不显示的首页')],
      footers: [paragraph('1')],
      footnotes: `<w:footnote w:id="0">${paragraph('分隔')}</w:footnote><w:footnote w:id="2">${paragraph('脚注文')}</w:footnote>`,
    });
    expect(blocks.map((block) => [block.kind, block.text, block.source])).toMatchObject([
      ['paragraph', '正文', { place: { paragraph: 1 } }],
      ['header', 'Q/YTBM 101—2022', { place: { header: 1 } }],
      ['footer', '1', { place: { footer: 1 } }],
      ['note', '脚注文', { place: { footnote: 1 } }],
    ]);
  });

  it('reads core properties', () => {
    expect(
      read({
        body: paragraph('文'),
        properties:
          '<dc:title>标题</dc:title><dc:creator> 甲 </dc:creator><cp:lastModifiedBy/><dcterms:created>2026-01-05T08:00:00Z</dcterms:created>',
      }).properties,
    ).toEqual({
      title: '标题',
      creator: '甲',
      created: '2026-01-05T08:00:00Z',
    });
  });

  it('reads the strict edition and other prefixes', () => {
    const strict = `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:outlineLvl x:val="1"/></x:pPr><x:r><x:t>文</x:t></x:r></x:p></x:body></x:document>`;
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/main.xml"/></Relationships>';
    const { blocks } = read({ body: '', raw: { 'word/main.xml': strict, '_rels/.rels': relationships } });
    expect(blocks).toMatchObject([{ kind: 'heading', level: 2, text: '文' }]);
  });

  it('reads a document in UTF-16', () => {
    const xml = `\ufeff<?xml version="1.0" encoding="UTF-16"?><w:document ${WORD_NAMESPACES}><w:body>${paragraph('文')}</w:body></w:document>`;
    expect(texts({ body: '', raw: { 'word/document.xml': new Uint8Array(Buffer.from(xml, 'utf16le')) } })).toEqual([
      '文',
    ]);
  });
});
