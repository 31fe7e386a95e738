import { pick } from '../../domain/localize.ts';
import { builder } from '../builder.ts';
import { WarningCode } from './assertion-enums.ts';
import { ofService } from './language-arg.ts';

builder.objectType('Warning', {
  description: 'Something doubtful about an assertion. It is said, never mended in silence.',
  fields: (t) => ({
    code: t.expose('code', { type: WarningCode, description: 'What kind of doubt it is.' }),
    message: t.string({
      description: 'The doubt in a sentence.',
      args: ofService,
      resolve: ({ message }, { language }) => pick(message, language ?? 'en')?.text ?? '',
    }),
    layer: t.field({
      type: 'Assertion',
      nullable: true,
      description: 'The assertion at whose door the fault lies; null when unknown.',
      resolve: ({ layerId }, _, { loaders }) => (layerId === null ? null : loaders.assertion.load(layerId)),
    }),
  }),
});
