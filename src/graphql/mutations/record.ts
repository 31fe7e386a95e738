import { addingSource, addingSourceVersion } from '../../ingest/add-source.ts';
import { recordingAssertion } from '../../ingest/record-assertion.ts';
import { builder } from '../builder.ts';
import { askedFields, defineMutation } from './define-mutation.ts';
import { recordedAssertionFields, SourceInput, SourceVersionInput } from './record-inputs.ts';

defineMutation({
  name: 'recordAssertion',
  description:
    'Records one assertion with its claim, speaker, source, passages and the chain that it relays, each new or one ' +
    'that is there, in one Activity.',
  action: 'RECORD',
  input: builder.inputType('RecordAssertionInput', {
    description: 'An assertion and all that it stands on.',
    fields: (t) => ({ ...askedFields(t), ...recordedAssertionFields(t) }),
  }),
  gather: recordingAssertion,
  success: {
    name: 'AssertionRecorded',
    field: 'assertion',
    type: 'Assertion',
    description: 'An assertion was recorded.',
  },
});

defineMutation({
  name: 'addSource',
  description: 'Records a source, with its text at one moment where that is at hand.',
  action: 'RECORD',
  input: builder.inputType('AddSourceInput', {
    description: 'A source.',
    fields: (t) => ({
      ...askedFields(t),
      source: t.field({ type: SourceInput, required: true, description: 'The source.' }),
    }),
  }),
  gather: ({ source }) => addingSource(source),
  success: { name: 'SourceAdded', field: 'source', type: 'Source', description: 'A source was recorded.' },
});

defineMutation({
  name: 'addSourceVersion',
  description:
    "Records a source's text at another moment. The hash is computed where the text is given, and a hash that is " +
    'given beside it must be the same. Where the text is given and is the newest, every passage of an earlier version is ' +
    'looked up in it, and the assertions that rest on one that was altered or is gone are warned of it. It is not kept.',
  action: 'RECORD',
  input: builder.inputType('AddSourceVersionInput', {
    description: 'Another version of a source.',
    fields: (t) => ({
      ...askedFields(t),
      source: t.id({ required: true, description: 'The source.' }),
      version: t.field({ type: SourceVersionInput, required: true, description: 'Its text at that moment.' }),
    }),
  }),
  gather: ({ source, version }) => addingSourceVersion(String(source), version),
  success: {
    name: 'SourceVersionAdded',
    field: 'version',
    type: 'SourceVersion',
    description: 'A version was recorded.',
  },
});
