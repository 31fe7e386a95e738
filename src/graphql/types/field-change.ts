import type { FieldChange as Change } from '../../domain/diff.ts';
import { builder } from '../builder.ts';

export const FieldChange = builder.objectRef<Change>('FieldChange').implement({
  description: 'One field of a record that differs between two of its states.',
  fields: (t) => ({
    path: t.exposeString('path', {
      description: 'Where, as a JSON Pointer (RFC 6901) into the state: /saidOn/edtf.',
    }),
    before: t.exposeString('before', {
      nullable: true,
      description: 'Its value before, as JSON; null where there was none.',
    }),
    after: t.exposeString('after', {
      nullable: true,
      description: 'Its value after, as JSON; null where there is none.',
    }),
  }),
});
