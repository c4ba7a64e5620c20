import { describe, expect, it } from 'vitest';
import { problemCode } from '../../base/testing.ts';
import { budgetFor } from '../budget.ts';
import { childOf, childrenOf, parseXml, textOf, type XmlOptions } from './xml.ts';

const options = (): XmlOptions => ({
  file: '甲.docx',
  part: 'word/document.xml',
  namespaces: [['/main', 'w']],
  budget: budgetFor('甲.docx'),
});
const parse = (xml: string, more: Partial<XmlOptions> = {}) =>
  parseXml(new TextEncoder().encode(xml), { ...options(), ...more });
const codeOf = (xml: string): string => problemCode(() => parse(xml));

describe('parseXml', () => {
  it('names elements by namespace, not by prefix', () => {
    const root = parse('<a xmlns="urn:x/main"><b xmlns:q="urn:x/main" q:v="1" v="2"/><w:b xmlns:w="urn:x/main"/></a>');
    expect(root.name).toBe('w:a');
    expect(childrenOf(root, 'w:b')).toHaveLength(2);
    expect(childOf(root, 'w:b')?.attributes).toMatchObject({ 'w:v': '1', v: '2' });
  });

  it('decodes references and CDATA', () => {
    expect(textOf(parse('<a>&#x4E2D;&amp;<![CDATA[<文>]]></a>'))).toBe('中&<文>');
  });

  it('hands children over and does not keep them', () => {
    const taken: string[] = [];
    const root = parse('<a><b><c>一</c><c>二</c></b></a>', {
      handOver: { parent: 'b', take: (element) => taken.push(textOf(element)) },
    });
    expect(taken).toEqual(['一', '二']);
    expect(childOf(root, 'b')?.children).toEqual([]);
  });

  it('refuses every DOCTYPE, with outside entities or without', () => {
    expect(codeOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>')).toBe('file-external-entity');
    expect(codeOf('<!DOCTYPE a SYSTEM "http://example.invalid/a.dtd"><a/>')).toBe('file-external-entity');
    expect(codeOf('<!DOCTYPE a [<!ENTITY l "ll"><!ENTITY m "&l;&l;">]><a>&m;</a>')).toBe('file-external-entity');
  });

  it.each(['', '<a>', '<a></b>', '<a>&undefined;</a>', '<a b=1/>', '文', '<a/><b/>'])('names broken XML %j', (xml) => {
    expect(codeOf(xml)).toBe('file-broken-xml');
  });

  it('refuses bytes that are not in the declared encoding', () => {
    expect(() => parseXml(new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c, 0x2f, 0x61, 0x3e]), options())).toThrow(
      'file-broken-xml',
    );
    expect(codeOf('<?xml version="1.0" encoding="no-such-thing"?><a/>')).toBe('file-broken-xml');
  });

  it('refuses nesting that no document needs', () => {
    expect(codeOf(`${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`)).toBe('file-broken-xml');
  });
});
