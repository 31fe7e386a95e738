import { type Refusal, set } from './refusal.ts';

const asked = (change: Record<string, unknown>) => set('replyRequests', 'asked-company', change);

/** What a request for a reply may get wrong. */
export const replyRefusals: readonly Refusal[] = [
  {
    rule: 'an assertion of another claim put to someone',
    break: asked({ assertion: 'opened' }),
    path: 'replyRequests[0].assertion',
    reason: 'an assertion of the claim',
  },
  {
    rule: 'an answer on another claim',
    break: asked({ reply: 'old' }),
    path: 'replyRequests[0].reply',
    reason: 'an answer on the claim',
  },
  {
    rule: 'an answer by someone who was not asked',
    break: asked({ reply: 'doubted' }),
    path: 'replyRequests[0].reply',
    reason: 'who was asked, or on its behalf',
  },
  {
    rule: 'silence before the deadline has passed',
    break: (input) => {
      input.assertions?.push({
        key: 'silent',
        claim: 'shut',
        speaker: 'company',
        stance: 'NO_RESPONSE',
        commitment: 'ENDORSES',
        directness: 'INDIRECT',
      });
      asked({ reply: 'silent', deadline: '2999-01-01T00:00:00Z' })(input);
    },
    path: 'replyRequests[0].reply',
    reason: 'once the deadline has passed',
  },
  {
    rule: 'a deadline before the asking',
    break: asked({ deadline: '2023-12-14T18:00:00Z' }),
    path: 'replyRequests[0].deadline',
    reason: 'not before the asking',
  },
];
