/** What would run, open a tag or leave an attribute if a page took it for more than text. `{}` is what it would do. */
const wrappers: readonly string[] = [
  '{}',
  '"{}',
  "'{}",
  '"><{}',
  "'>{}",
  '</title>{}',
  '</style>{}',
  '</script>{}',
  '</blockquote>{}',
  '<!--{}',
  '-->{}',
  '</text></svg>{}',
  '<![CDATA[{}]]>',
  '&lt;{}',
];
const doings: readonly string[] = [
  '<script>window.ran=1</script>',
  '<img src=x onerror=window.ran=1>',
  '<svg onload=window.ran=1>',
  '<svg><script>window.ran=1</script></svg>',
  '<iframe srcdoc="<script>parent.ran=1</script>">',
  '<a href="javascript:window.ran=1" autofocus onfocus=window.ran=1>x</a>',
  '<details open ontoggle=window.ran=1>',
  '<input autofocus onfocus=window.ran=1>',
  '<body onload=window.ran=1>',
  '<math><mtext><style><img src onerror=window.ran=1>',
  ' onmouseover=window.ran=1 autofocus onfocus=window.ran=1 x=',
  '<style>@import "javascript:window.ran=1";</style>',
  '<meta http-equiv=refresh content="0;url=javascript:window.ran=1">',
  '<object data="javascript:window.ran=1">',
  '<form><button formaction=javascript:window.ran=1 autofocus onfocus=window.ran=1>x',
];

/** At least 200 texts that none of them may do anything. */
export const hostileTexts: readonly string[] = wrappers.flatMap((wrapper) =>
  doings.map((doing) => wrapper.replace('{}', () => doing)),
);

/** The same, all of one wrapper in one text: few addresses then carry every one of them. */
export const wrappedTexts: readonly string[] = wrappers.map((wrapper) =>
  doings.map((doing) => wrapper.replace('{}', () => doing)).join(' '),
);

const wrappersInOne = 5;

/** The same, of several wrappers in one text: few records then show every one of them. */
export const packedTexts: readonly string[] = wrappers.flatMap((_, at) =>
  at % wrappersInOne === 0 ? [wrappedTexts.slice(at, at + wrappersInOne).join(' ')] : [],
);
