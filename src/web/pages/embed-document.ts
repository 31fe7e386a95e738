import { frameScript } from '../embed/frame-script.ts';
import { type Html, html, trusted } from '../html.ts';
import type { Words } from '../words/words.ts';
import { style } from './style.ts';

/** A document that stands in somebody else's page. `full` is where the whole record is, `content` what of it is shown. */
export function embedDocument(title: string, full: string, content: Html, words: Words): string {
  return html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="canonical" href="${full}">
<style>${trusted(style)}</style>
</head>
<body class="embed">
<main>
${content}
</main>
<script>${trusted(frameScript)}</script>
</body>
</html>
`.toString();
}
