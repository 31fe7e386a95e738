import { phraseOf } from '../../domain/search-text.ts';
import { searchTypes } from '../../domain/vocabulary.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import type { GraphqlContext } from '../context.ts';
import { wordsOf } from '../filters.ts';
import { once } from '../once.ts';
import { highlightOf } from '../search-highlight.ts';
import type { SearchHit } from '../shapes.ts';
import { SearchType } from './narrative-enums.ts';
import { forwardPaging } from './paging-args.ts';

builder.objectType('SearchHit', {
  description: 'One find of a search.',
  fields: (t) => ({
    node: t.field({
      type: 'Node',
      description: 'What was found: a claim, an entity, a source or a passage.',
      resolve: ({ record }, _, { loaders }) => (record.type === 'Entity' ? loaders.shown(record) : record),
    }),
    highlight: t.string({
      description:
        'A text of it with the hits in <mark>, HTML-escaped: a claim’s headline, an entity’s name, a source’s title, ' +
        'a passage’s exact words; in the language that the hits are in, the reader’s where they are in that one too.',
      resolve: async (hit, _, context) => (await highlighted(hit, context)).html,
    }),
    language: t.field({
      type: 'BCP47',
      description: 'The language of the highlight; und where none is recorded.',
      resolve: async (hit, _, context) => (await highlighted(hit, context)).language,
    }),
  }),
});

builder.queryField('search', (t) =>
  t.field({
    type: 'SearchConnection',
    description:
      'What holds every white-space separated term of a query, in Chinese (by any part) and in English (by the beginning ' +
      'of words); case, width, NBSP and simplified or traditional characters make no difference. The whole phrase first, ' +
      'then newest, then id.',
    args: {
      query: t.arg.string({ required: true, description: 'What to look for.' }),
      types: t.arg({
        type: [SearchType],
        description: 'What may be found; everything where nothing is said.',
      }),
      language: t.arg({
        type: 'BCP47',
        description:
          'The reader’s language: of texts that hold as much of the query, one in it is highlighted. It changes nothing of what is found.',
      }),
      ...forwardPaging,
    },
    resolve: (_, { query, types, language, ...page }, { reader }) => {
      const needles = wordsOf('query', query);
      const phrase = phraseOf(query);
      const wanted = types ?? searchTypes;
      return connect<SearchHit>(
        page,
        { order: 'PHRASE_FIRST', list: ['search', needles, phrase, wanted] },
        {
          page: async (request) => {
            const [found] = await reader.search([{ needles, phrase, types: wanted }], request);
            const { items, more } = found ?? { items: [], more: false };
            return {
              more,
              items: items.map(({ item, position }) => ({
                item: { record: item, query, language: language ?? null },
                position,
              })),
            };
          },
          count: () => reader.countSearch(needles, wanted),
        },
      );
    },
  }),
);

const highlights = new WeakMap<SearchHit, () => ReturnType<typeof highlightOf>>();

/** The highlight of a hit, made once for its text and its language. */
function highlighted(hit: SearchHit, { loaders }: GraphqlContext): ReturnType<typeof highlightOf> {
  let made = highlights.get(hit);
  if (made === undefined) {
    made = once(() => highlightOf(hit, loaders));
    highlights.set(hit, made);
  }
  return made();
}
