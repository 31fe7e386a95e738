import { DraftNeeded } from '../../domain/errors.ts';
import { importRequested, previewImport } from '../../ingest/import-requested.ts';
import { parseBundleText } from '../../ingest/parse-bundle.ts';
import { builder } from '../builder.ts';
import { askedFields, type Done, defineAnswer, receiptFields } from './define-mutation.ts';

const BundleImported = builder.objectRef<Done>('BundleImported').implement({
  description: 'A bundle was recorded.',
  fields: (t) => ({
    added: t.int({ description: 'How many records are new.', resolve: ({ receipt }) => receipt.added }),
    revised: t.int({ description: 'How many were revised.', resolve: ({ receipt }) => receipt.revised }),
    unchanged: t.int({
      description: 'How many stand as they were recorded.',
      resolve: ({ receipt }) => receipt.unchanged,
    }),
    ...receiptFields(t),
  }),
});

defineAnswer({
  name: 'importBundle',
  description:
    'Records a claim bundle in one Activity, by the rules of `onrecord seed`: what is new is added, what differs is ' +
    'revised, and nothing is taken away by leaving it out. The log has it under the name of the caller; who vouches ' +
    'for the bundle, its `by`, stands in the title of the activity and with what the bundle judges and proposes. The ' +
    'paths of a refusal are those of the bundle. `preview` is the dry run.',
  action: 'IMPORT',
  input: builder.inputType('ImportBundleInput', {
    description: 'A claim bundle.',
    fields: (t) => {
      // How it came to be is said by the bundle itself.
      const { method: _, ...asked } = askedFields(t);
      return {
        ...asked,
        bundle: t.string({
          required: true,
          description: 'The bundle, as the text of its JSON (`claim-bundle.schema.json`).',
        }),
      };
    },
  }),
  done: BundleImported,
  prepare: ({ bundle: text }, { fourEyes, preview }) => {
    if (fourEyes && !preview) throw new DraftNeeded('importBundle', 'each of its assertions');
    const bundle = parseBundleText(text);
    return {
      record: (writer, request) => importRequested(writer, request, bundle),
      preview: (writer, request) => previewImport(writer, request, bundle),
    };
  },
});
