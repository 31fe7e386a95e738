import { CLAIMS_PATH, type ExampleTab, PAGE_DATA_ID, type PlaygroundData, SCHEMA_PATH } from './page-data.ts';

/** The addresses of the built files that the page starts with; everything else is loaded by them. */
export interface PageFiles {
  readonly script: string;
  readonly styles: readonly string[];
  readonly preloads: readonly string[];
}

const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='none' stroke='%23888' stroke-width='2' d='M3 13V8a5 5 0 0 1 5-5M9 13V8a5 5 0 0 1 5-5'/%3E%3C/svg%3E";
const PLAIN = 'font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem';

/** The playground as HTML. It carries its data and asks for nothing but `files`. */
export function playgroundPage(data: PlaygroundData, files: PageFiles): string {
  const head = [
    ...files.styles.map((href) => `<link rel="stylesheet" href="${escapeHtml(href)}">`),
    ...files.preloads.map((href) => `<link rel="modulepreload" href="${escapeHtml(href)}">`),
    `<script type="application/json" id="${PAGE_DATA_ID}">${jsonForScript(data)}</script>`,
    `<script type="module" src="${escapeHtml(files.script)}"></script>`,
    '<noscript><style>#root { display: none } html { background: Canvas } @media (prefers-color-scheme: dark) { a { color: #8ab4f8 } }</style></noscript>',
  ];
  const body = `<main id="root"><p style="${PLAIN}">Loading the playground…</p></main>
<noscript><main style="${PLAIN}"><h1>The playground needs JavaScript</h1>
${withoutScript(data)}</main></noscript>`;
  return htmlPage(data.title, head, body);
}

/** What stands in the playground's place while it is not built: how to build it, and how to ask without it. */
export function unbuiltPage(data: PlaygroundData): string {
  const body = `<main style="${PLAIN}">
<h1>The playground is not built</h1>
<p>Run this in the service's folder and load the page again:</p>
<pre>npm ci
npm run build:playground</pre>
${withoutScript(data)}
</main>`;
  return htmlPage(data.title, [], body);
}

/** Where an example stands as plain text. */
export function examplePath({ name }: ExampleTab): string {
  return `/playground/examples/${name}.txt`;
}

/** The example, to be read and to be asked with any program. */
export function exampleText({ title, query, variables }: ExampleTab, endpoint: string): string {
  return `${title}

The query:

${query.trim()}

Its variables:

${JSON.stringify(variables, null, 2)}

Both as the body of a POST to ${endpoint}, with content-type: application/json:

${JSON.stringify({ query, variables })}
`;
}

/** What there is for a browser that runs nothing. */
function withoutScript({ endpoint, examples }: PlaygroundData): string {
  const links = examples.map(
    (example) => `<li><a href="${escapeHtml(examplePath(example))}">${escapeHtml(example.title)}</a></li>`,
  );
  return `<p>The API answers without it, at <code>${escapeHtml(endpoint)}</code>. These examples say what to send there:</p>
<ul>
${links.join('\n')}
</ul>
<p><a href="${SCHEMA_PATH}">Map of the schema</a> · <a href="${CLAIMS_PATH}">The claims as pages</a></p>`;
}

function htmlPage(title: string, head: readonly string[], body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="${ICON}">
${head.join('\n')}
</head>
<body>
${body}
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

// Inside a script element only `<` could end it or open a comment; the escape is JSON's own.
function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
