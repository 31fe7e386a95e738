/** An element as read: names and values as they stand after entities are resolved. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const ENTITY = /&(?:(amp|lt|gt|quot)|#(\d+));/g;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

function resolved(text: string): string {
  if (text.replace(ENTITY, '').includes('&')) throw new Error(`bare ampersand in ${text}`);
  if (text.includes('<') || text.includes(']]>')) throw new Error(`bare markup in ${text}`);
  return text.replace(ENTITY, (_, name, code) => NAMED[name] ?? String.fromCodePoint(Number(code)));
}

/**
 * Reads the subset of XML 1.0 that figures use: elements, double-quoted attributes and text. Throws on whatever is
 * not well-formed, and on comments, processing instructions, CDATA and doctypes, which no figure has.
 */
export function readXml(source: string): XmlElement {
  if (!LEGAL.test(source)) throw new Error('a character that XML 1.0 does not allow');
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const token = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)|</gy;
  for (const match of source.matchAll(token)) {
    const [whole, closing, name, attributes = '', empty, text] = match;
    const parent = open.at(-1);
    if (!parent) throw new Error('text after the end');
    if (text !== undefined) {
      parent.text += resolved(text);
    } else if (name === undefined) {
      throw new Error(`markup that is no tag near ${source.slice(match.index, match.index + 40)}`);
    } else if (closing) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      const pairs = [...attributes.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(
        ([, key = '', value = '']) => [key, resolved(value)] as const,
      );
      if (new Set(pairs.map(([key]) => key)).size !== pairs.length)
        throw new Error(`an attribute twice in ${whole}`);
      const element: XmlElement = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  const [only] = root.children;
  if (open.length !== 1 || root.children.length !== 1 || !only) throw new Error('not exactly one element');
  return only;
}

/** The element and all below it, in document order. */
export function allElements(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(allElements)];
}
