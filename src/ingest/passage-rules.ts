import type { Issue } from '../domain/errors.ts';
import { anchor, codePointLength, sliceCodePoints } from '../domain/text.ts';
import type { BundleRecords } from './bundle-records.ts';
import { ofType, type Placed } from './of-type.ts';

/** What a passage gets wrong of the text that it stands in, which came along. */
function brokenIn(text: string, { path, state }: Placed<'Passage'>): Issue | null {
  const found = sliceCodePoints(text, state.start, state.end);
  if (found !== state.exact)
    return {
      path: `${path}.exact`,
      message: `expected what the text has there, "${found}"; came "${state.exact}"`,
    };
  const places = anchor(text, state);
  if (!places.includes(state.start))
    return {
      path: `${path}.${state.prefix === undefined ? 'suffix' : 'prefix'}`,
      message: 'expected the characters right before and after it in the text',
    };
  if (places.length === 1) return null;
  const isBare = state.prefix === undefined && state.suffix === undefined;
  const stands = isBare
    ? `"${state.exact}" stands more than once`
    : `with what came around it "${state.exact}" stands ${places.length} times`;
  return {
    path: `${path}.${state.prefix === undefined && state.suffix !== undefined ? 'suffix' : 'prefix'}`,
    message: `expected a prefix or suffix that tells it apart: ${stands}`,
  };
}

/** What a passage is said to have been found to be, against the text that it stands in to the character. */
function brokenFinding({ path, state }: Placed<'Passage'>, retrievedAt: string | undefined): Issue | null {
  const { verification } = state;
  if (verification === undefined || verification.state === 'EXACT' || verification.state === 'UNVERIFIED')
    return null;
  const { checkedAt } = verification;
  const isLater =
    checkedAt !== undefined && (retrievedAt === undefined || Date.parse(checkedAt) > Date.parse(retrievedAt));
  if (isLater) return null;
  return {
    path: `${path}.verification.state`,
    message: `expected EXACT, as it stands in the text that came along, or when it was found otherwise in a later one (checkedAt); came ${verification.state}`,
  };
}

/** Every passage is as long as it says, lies within its version, and stands in its text to the character. */
export function brokenPassages(records: BundleRecords): readonly Issue[] {
  const versions = new Map(ofType(records, 'SourceVersion').map(({ id, state }) => [id, state]));
  return ofType(records, 'Passage').flatMap((passage): readonly Issue[] => {
    const { path, state } = passage;
    const length = codePointLength(state.exact);
    if (state.end - state.start !== length) {
      const end = state.start + length;
      const message = `expected ${end}, ${length} code points after start; came ${state.end}`;
      return [{ path: `${path}.end`, message }];
    }
    const version = versions.get(state.version);
    const text = records.texts.get(state.version);
    if (text !== undefined) {
      const broken = brokenIn(text, passage) ?? brokenFinding(passage, version?.retrievedAt);
      return broken === null ? [] : [broken];
    }
    if (version?.length === undefined || state.end <= version.length) return [];
    const message = `expected at most ${version.length}, the length of the version; came ${state.end}`;
    return [{ path: `${path}.end`, message }];
  });
}
