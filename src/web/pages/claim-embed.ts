import { dateText } from '../../figure/date-text.ts';
import { messagesFor } from '../../figure/messages.ts';
import { type Html, html, trusted } from '../html.ts';
import type { Words } from '../words/words.ts';
import type { ClaimData } from './claim-query.ts';
import { nodesOf } from './connection.ts';
import { inLanguage, type PageAddress } from './page.ts';
import { dateOf, stanceOf } from './speech.ts';
import { style } from './style.ts';

/** Each speaker with what it holds, denials not below what they deny: on the embed's face are as many as are recorded, up to eight. */
function positions({ whoSaid }: ClaimData, words: Words): Html {
  const all = nodesOf(whoSaid);
  const shown = [...all]
    .sort((a, b) => Number(a.stance === 'AFFIRMS') - Number(b.stance === 'AFFIRMS'))
    .slice(0, 8);
  return html`<ul>${shown.map(({ speaker, stance, saidOn }) => {
    const about = [words.kind[speaker.kind], words.anonymity[speaker.anonymity], dateOf(saidOn, words)];
    return html`<li><strong>${speaker.name}</strong> ${stanceOf(stance, words)} <span class="note">${about.filter((part) => part !== undefined).join(' · ')}</span></li>`;
  })}</ul>${whoSaid.totalCount === shown.length ? null : html`<p class="note">${words.more(shown.length, whoSaid.totalCount)}</p>`}`;
}

/** A claim in somebody else's page: whose it is, who is against it, how well it is supported, and the way to the whole record. */
export function claimEmbed(claim: ClaimData, address: PageAddress, words: Words): string {
  const date = dateText(address.now.toISOString().slice(0, 10), messagesFor(words.language));
  const contradicting = nodesOf(claim.relations)
    .filter(({ status }) => status === 'CONFIRMED')
    .map(({ from, to }) => (from.id === claim.id ? to : from));
  const full = inLanguage({ ...address, path: `/claims/${encodeURIComponent(claim.slug)}` }, words.language);
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${claim.headline}</title>
<link rel="canonical" href="${full}">
<style>${trusted(style)}</style>
</head>
<body class="embed">
<main>
<p class="kicker">${words.claim} · <span class="status ${claim.status.toLowerCase()}">${words.status[claim.status]}</span></p>
<h1>${claim.headline}</h1>
${claim.corroboration === null ? null : html`<p class="corroboration">${claim.corroboration.sentence}</p>`}
${positions(claim, words)}
${
  contradicting.length === 0
    ? null
    : html`<h2>${words.heading.contradictions}</h2><ul>${contradicting.map(({ headline }) => html`<li>${headline}</li>`)}</ul>`
}
<p class="note">${words.asOf(date)}, ${words.version(claim.version)} · <a href="${full}" target="_blank" rel="noopener">${words.fullRecord} (Onrecord)</a></p>
</main>
</body>
</html>
`.toString();
}
