import { describe, expect, it, vi } from 'vitest';
import { sha256Now } from '../base/hash.ts';
import { ProblemError } from '../base/problems.ts';
import { damaged, fc, fuzzRounds } from '../base/testing.ts';
import { type DocumentModel, fieldOf } from '../document/model.ts';
import type { Role } from '../document/vocabulary.ts';
import { docFile, line } from './doc/testing.ts';
import { mhtmlFile } from './mhtml/testing.ts';
import type { ReadOptions } from './parser.ts';
import { readDocument } from './read.ts';
import { rtfFile } from './rtf/testing.ts';
import { compoundFile, paragraph, run, wordFile, zipOf } from './testing.ts';

// Hundreds of damaged files in one test: slow on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const read = (
  name: string,
  content: Uint8Array | string,
  options: Partial<ReadOptions> = {},
): Promise<DocumentModel> => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readDocument(name, bytes, { uri: name, sha256: sha256Now(bytes), ...options });
};

async function codeOf(name: string, content: Uint8Array | string): Promise<string> {
  try {
    await read(name, content);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return 'none';
}

const cell = (inner: string): string => `<w:tc><w:p>${inner}</w:p></w:tc>`;
const table = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`;
const state = (model: DocumentModel, role: Role) => fieldOf(model, role).state;

describe('Word files', () => {
  it('finds signers in a table, with the cell they stand in', async () => {
    const picture = '<w:r><w:drawing><a:blip r:embed="rId9"/></w:drawing></w:r>';
    const prompt = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run('单击此处')}</w:sdtContent></w:sdt>`;
    const model = await read(
      '审批表.docx',
      wordFile({
        body:
          paragraph('标准发布审批表') +
          table([run('编制人'), run('王芳')], [run('审核人'), prompt], [run('批准人'), picture]),
      }),
    );
    expect(fieldOf(model, 'drafter')).toMatchObject({
      state: 'present',
      value: ['王芳'],
      sources: [{ place: { table: 1, row: 1, cell: 2 } }],
    });
    expect(state(model, 'reviewer')).toBe('blank');
    expect(fieldOf(model, 'approver')).toMatchObject({ state: 'present', value: [], unverified: true });
  });

  it('finds the signers of the newest revision above rows that wait, also under 拟制人', async () => {
    const revisions = [
      ['发布/修改记录', '', '', '', '', ''],
      ['版号', '日期', '修改原因及内容摘要', '拟制人', '审核人', '批准人'],
      ['A0', '2026-7-8', '首次发布', '王芳', '李建国', '周明'],
      ['', '', '', '', '', ''],
      ['', '', '', '', '', ''],
    ];
    const body = table(...revisions.map((row) => row.map((text) => (text === '' ? '' : run(text)))));
    const model = await read('规则.docx', wordFile({ body: body + paragraph('重大事项议事规则') }));
    for (const [role, name] of [
      ['drafter', '王芳'],
      ['reviewer', '李建国'],
      ['approver', '周明'],
    ] as const)
      expect(fieldOf(model, role)).toMatchObject({ state: 'present', value: [name] });
  });

  it('finds signers in lines of text', async () => {
    const model = await read(
      '甲.docx',
      wordFile({
        body: `${paragraph('窗口服务规范')}<w:p>${run('编制：王芳')}<w:r><w:tab/></w:r>${run('审核：')}<w:r><w:tab/></w:r>${run('批准：周志强')}</w:p>`,
      }),
    );
    expect([state(model, 'drafter'), state(model, 'reviewer'), state(model, 'approver')]).toEqual([
      'present',
      'blank',
      'present',
    ]);
  });

  it('finds the signer behind the number of an upward document', async () => {
    const lines = ['源政〔2026〕18号　　签发人：周志强', '源潭镇人民政府关于购置设备的请示', '县人民政府：'];
    const model = await read('甲.docx', wordFile({ body: lines.map((text) => paragraph(text)).join('') }));
    expect(fieldOf(model, 'approver')).toMatchObject({ state: 'present', value: ['周志强'] });
    expect(fieldOf(model, 'docNumber').value).toBe('源政〔2026〕18号');
  });

  it('takes a word that is a label elsewhere for a value where its column holds values', async () => {
    const rows = [
      ['培训主题', '窗口服务规范', '培训时间', '2026年3月26日'],
      ['培训地点', '三楼会议室', '讲师', '李建国'],
      ['培训对象', '窗口人员', '学时', '3'],
    ];
    const model = await read('甲.docx', wordFile({ body: table(...rows.map((row) => row.map((text) => run(text)))) }));
    expect(model.pairs.map(({ label, value }) => `${label}=${value}`)).toContain('培训对象=窗口人员');
    expect(state(model, 'handler')).toBe('absent');
  });

  it('names a form by its first line and not by the properties that a template left', async () => {
    const body = `${paragraph('标准修订申请表')}${table([run('标准编号'), run('Q/YTBM 301—2026')], [run('申请人'), run('王芳')])}`;
    const model = await read('甲.docx', wordFile({ body, properties: '<dc:title>模板</dc:title>' }));
    expect(model).toMatchObject({ title: '标准修订申请表', kind: 'record' });
  });

  it.each([
    ['窗口服务十条', ['窗口服务十条', '一段文字。'], '窗口服务十条'],
    ['窗口服务十条', ['窗口服务', '十条', '一段文字。'], '窗口服务十条'],
    ['去年的标题', ['[此处输入文件标题]', '一段文字。'], ''],
    ['〔2020〕号', ['青政发〔2024〕24号', '一段文字。'], ''],
    ['模板', ['一段文字。'], ''],
  ])('takes the title %s of the properties only where the text shows it', async (property, lines, title) => {
    const body = lines.map((line) => paragraph(line)).join('');
    const model = await read('乙.docx', wordFile({ body, properties: `<dc:title>${property}</dc:title>` }));
    expect(model.title).toBe(title);
  });

  it('does not take a cell with a table in it for an empty box', async () => {
    const inner = `<w:tc>${table([run('甲'), run('乙')], [run('丙'), run('丁')])}<w:p/></w:tc>`;
    const rows = `<w:tr>${cell(run('批准人'))}${inner}</w:tr><w:tr>${cell(run('编制人'))}${cell(run('王芳'))}</w:tr>`;
    const model = await read('甲.docx', wordFile({ body: `<w:tbl>${rows}</w:tbl>` }));
    expect(state(model, 'approver')).toBe('unreadable');
  });

  it('says of a scan that there is no text, and calls nothing missing', async () => {
    const model = await read(
      '扫描.docx',
      wordFile({ body: '<w:p><w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r></w:p>' }),
    );
    expect(model.notes).toContainEqual(
      expect.objectContaining({ kind: 'unreadable', problem: expect.objectContaining({ code: 'no-text' }) }),
    );
    expect(new Set(model.fields.map((field) => field.state))).toEqual(new Set(['unreadable']));
  });

  it('tells what was left out of the reading', async () => {
    const model = await read(
      '甲.docx',
      wordFile({
        body: `<w:p>${run('文')}<w:ins>${run('新')}</w:ins>${run('隐', '<w:vanish/>')}</w:p><w:altChunk/>`,
        properties: '<dc:creator>甲</dc:creator>',
      }),
    );
    expect(model.notes.map((note) => note.kind)).toEqual(expect.arrayContaining(['incomplete', 'remark']));
    expect(model.notes.map((note) => note.text).join()).toMatch(/修订.*隐藏.*创建者“甲”/s);
    expect(state(model, 'approver')).toBe('unreadable');
  });

  it('reads a page that was put in whole as the text', async () => {
    const page = mhtmlFile([
      {
        type: 'text/html; charset="utf-8"',
        content: new TextEncoder().encode('<h1>窗口服务规定</h1><p>第一条 公开。</p>'),
      },
    ]);
    const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
    const model = await read(
      '甲.docx',
      wordFile({
        body: '<w:altChunk r:id="page"/>',
        raw: {
          'word/page.mht': page,
          'word/_rels/document.xml.rels': `<Relationships xmlns="${relationships}"><Relationship Id="page" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="page.mht"/></Relationships>`,
        },
      }),
    );
    expect(model.title).toBe('窗口服务规定');
    expect(model.blocks.map(({ text, region }) => [text, region])).toEqual([
      ['窗口服务规定', 'body'],
      ['第一条 公开。', 'body'],
    ]);
  });

  it('lets the user name the stage', async () => {
    const model = await read('甲.docx', wordFile({ body: table([run('拟稿人'), run('王芳')], [run('签发人'), '']) }), {
      stage: 'drafting',
    });
    expect(model.stage).toBe('drafting');
    expect(fieldOf(model, 'approver')).toMatchObject({ state: 'blank', pending: true });
  });
});

describe('saved pages', () => {
  it('reads a form in a frame that was saved beside the page', async () => {
    const beside = (reference: string) =>
      reference === 'f/a.html'
        ? new TextEncoder().encode('<table><tr><td>拟稿人</td><td>王芳</td><td>签发人</td><td></td></tr></table>')
        : undefined;
    const model = await read('甲.html', '<!doctype html><h1>发文稿纸</h1><iframe src="f/a.html"></iframe>', { beside });
    expect(fieldOf(model, 'drafter')).toMatchObject({ state: 'present', value: ['王芳'], sources: [{ frame: '0' }] });
    expect(state(model, 'approver')).toBe('blank');
  });

  /** A page that publishes a notice, with the rules that it issues and a form to fill in behind the text. */
  const published = (...behind: string[]) => `<!doctype html><h1>搜索热词：补贴</h1><button>搜索</button>
    <table><tr><td>文号</td><td></td></tr><tr><td>发布机构</td><td>青禾县民政局</td></tr></table>
    <h1>关于印发窗口规定的通知</h1><p>打印</p><p>青政发〔2024〕5号</p><p>关于印发窗口规定的通知</p>
    <p>各村（社区），镇直各单位：</p><p>现将窗口规定印发给你们，请结合本地实际和窗口工作的情况认真贯彻执行。</p>
    <p>青禾镇人民政府</p><p>2024年3月6日</p>${behind.join('')}`;

  it('reads a page that publishes a document by the text', async () => {
    const model = await read('甲.html', published());
    expect(model).toMatchObject({ isDocument: true, kind: 'official', title: '关于印发窗口规定的通知' });
    expect(fieldOf(model, 'docNumber').value).toBe('青政发〔2024〕5号');
    expect(fieldOf(model, 'issuer').value).toBe('青禾镇人民政府');
    expect(fieldOf(model, 'mainRecipients').value).toEqual(['各村（社区）', '镇直各单位']);
  });

  it('takes no form behind the rules that it issues for its own sign-off', async () => {
    const form = '<table><tr><td>审核人</td><td></td></tr></table>';
    const rules = '<p>第一条 为了规范窗口服务，方便群众办事，根据有关规定，结合本镇实际，制定本规定。</p>';
    expect(state(await read('甲.html', published(rules, form)), 'reviewer')).toBe('absent');
    expect(state(await read('甲.html', published(form)), 'reviewer')).toBe('blank');
  });

  it('calls nothing missing where a frame was not saved', async () => {
    const model = await read(
      '甲.html',
      '<!doctype html><table><tr><td>拟稿人</td><td>王芳</td></tr></table><iframe title="签批" src="https://oa.invalid/b"></iframe>',
    );
    expect(state(model, 'approver')).toBe('unreadable');
    expect(model.notes.map((note) => note.problem?.code)).toContain('frame-unreadable');
  });
});

describe('files that cannot be read', () => {
  const document =
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>';
  const deep = `${'<w:customXml>'.repeat(2000)}${paragraph('文')}${'</w:customXml>'.repeat(2000)}`;
  it.each<[string, string, Uint8Array | string]>([
    ['file-empty', '甲.docx', ''],
    ['file-empty', '甲.docx', wordFile({ body: '<w:p/>' })],
    ['file-not-docx', '甲.docx', '不是压缩包'],
    ['file-not-docx', '甲.docx', wordFile({ body: paragraph('文') }).subarray(0, 600)],
    ['file-not-docx', '甲.docx', wordFile({ body: paragraph('文'), raw: { '_rels/.rels': '<Relationships/>' } })],
    ['file-not-docx', '表.docx', zipOf([{ path: 'xl/workbook.xml', content: '' }])],
    ['file-not-xlsx', '表.xlsx', zipOf([{ path: 'xl/workbook.xml', content: '' }])],
    ['file-unknown', '甲.log', '一段文字'],
    ['file-broken-mhtml', '甲.mht', 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n'],
    ['file-not-text', '甲.txt', Uint8Array.of(0, 1, 2, 3)],
    ['file-not-text', '甲.csv', zipOf([{ path: 'xl/workbook.xml', content: '' }])],
    ['file-encrypted', '甲.docx', compoundFile(['EncryptionInfo', 'EncryptedPackage'])],
    ['file-not-office', '甲.docx', compoundFile(['WordDocument'])],
    ['file-old-word', '甲.doc', docFile({ body: [line('文')], version: 0x68 })],
    ['file-not-word', '甲.wps', '一段文字'],
    ['file-not-word', '甲.rtf', '一段文字'],
    [
      'file-external-entity',
      '甲.docx',
      wordFile({
        body: '',
        raw: { 'word/document.xml': `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>${document}` },
      }),
    ],
    [
      'file-external-entity',
      '甲.docx',
      wordFile({ body: paragraph('文'), raw: { 'word/_rels/document.xml.rels': '<!DOCTYPE d><Relationships/>' } }),
    ],
    ['file-broken-xml', '甲.docx', wordFile({ body: '<w:p>' })],
    ['file-broken-xml', '甲.docx', wordFile({ body: deep })],
    ['file-too-deep', '甲.html', `<!doctype html>${'<div>'.repeat(100_000)}文`],
  ])('%s for %s', async (code, name, bytes) => {
    expect(await codeOf(name, bytes)).toBe(code);
  });

  it('tells what a file is by its bytes and not by its name', async () => {
    expect(await codeOf('甲.txt', wordFile({ body: paragraph('文') }))).toBe('none');
    expect(await codeOf('甲.doc', '<!doctype html><p>文')).toBe('none');
    expect(await codeOf('甲.doc', wordFile({ body: paragraph('文') }))).toBe('none');
    expect(await codeOf('甲.doc', rtfFile('\\pard a\\par'))).toBe('none');
    expect(await codeOf('甲.docx', docFile({ body: [line('文')] }))).toBe('none');
  });

  it('reads a page that Word saved and somebody called .doc', async () => {
    const page =
      '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]--></head><body><p class=MsoNormal>标准发布审批表<o:p></o:p></p><table><tr><td><p>编制人<o:p></o:p></p></td><td><p>王芳<o:p></o:p></p></td></tr><tr><td>批准人</td><td><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></td></tr></table></body></html>';
    const model = await read('甲.doc', page);
    expect(fieldOf(model, 'drafter')).toMatchObject({ state: 'present', value: ['王芳'] });
    expect(state(model, 'approver')).toBe('blank');
    expect(model.blocks.map(({ text }) => text).join()).not.toContain('Print');
  });

  it('never reaches for a part outside the package', async () => {
    const relationships =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="../../../../etc/hostname"/></Relationships>';
    expect(await codeOf('甲.docx', wordFile({ body: paragraph('文'), raw: { '_rels/.rels': relationships } }))).toBe(
      'file-not-docx',
    );
  });

  it('gives a model or a coded problem for every damaged Word file', async () => {
    const whole = wordFile({
      body: `${paragraph('标题')}${table([run('编制人'), run('王芳')])}<w:sectPr><w:headerReference w:type="default" r:id="rH1"/></w:sectPr>`,
      headers: [paragraph('页眉')],
      styles: '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>',
    });
    await fc.assert(
      fc.asyncProperty(damaged(whole), async (bytes) => {
        const code = await codeOf('甲.docx', bytes);
        expect(code === 'none' || code.startsWith('file-')).toBe(true);
      }),
      { numRuns: fuzzRounds(), seed: 7 },
    );
  });

  it('gives a model or a coded problem for every damaged page', async () => {
    const piece = fc.constantFrom(
      '<table>',
      '<tr>',
      '<td>',
      '</td>',
      '</table>',
      '拟稿人',
      '王芳',
      '<input value=',
      '">',
      '<iframe srcdoc="',
      '<iframe src=甲.html>',
      '<div',
      '</div>',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<svg>',
      '\0',
      '&#0;',
      '<select><option>',
      '<body contenteditable>',
      '<label for=a>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), async (pieces) => {
        const code = await codeOf('甲.html', `<!doctype html>${pieces.join('')}`);
        expect(code).toBe(pieces.includes('\0') ? 'file-unknown' : 'none');
      }),
      { numRuns: fuzzRounds(150), seed: 7 },
    );
  });

  it('gives a model or a coded problem for every odd body', async () => {
    const name = fc.constantFrom(
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:sdt',
      'w:sdtContent',
      'w:del',
      'w:ins',
      'mc:AlternateContent',
      'mc:Choice',
      'w:txbxContent',
      'w:pict',
      'w:numPr',
      'w:pPr',
      'w:fldChar',
      'w:sectPr',
      'w:vMerge',
      'w:tcPr',
    );
    const attribute = fc.constantFrom(
      '',
      ' w:val="1"',
      ' w:val="-1"',
      ' w:val="x"',
      ' w:fldCharType="begin"',
      ' w:id="0"',
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 7 },
        fc.constantFrom('', '文', run('文')),
        fc
          .tuple(name, attribute, fc.array(tie('tree'), { maxLength: 4 }))
          .map(([tag, facts, inside]) => `<${tag}${facts}>${inside.join('')}</${tag}>`),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { maxLength: 6 }), async (trees) => {
        expect(['none', 'file-empty']).toContain(await codeOf('甲.docx', wordFile({ body: trees.join('') })));
      }),
      { numRuns: fuzzRounds(300), seed: 7 },
    );
  });
});

it('takes a name with half a character in it', async () => {
  const contents = { html: '<p>通知</p>', csv: '标题,日期\n甲,乙', txt: '通知' };
  for (const [ending, content] of Object.entries(contents)) {
    const model = await read(`通\ud800知.${ending}`, content);
    expect(JSON.stringify(model)).not.toMatch(/\\ud800/);
    expect(model.uri).toBe(`通\ufffd知.${ending}`);
  }
});
