/** What a document shows, as its browser lays it out. Runs in the page. */
export function textsShown(): {
  readonly language: string;
  readonly headings: number;
  readonly overflow: number;
  /** What scrolls sideways within the page. */
  readonly sideways: readonly string[];
  /** Of the texts in the document itself, how small the smallest is shown, and how many there are. */
  readonly texts: number;
  readonly smallest: { readonly pixels: number; readonly text: string };
  readonly pictures: readonly { readonly src: string; readonly scale: number; readonly natural: number }[];
  readonly style: number;
  readonly links: readonly string[];
} {
  const root = document.documentElement;
  const isShown = (element: Element) => element.getClientRects().length > 0;
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let texts = 0;
  let smallest = { pixels: Number.POSITIVE_INFINITY, text: '' };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const within = node.parentElement;
    const text = node.textContent?.trim() ?? '';
    if (within === null || text === '' || within.closest('style, script, head, title, desc')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    // What is for screen readers alone is cut to a pixel.
    if (width < 2 || height < 2) continue;
    texts++;
    const scale = within instanceof SVGGraphicsElement ? (within.getScreenCTM()?.a ?? 1) : 1;
    const pixels = Number.parseFloat(getComputedStyle(within).fontSize) * scale;
    if (pixels < smallest.pixels) smallest = { pixels, text };
  }
  const sideways = [...document.querySelectorAll('body *')]
    .filter((element) => !(element instanceof HTMLInputElement) && isShown(element))
    .filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        ['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) &&
        element.clientWidth > 2,
    )
    .map(
      (element) =>
        `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} by ${element.scrollWidth - element.clientWidth}`,
    );
  return {
    language: root.getAttribute('lang') ?? '',
    headings: [...document.querySelectorAll('h1')].filter(isShown).length,
    overflow: root.scrollWidth - innerWidth,
    sideways,
    texts,
    smallest,
    pictures: [...document.querySelectorAll('img')].filter(isShown).map((image) => ({
      src: image.currentSrc,
      scale: image.getBoundingClientRect().width / image.naturalWidth,
      natural: image.naturalWidth,
    })),
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')].map(({ href }) => href),
    style: [...document.querySelectorAll('style')].reduce(
      (sum, { textContent }) => sum + textContent.length,
      0,
    ),
  };
}

/** How much moved after it was shown, as Cumulative Layout Shift counts it, all of it. Runs in the page, and needs no timer. */
export function layoutShift(): number {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: 'layout-shift', buffered: true });
  const moved = observer.takeRecords() as (PerformanceEntry & { readonly value: number })[];
  observer.disconnect();
  return moved.reduce((sum, { value }) => sum + value, 0);
}
