import type { DraftOf } from '../domain/state.ts';
import { dateLink, link, links, type RecordNode } from './node-links.ts';
import { dateProperties, localized } from './node-properties.ts';

type Between = DraftOf<'ClaimRelation' | 'Review' | 'IdentityJudgement' | 'ReplyRequest'>;

/** The node and links of what stands between records: relations, reviews, judgements, reply requests. */
export function betweenNode(draft: Between): RecordNode {
  switch (draft.type) {
    case 'ClaimRelation':
      return {
        properties: {
          kind: draft.state.kind,
          fromId: draft.state.from,
          toId: draft.state.to,
          ...localized('reasonLanguages', 'reasons', draft.state.reason),
          status: draft.state.status,
          assertedByIds: draft.state.assertedBy,
          proposedBy: draft.state.proposedBy,
        },
        links: [
          ...link('claim-relation-from-claim', draft.state.from),
          ...link('claim-relation-to-claim', draft.state.to),
          ...links('claim-relation-asserted-by-assertion', draft.state.assertedBy),
        ],
      };
    case 'Review':
      return {
        properties: {
          claimId: draft.state.claim,
          reviewerId: draft.state.reviewer,
          rating: draft.state.rating,
          normalized: draft.state.normalized,
          url: draft.state.url ?? null,
          ...dateProperties('published', draft.state.publishedOn),
        },
        links: [
          ...link('review-of-claim-claim', draft.state.claim),
          ...link('review-reviewed-by-entity', draft.state.reviewer),
          ...dateLink('review-reviewed-on-date', draft.state.publishedOn),
        ],
      };
    case 'ReplyRequest':
      return {
        properties: {
          claimId: draft.state.claim,
          assertionId: draft.state.assertion ?? null,
          toId: draft.state.to,
          channel: draft.state.channel ?? null,
          ...localized('questionLanguages', 'questions', draft.state.question),
          ...dateProperties('asked', draft.state.askedOn),
          deadline: draft.state.deadline,
          replyId: draft.state.reply ?? null,
          by: draft.state.by,
        },
        links: [
          ...link('reply-request-asks-about-claim', draft.state.claim),
          ...link('reply-request-puts-assertion', draft.state.assertion),
          ...link('reply-request-asked-of-entity', draft.state.to),
          ...link('reply-request-answered-by-assertion', draft.state.reply),
          ...dateLink('reply-request-asked-on-date', draft.state.askedOn),
        ],
      };
    case 'IdentityJudgement': {
      const judged = draft.state.between[0].startsWith('Entity_') ? 'entity' : 'assertion';
      return {
        properties: {
          verdict: draft.state.verdict,
          betweenIds: [...draft.state.between],
          by: draft.state.by,
          ...localized('reasonLanguages', 'reasons', draft.state.reason),
        },
        links: draft.state.between.flatMap((id) => link(`identity-judgement-judges-${judged}`, id)),
      };
    }
  }
}
