import { InvalidInput } from '../domain/errors.ts';
import type { RecordType } from '../domain/ids.ts';
import type { Decision, Preview, Receipt, RecordingView, StoreWriter } from '../store/write-port.ts';
import { Gathering } from './gathering.ts';
import { type Asked, checkedEntries } from './import-bundle.ts';
import { type MutationRequest, namespaceOf, recordingOf, seesHidden } from './mutation-request.ts';
import { withoutSight } from './without-sight.ts';

/** What a mutation is about, as the gathering refers to it. */
export interface About {
  readonly type: RecordType;
  readonly reference: string;
}

/**
 * Puts what a mutation records into a gathering, given the graph held still, and says what the mutation is about. It
 * may be called more than once.
 */
export type Gather = (gathering: Gathering, view: RecordingView) => Promise<About> | About;

/** What to record of what a mutation gathers, by the rules of an import. */
export function decideGathered(request: MutationRequest, gather: Gather, asked: Asked = 'MUTATION') {
  return async (view: RecordingView): Promise<Decision> => {
    const gathering = new Gathering(namespaceOf(request), request.caller.name, request.method);
    const { type, reference } = await gather(gathering, view);
    const bundle = gathering.bundle();
    try {
      const { entries } = await checkedEntries(bundle, view, asked);
      return {
        entries: seesHidden(request) ? entries : await withoutSight(entries, view, request.caller),
        about: gathering.idOf(type, reference),
      };
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error;
      throw new InvalidInput(
        'the input was refused, and nothing was recorded',
        error.issues.map((issue) => gathering.inInput(issue)),
      );
    }
  };
}

/**
 * Records what a mutation asks for, in one Activity, by the rules of an import. A request that was served before is
 * answered as it was then, and not looked at again.
 * Throws InvalidInput, RequestKeyReused, and what `gather` throws; nothing is then recorded.
 */
export function recordGathered(
  writer: StoreWriter,
  request: MutationRequest,
  gather: Gather,
): Promise<Receipt> {
  return writer.record(recordingOf(request), decideGathered(request, gather));
}

/** What `recordGathered` would do; nothing is committed. */
export function previewGathered(
  writer: StoreWriter,
  request: MutationRequest,
  gather: Gather,
  asked: Asked = 'MUTATION',
): Promise<Preview> {
  return writer.preview(recordingOf(request), decideGathered(request, gather, asked));
}
