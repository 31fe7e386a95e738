import fc from 'fast-check';

/** Texts in many scripts, and with what parts them, for properties. */

export const han = fc.string({
  unit: fc.constantFrom(...'字节跳动台臺灣后後乾坤干净著着模型所有的𠮷瞭了'),
  minLength: 1,
  maxLength: 12,
});
const latin = fc.constantFrom(
  'OpenAI',
  'GPT-4',
  'API',
  'ｃｈａｔ',
  'École',
  'Москва',
  'Σίσυφος',
  '2023',
  '㎏',
  'ﬁne',
  'İzmir',
  'straße',
);
const other = fc.constantFrom(
  'カタカナ',
  'ｶﾞｯﾂ',
  '한국어',
  'ประเทศไทย',
  'السلام',
  'e\u0301',
  'か\u3099',
  '葛\u{e0100}',
);
const gap = fc.constantFrom(
  '',
  ' ',
  '\u00a0',
  '，',
  '。',
  '-',
  '\n',
  '\u200b',
  '\u00ad',
  '😀',
  '<b>',
  '&',
  '"',
  "'",
);
export const mixed = fc
  .array(fc.oneof(han, latin, other, gap), { maxLength: 10 })
  .map((parts) => parts.join(''));
export const anyText = fc.oneof(
  mixed,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);
