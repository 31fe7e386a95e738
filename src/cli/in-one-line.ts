import { draftedMutationOf } from '../domain/draft.ts';
import type { Entry } from '../domain/state.ts';

const longest = 100;

function clipped(text: string): string {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest).join('')}…`;
}

const firstOf = (texts: Readonly<Record<string, string>> | undefined): string =>
  Object.values(texts ?? {})[0] ?? '';

function saying(entry: Entry): string {
  switch (entry.type) {
    case 'Entity':
      return entry.state.names[0]?.text ?? '';
    case 'Source':
      return firstOf(entry.state.title);
    case 'SourceVersion':
      return entry.state.retrievedFrom ?? entry.state.sha256;
    case 'Passage':
      return entry.state.exact;
    case 'Claim':
      return entry.state.text[entry.state.language] ?? firstOf(entry.state.text);
    case 'Assertion': {
      const { stance, claim, speakerAsNamed, cue } = entry.state;
      return [stance, claim, speakerAsNamed, cue].filter((part) => part !== undefined).join(' ');
    }
    case 'ClaimRelation':
      return `${entry.state.kind} ${firstOf(entry.state.reason)}`;
    case 'Review':
      return entry.state.rating;
    case 'IdentityJudgement':
      return `${entry.state.verdict} ${firstOf(entry.state.reason)}`;
    case 'ReplyRequest':
      return firstOf(entry.state.question) || `of ${entry.state.claim}`;
    case 'Hold':
      return entry.state.reason;
    case 'Draft':
      return `${entry.state.status} ${draftedMutationOf(entry.state) ?? ''}`;
    case 'ConfidentialIdentity':
      // A terminal is read over shoulders, and kept.
      return `of ${entry.state.entity}; what it says is not shown here`;
  }
}

/** What a record says, in a line of some hundred characters; of a confidential identity only whose it is. */
export function inOneLine(entry: Entry): string {
  return clipped(saying(entry)).trim();
}
