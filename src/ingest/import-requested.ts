import type { Bundle } from '../domain/bundle.ts';
import type {
  Decision,
  Preview,
  Receipt,
  Recording,
  RecordingView,
  StoreWriter,
} from '../store/write-port.ts';
import { checkedEntries } from './import-bundle.ts';
import { type MutationRequest, recordingOf } from './mutation-request.ts';

/**
 * The recording of a bundle that a caller brings. It is the caller's act: the log has it under the caller's name. Who
 * vouches for the bundle stands in its title, and with what the bundle itself judges and proposes.
 */
function recordingOfImport(request: MutationRequest, bundle: Bundle): Recording {
  const [title = bundle.namespace] = Object.values(bundle.title);
  return {
    ...recordingOf(request),
    method: bundle.method,
    title: bundle.by === request.caller.name ? title : `${title} (${bundle.by})`,
  };
}

const deciding =
  (bundle: Bundle) =>
  async (view: RecordingView): Promise<Decision> => ({
    ...(await checkedEntries(bundle, view, 'IMPORT')),
    about: null,
  });

/**
 * Records a bundle that a caller brings, by the rules of `importBundle`. Throws RefusedBundle with the bundle's own
 * paths, RequestKeyReused, and what else is foreseen of a recording; nothing is then recorded.
 */
export function importRequested(
  writer: StoreWriter,
  request: MutationRequest,
  bundle: Bundle,
): Promise<Receipt> {
  return writer.record(recordingOfImport(request, bundle), deciding(bundle));
}

/** What `importRequested` would do; nothing is committed. */
export function previewImport(
  writer: StoreWriter,
  request: MutationRequest,
  bundle: Bundle,
): Promise<Preview> {
  return writer.preview(recordingOfImport(request, bundle), deciding(bundle));
}
