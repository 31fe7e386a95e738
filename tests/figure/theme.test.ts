import { expect, it } from 'vitest';
import { grounds, palettes, tones } from '../../src/figure/theme.ts';

/** WCAG 2.2, relative luminance. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const pairs = (['light', 'dark'] as const).flatMap((theme) =>
  tones.flatMap((tone) => grounds.map((ground) => [theme, tone, ground] as const)),
);

it('measures black on white as 21 : 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

it.each(pairs)('sets text off by 4.5 : 1 and more: %s, %s on %s', (theme, tone, ground) => {
  expect(contrast(palettes[theme][tone], palettes[theme][ground])).toBeGreaterThanOrEqual(4.5);
});

it.each(['light', 'dark'] as const)('sets lines off from the ground by 3 : 1 and more: %s', (theme) => {
  expect(contrast(palettes[theme].edge, palettes[theme].ground)).toBeGreaterThanOrEqual(3);
});
