import type { GraphEdgeKind, GraphNodeKind } from '../domain/vocabulary.ts';

/** What a colour is for. Every tone that text has stands out 4.5 : 1 and more from every ground it can lie on. */
export const tones = [
  'text',
  'muted',
  'affirms',
  'denies',
  'doubts',
  'silent',
  'retracts',
  'conflict',
  'relation',
] as const;
export const grounds = ['ground', 'speaker', 'claim', 'source', 'publisher'] as const;
export type Tone = (typeof tones)[number];
export type Ground = (typeof grounds)[number];
export type Theme = 'auto' | 'light' | 'dark';
export type Palette = Readonly<Record<Tone | Ground | 'edge', string>>;

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    text: '#17191c',
    muted: '#54595f',
    affirms: '#12603a',
    denies: '#a3181d',
    doubts: '#7a4600',
    silent: '#4d5257',
    retracts: '#6a2c9b',
    conflict: '#a3181d',
    relation: '#1f4f8a',
    edge: '#80868c',
    ground: '#ffffff',
    speaker: '#eef4fb',
    claim: '#fff8e6',
    source: '#f1f3f4',
    publisher: '#f1f3f4',
  },
  dark: {
    text: '#f0f1f3',
    muted: '#b4bac1',
    affirms: '#7fd6a0',
    denies: '#ff9d97',
    doubts: '#f2c267',
    silent: '#bfc5cb',
    retracts: '#d3b0ff',
    conflict: '#ff9d97',
    relation: '#9cc6ff',
    edge: '#8b929a',
    ground: '#15171a',
    speaker: '#1d2733',
    claim: '#2c281b',
    source: '#23262a',
    publisher: '#23262a',
  },
};

const TONE_OF: Readonly<Record<GraphEdgeKind, Tone | 'edge'>> = {
  AFFIRMS: 'affirms',
  DENIES: 'denies',
  DOUBTS: 'doubts',
  DECLINES_TO_COMMENT: 'silent',
  NO_RESPONSE: 'silent',
  RETRACTS: 'retracts',
  RELAYS: 'relation',
  MADE_IN: 'edge',
  PUBLISHED_BY: 'edge',
  DERIVED_FROM: 'relation',
  CONTRADICTS: 'conflict',
  SUPPORTS: 'relation',
  QUALIFIES: 'relation',
  EXPLAINS: 'relation',
  CAUSES: 'relation',
  NEAR_VARIANT: 'relation',
  CORRECTS: 'relation',
};

/** Each stance has a stroke of its own, so that it can be told without its colour; relations are told by their labels. */
const DASHES: Readonly<Partial<Record<GraphEdgeKind, string>>> = {
  DENIES: '7 4',
  DOUBTS: '2 3',
  DECLINES_TO_COMMENT: '9 3 2 3',
  NO_RESPONSE: '1 5',
  RETRACTS: '9 3 2 3 2 3',
  CONTRADICTS: '7 4',
  NEAR_VARIANT: '2 3',
};

/** What is only proposed, or was withdrawn, is drawn in dashes, whatever it is, and so is the frame of its label. */
export const UNSETTLED_DASH = '4 3';

/** The tone of a label on an edge of this kind; plain links carry none and would be muted. */
export function toneOf(kind: GraphEdgeKind): Tone {
  const tone = TONE_OF[kind];
  return tone === 'edge' ? 'muted' : tone;
}

export const strokeOf = (kind: GraphEdgeKind): Tone | 'edge' => TONE_OF[kind];
export const dashOf = (kind: GraphEdgeKind): string | undefined => DASHES[kind];
const GROUND_OF: Readonly<Record<GraphNodeKind, Ground>> = {
  SPEAKER: 'speaker',
  CLAIM: 'claim',
  SOURCE: 'source',
  PUBLISHER: 'publisher',
};
export const groundOf = (kind: GraphNodeKind): Ground => GROUND_OF[kind];

const names = [...tones, ...grounds, 'edge'] as const;
const FONTS =
  '"Helvetica Neue",Helvetica,Arial,"Liberation Sans","PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Noto Sans",sans-serif';

const variables = (palette: Palette) => names.map((name) => `--${name}:${palette[name]}`).join(';');

/**
 * The figure's style sheet, every rule below its own id, so that several figures can stand inline in one page.
 * Each colour is given twice, plain before variable: a renderer that knows no custom properties keeps the plain one.
 */
export function styleSheet(id: string, theme: Theme): string {
  const base = palettes[theme === 'dark' ? 'dark' : 'light'];
  const rules = [
    `#${id}{${variables(base)};max-width:100%;height:auto;font-family:${FONTS};font-size:12px}`,
    // Alone in a window it keeps its size: made smaller, its texts could not be read.
    `#${id}:root{max-width:none}`,
    `#${id} text{white-space:pre}`,
    ...names.flatMap((name) => [
      `#${id} .f-${name}{fill:${base[name]};fill:var(--${name})}`,
      `#${id} .s-${name}{stroke:${base[name]};stroke:var(--${name})}`,
    ]),
  ];
  // Paper is white: the dark colours are for screens alone.
  if (theme === 'auto') {
    rules.push(`@media screen and (prefers-color-scheme:dark){#${id}{${variables(palettes.dark)}}}`);
  }
  return rules.join('\n');
}
