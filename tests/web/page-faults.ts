import { frameScript } from '../../src/web/embed/frame-script.ts';
import { style } from '../../src/web/pages/style.ts';

/** What a document is found to have once it is parsed. */
export interface Looked {
  readonly name: string;
  readonly faults: readonly string[];
  /** How much text it has. */
  readonly characters: number;
}

export interface Parsed {
  readonly name: string;
  readonly text: string;
  readonly type: 'text/html' | 'application/xml';
}

/** What the service itself puts into documents that runs or styles: its one style, what tells a frame's height. */
export const own = { style, frameScript };

/**
 * Parses documents as a browser does, without loading them, and names what in them could run, load or lead anywhere that
 * the service did not put there. Runs in a page: it knows nothing but what it is given.
 */
export function lookThrough({
  documents,
  own,
  base,
}: {
  readonly documents: readonly Parsed[];
  readonly own: { readonly style: string; readonly frameScript: string };
  readonly base: string;
}): readonly Looked[] {
  const elements = new Set(
    (
      'html head meta title link style script body header nav a form input button main article section h1 h2 h3 h4 ' +
      'p ul ol li span strong em q cite blockquote details summary pre code iframe img footer aside dl dt dd div ' +
      'table caption thead tbody tr th td time mark figure figcaption label select option br hr abbr noscript picture source del ins ' +
      'bdi svg g path rect text tspan line circle desc marker defs polygon ' +
      'feed id updated published entry author name uri content summary rights generator category subtitle'
    ).split(' '),
  );
  const leading = new Set([
    'href',
    'src',
    'action',
    'formaction',
    'data',
    'xlink:href',
    'poster',
    'ping',
    'srcset',
  ]);
  const isOwnScript = (script: Element) =>
    script.getAttribute('src') === '/page.js' ||
    script.textContent === own.frameScript ||
    script.getAttribute('type') === 'application/ld+json' ||
    script.getAttribute('type') === 'application/json' ||
    /^\/playground\/assets\/[\w.-]+\.js$/.test(script.getAttribute('src') ?? '');
  const isOwnStyle = (element: Element) =>
    element.textContent === own.style || element.namespaceURI?.endsWith('/svg') === true;

  return documents.map(({ name, text, type }) => {
    const parsed = new DOMParser().parseFromString(text, type);
    const faults: string[] = [];
    const walker = parsed.createTreeWalker(parsed, NodeFilter.SHOW_COMMENT | NodeFilter.SHOW_CDATA_SECTION);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      faults.push(`comment ${node.textContent?.slice(0, 60)}`);
    for (const element of parsed.querySelectorAll('*')) {
      const tag = element.localName;
      if (!elements.has(tag)) faults.push(`<${tag}>`);
      if (tag === 'script' && !isOwnScript(element)) faults.push(`script ${element.outerHTML.slice(0, 80)}`);
      if (tag === 'script' && element.getAttribute('type')?.endsWith('json'))
        JSON.parse(element.textContent ?? '');
      if (
        tag === 'style' &&
        (!isOwnStyle(element) || /@import|url\(|expression/i.test(element.textContent ?? ''))
      )
        faults.push(`style ${element.textContent?.slice(0, 80)}`);
      for (const { name: attribute, value } of element.attributes) {
        if (/^on/i.test(attribute) || ['srcdoc', 'autofocus', 'http-equiv', 'style'].includes(attribute))
          faults.push(`${tag} ${attribute}`);
        if (!/^[a-z][a-zA-Z-]*(:[a-z]+)?\d*$/.test(attribute)) faults.push(`${tag} attribute ${attribute}`);
        if (!leading.has(attribute)) continue;
        const url = URL.parse(value, base);
        if (url === null || !['http:', 'https:', 'urn:'].includes(url.protocol))
          faults.push(`${attribute}=${value.slice(0, 60)}`);
        // What is loaded without being followed is the service's own.
        const loads = !['a', 'link', 'id', 'uri', 'author'].includes(tag);
        if (loads && url !== null && url.origin !== new URL(base).origin)
          faults.push(`loads ${value.slice(0, 60)}`);
      }
    }
    return {
      name,
      faults: [...new Set(faults)],
      characters: parsed.documentElement.textContent?.length ?? 0,
    };
  });
}
