import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Blob, Face, Font } from 'harfbuzzjs';

/** A font, and how large the square is that its outlines are drawn in. */
export interface OpenFont {
  readonly font: Font;
  readonly unitsPerEm: number;
}

/** Sans-serif families, those first that have Chinese and Latin letters of one hand; all others follow by name. */
const preferred: readonly RegExp[] = [
  /^NotoSans(CJK|SC|CJKsc)(-VF)?[-.]?(Regular)?\./i,
  /^SourceHanSans(SC|CN)?-Regular\./i,
  /^PingFang/i,
  /^msyh\./i,
  /^(wqy|DroidSansFallback)/i,
  /^NotoSans-Regular\./i,
  /^LiberationSans-Regular\./i,
  /^(DejaVuSans|Arial|Helvetica)\.(ttf|ttc)$/i,
];
const unwanted = /(Bold|Italic|Oblique|Light|Thin|Black|Medium|Condensed|Mono|Serif|Emoji|Symbol)/i;

/** No more than so many are opened for one picture: each is read whole. */
const mostOpened = 16;
/** What is larger is no font for texts. */
const largestBytes = 64 * 1024 * 1024;

function rankOf(name: string): number {
  const at = preferred.findIndex((one) => one.test(name));
  if (at >= 0) return at;
  return preferred.length + (unwanted.test(name) ? 1 : 0);
}

function filesIn(folder: string, depth = 0): readonly string[] {
  let entries: ReturnType<typeof namesIn>;
  try {
    entries = namesIn(folder);
  } catch {
    // Not there, or not for us to read: it has no fonts.
    return [];
  }
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth < 5 ? filesIn(path, depth + 1) : [];
    return /\.(ttf|otf|ttc|otc)$/i.test(entry.name) ? [path] : [];
  });
}
const namesIn = (folder: string) => readdirSync(folder, { withFileTypes: true });

const nameOf = (path: string) => path.slice(path.search(/[^/\\]*$/));

/** How many faces a file has, and which of them is for simplified Chinese, where one is. */
function faceOf(bytes: Uint8Array): Face {
  const blob = new Blob(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isCollection = view.byteLength > 12 && view.getUint32(0) === 0x74746366;
  if (!isCollection) return new Face(blob);
  const count = Math.min(view.getUint32(8), 64);
  const faces = Array.from({ length: count }, (_, index) => new Face(blob, index));
  return faces.find((face) => /\b(SC|CN|GB)\b/.test(face.getName(1, 'en'))) ?? faces[0] ?? new Face(blob);
}

/** The fonts of some folders, opened one after the other, as far as what is to be drawn needs them. */
export class FontBook {
  readonly #paths: readonly string[];
  readonly #open = new Map<string, OpenFont | null>();

  constructor(folders: readonly string[]) {
    const paths = folders.flatMap((folder) => filesIn(folder));
    this.#paths = paths
      .map((path) => ({ path, name: nameOf(path) }))
      .sort((a, b) => rankOf(a.name) - rankOf(b.name) || (a.name < b.name ? -1 : 1))
      .map(({ path }) => path);
  }

  /** The font that has a character, of the best that any has; null where none has it. */
  fontFor(character: string): OpenFont | null {
    const code = character.codePointAt(0) ?? 0;
    for (const path of this.#paths.slice(0, mostOpened)) {
      const open = this.#opened(path);
      if (open?.font.nominalGlyph(code)) return open;
    }
    return null;
  }

  /** The bold face beside a font; the font itself where there is none, or where that lacks the character. */
  boldOf(font: OpenFont, character: string): OpenFont {
    const path = [...this.#open].find(([, open]) => open === font)?.[0];
    const bold = path && this.#paths.find((one) => one === boldPath(path));
    const open = bold ? this.#opened(bold) : null;
    return open?.font.nominalGlyph(character.codePointAt(0) ?? 0) ? open : font;
  }

  #opened(path: string): OpenFont | null {
    const known = this.#open.get(path);
    if (known !== undefined) return known;
    const open = openFont(path);
    this.#open.set(path, open);
    return open;
  }
}

/** `NotoSansCJK-Regular.ttc` has `NotoSansCJK-Bold.ttc` beside it, `DejaVuSans.ttf` has `DejaVuSans-Bold.ttf`. */
function boldPath(path: string): string {
  return path.includes('Regular')
    ? path.replace('Regular', 'Bold')
    : path.replace(/\.([a-z]+)$/i, '-Bold.$1');
}

function openFont(path: string): OpenFont | null {
  try {
    if (statSync(path).size > largestBytes) return null;
    const face = faceOf(new Uint8Array(readFileSync(path)));
    return { font: new Font(face), unitsPerEm: face.upem };
  } catch {
    // A file that is no font, or was taken away, has no glyphs.
    return null;
  }
}
