/** Where the custom element's script stands; it stays there. */
export const elementScriptPath = '/embed/v1/onrecord-claim.js';

/**
 * `<onrecord-claim>`: an embed in a page that wants it as high as it is. With the markup that is offered the frame is
 * there without any script; where markup was put in by a script, which leaves declarative shadow DOM aside, the element
 * makes the frame itself. Where this script is there before the page is read to its end, an element is met before its
 * shadow root is: it waits for that, else the root that it made would shut out the one with the frame. It asks for nothing but the frame, which must be of the service that the script came from, reads
 * nothing of the page, keeps nothing, and listens to its own frame alone. It needs no style: where a policy forbids styles
 * it works the same.
 */
export const elementScript = `(() => {
'use strict';
const home = new URL(document.currentScript.src).origin;
const most = 20000;
class OnrecordClaim extends HTMLElement {
static observedAttributes = ['src'];
#frame = null;
#hear = ({ source, data }) => {
const frame = this.#frame;
if (!frame || source !== frame.contentWindow || data?.type !== 'onrecord:height') return;
const { height } = data;
if (Number.isFinite(height) && height > 0) frame.height = String(Math.min(Math.ceil(height), most));
};
connectedCallback() {
if (!this.shadowRoot && document.readyState === 'loading') {
document.addEventListener('DOMContentLoaded', () => { if (this.isConnected) this.#begin(); }, { once: true });
return;
}
this.#begin();
}
#begin() {
addEventListener('message', this.#hear);
const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
this.#frame = root.querySelector('iframe') ?? this.#made(root);
this.#frame?.contentWindow?.postMessage({ type: 'onrecord:ask' }, '*');
}
disconnectedCallback() {
removeEventListener('message', this.#hear);
}
attributeChangedCallback(_, before, now) {
const address = this.#address();
if (before !== null && before !== now && this.#frame && address) this.#frame.src = address;
}
#address() {
try {
const address = new URL(this.getAttribute('src') ?? '', home);
return address.origin === home && address.pathname.startsWith('/embed/v1/') ? address.href : null;
} catch {
return null;
}
}
#made(root) {
const address = this.#address();
if (!address) {
root.append(document.createElement('slot'));
return null;
}
const frame = document.createElement('iframe');
for (const [name, value] of [
['title', this.textContent.trim() || 'Onrecord'],
['width', '100%'],
['height', '360'],
['frameborder', '0'],
['loading', 'lazy'],
['referrerpolicy', 'no-referrer'],
['sandbox', 'allow-scripts allow-popups allow-popups-to-escape-sandbox'],
['src', address],
]) frame.setAttribute(name, value);
root.append(frame);
return frame;
}
}
if (!customElements.get('onrecord-claim')) customElements.define('onrecord-claim', OnrecordClaim);
})();
`;
