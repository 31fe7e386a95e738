import { createHash } from 'node:crypto';

/** Where the pages' script stands; whoever has no script misses two comforts, and nothing that is recorded. */
export const scriptPath = '/page.js';

/**
 * `/` leads to the search, as it does elsewhere, unless somebody is writing; and the page's address can be copied by a
 * button, where the browser lets a page copy. It reads nothing that is recorded, and writes two texts of the service's own.
 */
export const pageScript = `addEventListener('keydown',e=>{const t=e.target;if(e.key!=='/'||e.ctrlKey||e.metaKey||e.altKey||e.isComposing||t instanceof HTMLInputElement||t instanceof HTMLTextAreaElement||t.isContentEditable)return;const f=document.querySelector('input[type=search]');if(f){e.preventDefault();f.focus();f.select()}});
const a=document.querySelector('a[data-copy]');if(a&&navigator.clipboard){const b=document.createElement('button');b.type='button';b.textContent=a.dataset.copy;b.setAttribute('aria-live','polite');b.onclick=()=>navigator.clipboard.writeText(a.href).then(()=>{b.textContent=a.dataset.copied},()=>{});a.after(' ',b)}
`;

/** By which a page's policy (CSP) and the page itself know it: no other script runs. */
export const scriptHash = `sha256-${createHash('sha256').update(pageScript).digest('base64')}`;
