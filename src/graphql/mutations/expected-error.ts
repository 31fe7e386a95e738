import { NotAllowed } from '../../domain/caller.ts';
import {
  InvalidInput,
  NotFound,
  NotPossible,
  type OnrecordError,
  RequestKeyReused,
  StaleVersion,
} from '../../domain/errors.ts';
import { BadArgument } from '../bad-argument.ts';
import { builder } from '../builder.ts';

/** A failure as an answer: the error itself, returned as it is, would be taken for one that was thrown. */
export interface Failure<Why extends OnrecordError = OnrecordError> {
  readonly failure: Why;
}

const ExpectedError = builder.interfaceRef<Failure>('ExpectedError').implement({
  description:
    'Why a mutation was not done, foreseen: nothing was recorded. Whatever is not foreseen is masked.',
  fields: (t) => ({
    code: t.string({
      description: 'What kind of failure it is; it stays the same.',
      resolve: ({ failure }) => failure.code,
    }),
    message: t.string({
      description: 'What was expected, and what came.',
      resolve: ({ failure }) => failure.message,
    }),
    ids: t.idList({ description: 'The records involved.', resolve: ({ failure }) => [...failure.ids] }),
  }),
});

export const InputIssue = builder
  .objectRef<{ readonly path: string; readonly message: string }>('InputIssue')
  .implement({
    description: 'Something in an input that breaks a rule.',
    fields: (t) => ({
      path: t.exposeString('path', { description: 'Where, below `input`: `speaker.new.names[0].text`.' }),
      message: t.exposeString('message', { description: 'What was expected, and what came.' }),
    }),
  });

const interfaces = [ExpectedError];

const InvalidInputError = builder
  .objectRef<Failure<InvalidInput | BadArgument>>('InvalidInputError')
  .implement({
    description: 'The input breaks rules.',
    interfaces,
    fields: (t) => ({
      issues: t.field({
        type: [InputIssue],
        description: 'Each of them, with its path.',
        resolve: ({ failure }) =>
          failure instanceof BadArgument
            ? [{ path: failure.argument, message: failure.message }]
            : [...failure.issues],
      }),
    }),
  });

const NotFoundError = builder.objectRef<Failure<NotFound>>('NotFoundError').implement({
  description: 'Nothing is there for an id, or nothing that the caller may see.',
  interfaces,
});

const StaleVersionError = builder.objectRef<Failure<StaleVersion>>('StaleVersionError').implement({
  description: 'The record was changed since the caller read it.',
  interfaces,
  fields: (t) => ({
    currentVersion: t.int({
      description: 'The version that it is at now.',
      resolve: ({ failure }) => failure.current,
    }),
    current: t.field({
      type: 'Node',
      nullable: true,
      description: 'The record as it is now.',
      resolve: ({ failure: { ids } }, _, { loaders }) =>
        ids[0] === undefined ? null : loaders.record.load(ids[0]),
    }),
  }),
});

const IdempotencyKeyReusedError = builder
  .objectRef<Failure<RequestKeyReused>>('IdempotencyKeyReusedError')
  .implement({ description: 'The key was used before, with another input.', interfaces });

const NotAllowedError = builder.objectRef<Failure<NotAllowed>>('NotAllowedError').implement({
  description: 'The caller may not do this: there is no key, or its role does not cover it.',
  interfaces,
});

const NotPossibleError = builder.objectRef<Failure<NotPossible>>('NotPossibleError').implement({
  description: 'It cannot be done to the record as it is.',
  interfaces,
});

/** The failures that every mutation's answer may be. */
export const expectedErrors = [
  InvalidInputError,
  NotFoundError,
  StaleVersionError,
  IdempotencyKeyReusedError,
  NotAllowedError,
  NotPossibleError,
];

/** The name of the API's type for a failure; null for one that is not foreseen. */
export function expectedErrorOf(error: OnrecordError): string | null {
  if (error instanceof InvalidInput || error instanceof BadArgument) return 'InvalidInputError';
  if (error instanceof NotFound) return 'NotFoundError';
  if (error instanceof StaleVersion) return 'StaleVersionError';
  if (error instanceof RequestKeyReused) return 'IdempotencyKeyReusedError';
  if (error instanceof NotAllowed) return 'NotAllowedError';
  return error instanceof NotPossible ? 'NotPossibleError' : null;
}
