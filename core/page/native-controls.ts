/** A control that draws a document by itself and gives a page no text. */
interface NativeControl {
  /** As the people of the office call it. */
  name: string;
  /** Holds a signature and no text. */
  signs?: true;
  /** Found in what the element says of itself: class id, type, program id, source of its installation, name. */
  said: RegExp;
}

/**
 * Controls that office systems embed, the more special one first. Class ids and types are those that public pages load them
 * with.
 */
const NATIVE_CONTROLS: readonly NativeControl[] = [
  { name: '金格 iWebPDF', said: /iwebpdf|39e08d82-c8ac-4934-be07-f6e816fd47a1/i },
  { name: '金格手写签批', signs: true, said: /iwebrevision|iwebsignature|isignature/i },
  {
    name: '金格 iWebOffice',
    said: /iweboffice|jgweboffice|kinggrid|weboffice20\d\d|application\/(?:kg-(?:plugin|activex)|iwebplugin)|23739a7e-5741-4d1c-88d5-d50b18f7c347|8b23ea28-2009-402f-92c4-59be0e063499|d89f482c-5045-4db5-8c53-d2c9ee71d025/i,
  },
  {
    name: 'NTKO 文档',
    said: /ntko|tanger_ocx|a39f1330-3322-4a1d-9bf0-0ba2bb90e970|c9bc4dff-4248-4a3c-8a49-63a7d317f404/i,
  },
  { name: 'WPS', said: /application\/(?:x-wps|kswps)|webwps/i },
  { name: 'PageOffice', said: /pageoffice/i },
  { name: 'DSOFramer', said: /dsoframer/i },
  { name: '永中 Office', said: /yozo/i },
  { name: 'OFD 阅读', said: /application\/(?:[\w.-]*\+)?ofd|\.ofd(?:[?#]|$)|ofdreader|suwell/i },
  { name: 'PDF 阅读', said: /application\/pdf|\.pdf(?:[?#]|$)/i },
];

/** Attributes in which an element says what it is. */
const SAID = ['classid', 'clsid', 'type', 'progid', 'codebase', 'data', 'src', 'id', 'name'] as const;
/** Characters of one of them that are looked at: an address may hold a whole picture. */
const LONGEST = 500;

/** The control that an element is; undefined where it is none that is known. */
export function nativeControlOf(element: Element): NativeControl | undefined {
  let said = '';
  for (let at = 0; at < SAID.length; at += 1) {
    const value = element.getAttribute(SAID[at] as string);
    if (value !== null) said += ` ${value.slice(0, LONGEST)}`;
  }
  return controlIn(said);
}

/** The control that this is said of: attributes of an element, or how the address of a file ends. */
export function controlIn(said: string): NativeControl | undefined {
  for (let at = 0; at < NATIVE_CONTROLS.length; at += 1) {
    const control = NATIVE_CONTROLS[at] as NativeControl;
    if (control.said.test(said)) return control;
  }
  return undefined;
}
