/** How somebody looks at a page. */
export interface Look {
  readonly width: 360 | 768 | 1280;
  readonly scheme: 'light' | 'dark';
  readonly language: 'en' | 'zh-Hans';
  readonly script: boolean;
}

/** All the ways of looking: widths by schemes by languages, with script and without. */
export const looks: readonly Look[] = ([360, 768, 1280] as const).flatMap((width) =>
  (['light', 'dark'] as const).flatMap((scheme) =>
    (['en', 'zh-Hans'] as const).flatMap((language) =>
      [true, false].map((script) => ({ width, scheme, language, script })),
    ),
  ),
);

/** The other language, in another width, the other scheme, and with script where the first had none: so that two looks have all there is of these. */
export const otherLook = ({ width, scheme, language, script }: Look): Look => ({
  width: width === 360 ? 1280 : 360,
  scheme: scheme === 'light' ? 'dark' : 'light',
  language: language === 'en' ? 'zh-Hans' : 'en',
  script: !script,
});

/** In a file's name. */
export const lookText = ({ width, scheme, language, script }: Look): string =>
  [width, scheme, language, script ? 'script' : 'no-script'].join('.');

/**
 * One look for each of so many addresses, so that every look comes up where there are as many; another for each in every
 * pass. The stride has no factor with their number in common, and parts addresses that stand beside each other.
 */
export const sampledLooks = (count: number, pass = 0): readonly Look[] =>
  Array.from({ length: count }, (_, index) => looks[(index * 7 + pass) % looks.length]).filter(
    (look) => look !== undefined,
  );
