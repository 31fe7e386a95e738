import { matchesLanguage, pick } from '../../domain/localize.ts';
import { builder } from '../builder.ts';
import { connect } from '../connection.ts';
import { allPresent } from '../present.ts';
import { byRecording, recordedPosition, wholeList } from '../whole-list.ts';
import { forwardPaging } from './paging-args.ts';
import { Rendering, VerificationState } from './source-enums.ts';

builder.objectType('Verification', {
  description:
    'How a passage was last found: in the text of its own version, or in that of the newest version of its source whose ' +
    'text came along. The passage stays anchored in its own.',
  fields: (t) => ({
    state: t.expose('state', { type: VerificationState, description: 'How it was found.' }),
    checkedAt: t.expose('checkedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was looked for.',
    }),
    found: t.exposeString('found', {
      nullable: true,
      description: 'What stands there now, where it was altered.',
    }),
  }),
});

builder.objectType('Passage', {
  description:
    'The exact words, anchored by W3C Web Annotation selectors (TextQuoteSelector, TextPositionSelector). Offsets count ' +
    "Unicode code points of the version's text (NFC, LF).",
  interfaces: ['Node'],
  fields: (t) => ({
    exact: t.exposeString('exact', { description: 'The words, to the character.' }),
    prefix: t.exposeString('prefix', {
      nullable: true,
      description: 'The words before, where these stand more than once.',
    }),
    suffix: t.exposeString('suffix', {
      nullable: true,
      description: 'The words after, where these stand more than once.',
    }),
    start: t.exposeInt('start', { nullable: true, description: 'Where they begin.' }),
    end: t.exposeInt('end', {
      nullable: true,
      description: 'Where they end; the character there is no longer theirs.',
    }),
    language: t.expose('language', { type: 'BCP47', description: 'The language of the words.' }),
    rendering: t.expose('rendering', {
      type: Rendering,
      description: "TRANSLATED: these are not the speaker's own words, however they are marked.",
    }),
    translation: t.string({
      nullable: true,
      description:
        'What they mean in another language, where that is recorded; never to be shown inside quotation marks.',
      args: {
        language: t.arg({
          type: 'BCP47',
          required: true,
          description: 'The language; zh is served by zh-Hans and zh-Hant.',
        }),
      },
      resolve: ({ translation }, { language }) => {
        const found = pick(translation, language);
        return found && matchesLanguage(found.language, language) ? found.text : null;
      },
    }),
    version: t.field({
      type: 'SourceVersion',
      nullable: true,
      description: 'The text that they stand in.',
      resolve: async ({ versionNode }, _, { loaders }) => {
        const record = await loaders.record.load(versionNode.id);
        return record?.type === 'SourceVersion' ? record : null;
      },
    }),
    assertions: t.field({
      type: 'AssertionConnection',
      description: 'The current assertions that quote it, in the order of recording.',
      args: forwardPaging,
      resolve: ({ id }, page, { loaders }) =>
        connect(
          page,
          { order: 'AS_RECORDED', list: ['Passage.assertions', id] },
          wholeList(async () => {
            const ids = await loaders.quoting.load(id);
            const found = await allPresent(ids.map((one) => loaders.assertion.load(one)));
            return found
              .filter(({ withdrawnAt, supersededById }) => withdrawnAt === null && supersededById === null)
              .sort(byRecording);
          }, recordedPosition),
        ),
    }),
    verification: t.expose('verification', {
      type: 'Verification',
      description:
        'How they were last found; without the text at hand what the record says, and never better.',
    }),
  }),
});
