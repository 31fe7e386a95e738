/**
 * What an embed runs in its frame, and nothing else: it tells the page around it how high it is, whenever that changes and
 * whenever it is asked. Its hash stands in the embed's policy. Three conventions:
 * - `{type: 'onrecord:height', height}`, ours, which `{type: 'onrecord:ask'}` asks for again;
 * - `{message: 'height', value, secret}`, WordPress's, where the address ends in `#?secret=…`; there a link that is followed
 *   is handed to the page as `{message: 'link', value, secret}`, because its sandbox opens no windows;
 * - `{sentinel: 'amp', type: 'embed-size', height}`, AMP's.
 */
export const frameScript = `(() => {
if (parent === window) return;
const secret = /[?&]secret=([A-Za-z0-9]+)/.exec(location.hash)?.[1];
const say = (message) => parent.postMessage(message, '*');
let told = 0;
const tell = () => {
const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
if (height === told || height === 0) return;
told = height;
say({ type: 'onrecord:height', height });
say({ sentinel: 'amp', type: 'embed-size', height });
if (secret) say({ message: 'height', value: height, secret });
};
addEventListener('message', ({ source, data }) => {
if (source !== parent || data?.type !== 'onrecord:ask') return;
told = 0;
tell();
});
if (secret) addEventListener('click', (event) => {
const link = event.target.closest?.('a[href]');
if (!link) return;
event.preventDefault();
say({ message: 'link', value: link.href, secret });
});
new ResizeObserver(tell).observe(document.documentElement);
tell();
})();`;
