import type { InputObjectRef, ObjectRef } from '@pothos/core';
import type { GraphQLSchema } from 'graphql';
import { type Action, expectMay } from '../../domain/caller.ts';
import { type DraftedMutation, isDrafted } from '../../domain/draft.ts';
import { DraftNeeded, OnrecordError } from '../../domain/errors.ts';
import type { RecordType } from '../../domain/ids.ts';
import type { RecordMethod } from '../../domain/vocabulary.ts';
import { type MutationRequest, recordingOf } from '../../ingest/mutation-request.ts';
import { type Gather, previewGathered, recordGathered } from '../../ingest/record-gathered.ts';
import type { Decide, Preview, Receipt, StoreWriter } from '../../store/write-port.ts';
import { builder, type SchemaTypes } from '../builder.ts';
import type { GraphqlContext } from '../context.ts';
import { Loaders } from '../loaders.ts';
import { RecordMethod as RecordMethodType } from '../types/assertion-enums.ts';
import { expectedErrorOf, expectedErrors, type Failure } from './expected-error.ts';
import { MutationPreview } from './mutation-preview.ts';
import { expectPresentIds } from './present-ids.ts';

/** What every mutation's input has beside its own fields. */
interface Asked {
  readonly idempotencyKey: string;
  readonly preview?: boolean | null | undefined;
  readonly method?: RecordMethod | null | undefined;
}

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0];

/** The fields that every mutation's input has. */
export function askedFields(t: InputFields) {
  return {
    idempotencyKey: t.string({
      required: true,
      description:
        "The caller's own name for this request, 1 to 200 visible ASCII characters, a UUID for one: the same key and " +
        'input answers the same and changes nothing more, the same key with another input is refused.',
    }),
    preview: t.boolean({
      defaultValue: false,
      description: 'True: says what would change, and changes nothing.',
    }),
    method: t.field({
      type: RecordMethodType,
      defaultValue: 'HUMAN',
      description: "How it came to be. A machine's record never replaces a person's.",
    }),
  };
}

/** What a mutation that was done answers. */
export interface Done {
  readonly receipt: Receipt;
}

type SchemaBuilderTypes = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>;
type InputRef<Input> = InputObjectRef<SchemaBuilderTypes, Input>;

interface Definition<Input> {
  readonly name: string;
  readonly description: string;
  /** What the caller must be allowed. */
  readonly action: Action;
  readonly input: InputRef<Input>;
  readonly gather: (input: Omit<Input, keyof Asked>) => Gather;
  /** The type of its success, and the field and type in which the record stands. */
  readonly success: {
    readonly name: string;
    readonly field: string;
    readonly type: RecordType;
    readonly description: string;
  };
}

function successType({ name, field, type, description }: Definition<never>['success']) {
  return builder.objectRef<Done>(name).implement({
    description,
    fields: (t) => ({
      [field]: t.field({
        // Each name stands for a type of the builder's; the id is of that type, as the mutation says.
        type: type as 'Assertion',
        nullable: true,
        description: 'The record as it is now.',
        resolve: async ({ receipt: { about } }, _, { loaders }) =>
          (about === null ? null : await loaders.record.load(about)) as never,
      }),
      ...receiptFields(t),
    }),
  });
}

type DoneFields = Parameters<
  NonNullable<Parameters<ReturnType<typeof builder.objectRef<Done>>['implement']>[0]['fields']>
>[0];

/** What every success has: where the log keeps it. */
export function receiptFields(t: DoneFields) {
  return {
    activityId: t.id({
      nullable: true,
      description: 'The activity in the log; null where nothing was new.',
      resolve: ({ receipt }) => receipt.activityId,
    }),
    recordedAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'When it was recorded; null where nothing was new.',
      resolve: ({ receipt }) => receipt.recordedAt,
    }),
  };
}

/** What each mutation of which drafts are kept gathers, of an input that fits it. */
export const gathersOfDrafts: Partial<Record<DraftedMutation, (input: never) => Gather>> = {};

type Answer = Done | Preview | Failure;

/** A mutation that records what its input gathers, and answers the record that it is about. */
export function defineMutation<Input extends Asked>(definition: Definition<Input>): void {
  const { gather, success, ...rest } = definition;
  if (isDrafted(rest.name)) gathersOfDrafts[rest.name] = gather as (input: never) => Gather;
  defineAnswer<Input>({
    ...rest,
    done: successType(success),
    prepare: (own, { fourEyes, preview }) => {
      if (fourEyes && !preview && isDrafted(rest.name)) throw new DraftNeeded(rest.name);
      const gathered = gather(own);
      return {
        record: (writer, request) => recordGathered(writer, request, gathered),
        preview: (writer, request) => previewGathered(writer, request, gathered),
      };
    },
  });
}

/** A mutation that records what is decided by its own rules, which no bundle has, and answers the record that it is about. */
export function defineDecided<Input extends Asked>(
  definition: Omit<Definition<Input>, 'gather'> & {
    /** Throws what is foreseen of an input that breaks a rule. */
    readonly decide: (request: MutationRequest, input: Omit<Input, keyof Asked>) => Decide;
  },
): void {
  const { decide, success, ...rest } = definition;
  defineAnswer<Input>({
    ...rest,
    done: successType(success),
    prepare: (own) => ({
      record: (writer, request) => writer.record(recordingOf(request), decide(request, own)),
      preview: (writer, request) => writer.preview(recordingOf(request), decide(request, own)),
    }),
  });
}

/** How what a mutation asks for is done, and previewed. */
interface Prepared {
  record(writer: StoreWriter, request: MutationRequest): Promise<Receipt>;
  preview(writer: StoreWriter, request: MutationRequest): Promise<Preview>;
}

/** How a mutation is asked for. */
interface Asking {
  readonly preview: boolean;
  /** Whether nothing is recorded that no second person has approved. */
  readonly fourEyes: boolean;
  readonly schema: GraphQLSchema;
  readonly loaders: Loaders;
}

interface Answering<Input> extends Pick<Definition<Input>, 'name' | 'description' | 'action' | 'input'> {
  readonly done: ObjectRef<SchemaBuilderTypes, Done>;
  /** Throws what is foreseen of an input that breaks a rule. */
  readonly prepare: (input: Omit<Input, keyof Asked>, how: Asking) => Prepared;
}

/** Defines a mutation: its answer is a union of its success, a preview, and the failures that are foreseen. */
export function defineAnswer<Input extends Asked>(definition: Answering<Input>): void {
  const { name, description, action, input, done, prepare } = definition;
  const result = builder.unionType(`${capitalized(name)}Result`, {
    description: `What \`${name}\` answers.`,
    types: [done, MutationPreview, ...expectedErrors],
    resolveType: (answer: Answer) =>
      'failure' in answer
        ? expectedErrorOf(answer.failure)
        : 'receipt' in answer
          ? done.name
          : 'MutationPreview',
  });
  builder.mutationField(name, (t) =>
    t.field({
      type: result,
      description,
      args: {
        // As every input: what is its own is for `gather`, which was written for it.
        input: t.arg({ type: input as InputRef<Asked>, required: true, description: 'What to record.' }),
      },
      resolve: async (_, { input }, context, info): Promise<never> => {
        const { idempotencyKey, preview, method, ...own } = input;
        return (await answerTo(context, preview ?? false, () => {
          const caller = expectMay(context.caller, action);
          expectPresentIds(info, input);
          return {
            request: { caller, idempotencyKey, name, input: { ...own, method }, method: method ?? 'HUMAN' },
            prepared: prepare(own as Omit<Input, keyof Asked>, {
              preview: preview ?? false,
              fourEyes: context.fourEyes,
              schema: info.schema,
              loaders: context.loaders,
            }),
          };
        })) as never;
      },
    }),
  );
}

function capitalized(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}

/** Does what is asked; a foreseen failure is an answer, all else is thrown on and masked. */
async function answerTo(
  context: GraphqlContext,
  preview: boolean,
  prepare: () => { readonly request: MutationRequest; readonly prepared: Prepared },
): Promise<Answer> {
  try {
    const { request, prepared } = prepare();
    if (preview) return await prepared.preview(context.writer, request);
    const receipt = await prepared.record(context.writer, request);
    // What was read before this write is read anew.
    context.reader = await context.readerFor(context.caller);
    context.loaders = new Loaders(context.reader);
    return { receipt };
  } catch (error) {
    if (!(error instanceof OnrecordError) || expectedErrorOf(error) === null) throw error;
    return { failure: error };
  }
}
