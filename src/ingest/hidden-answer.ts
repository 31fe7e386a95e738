import { isSourceHidden } from '../domain/visibility.ts';
import type { RecordingView } from '../store/write-port.ts';
import type { PassageIn, Ref, SourceIn } from './mutation-inputs.ts';

/** What an answer is said in, and by which words. */
export interface AnswerIn {
  readonly source?: Ref<SourceIn> | null | undefined;
  readonly basedOn?: readonly Ref<SourceIn>[] | null | undefined;
  readonly passages?: readonly Ref<PassageIn>[] | null | undefined;
}

/** The source whose text the words stand in that name no version: the last one that comes along with a text. */
function sourceOfWords({ source, basedOn }: AnswerIn): SourceIn | null {
  const added = [source, ...(basedOn ?? [])].flatMap((one) => one?.new ?? []);
  return added.findLast(({ version }) => version?.text) ?? null;
}

/** Whether an answer is made in a hidden source, or all of its words stand in such, whether or not they are recorded yet. */
export async function isHiddenAnswer(answer: AnswerIn, view: RecordingView): Promise<boolean> {
  const at = new Date(view.recordedAt);
  const hides = ({ access, embargoedUntil }: Pick<SourceIn, 'access' | 'embargoedUntil'>) =>
    isSourceHidden({ access: access ?? 'PUBLIC', embargoedUntil }, at);
  const areHidden = async (ids: readonly string[]) =>
    (await view.reader.sourcesByIds(ids)).every((one) => one !== null && hides(one));
  const { source, passages } = answer;
  if (source?.new && hides(source.new)) return true;
  if (source?.id && (await areHidden([String(source.id)]))) return true;
  const words = passages ?? [];
  if (words.length === 0) return false;
  const standsIn = words.map((one) => one.id ?? one.new?.version);
  const withoutPlace = standsIn.some((id) => id === null || id === undefined);
  const along = sourceOfWords(answer);
  if (withoutPlace && (along === null || !hides(along))) return false;
  const places = standsIn.flatMap((id) => (id === null || id === undefined ? [] : [String(id)]));
  const sources = (await view.reader.recordsByIds(places)).map((one) => {
    if (one?.type === 'Passage') return one.versionNode.sourceId;
    return one?.type === 'SourceVersion' ? one.sourceId : '';
  });
  return areHidden([...new Set(sources)]);
}
