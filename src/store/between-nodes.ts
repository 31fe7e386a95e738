import type { EntryOf } from '../domain/state.ts';
import { dateLink, link, links, type RecordNode } from './node-links.ts';
import { dateProperties, localized } from './node-properties.ts';

type Between = EntryOf<'ClaimRelation' | 'Review' | 'IdentityJudgement' | 'ReplyRequest'>;

/** The node and links of what stands between records; `recordedAt` is when one was withdrawn that is, `method` how it came. */
export function betweenNode(entry: Between, method: string, recordedAt: string): RecordNode {
  switch (entry.type) {
    case 'ClaimRelation':
      return {
        properties: {
          kind: entry.state.kind,
          fromId: entry.state.from,
          toId: entry.state.to,
          ...localized('reasonLanguages', 'reasons', entry.state.reason),
          status: entry.state.status,
          assertedByIds: entry.state.assertedBy,
          proposedBy: entry.state.proposedBy,
        },
        links: [
          ...link('claim-relation-from-claim', entry.state.from),
          ...link('claim-relation-to-claim', entry.state.to),
          ...links('claim-relation-asserted-by-assertion', entry.state.assertedBy),
          ...links('claim-relation-hidden-by-assertion', entry.state.erased?.hiddenBy ?? []),
        ],
      };
    case 'Review':
      return {
        properties: {
          claimId: entry.state.claim,
          reviewerId: entry.state.reviewer,
          rating: entry.state.rating,
          normalized: entry.state.normalized,
          url: entry.state.url ?? null,
          ...dateProperties('published', entry.state.publishedOn),
          withdrawnAt: entry.state.withdrawn ? recordedAt : null,
          withdrawalReason: entry.state.withdrawn?.reason ?? null,
        },
        links: [
          ...link('review-of-claim-claim', entry.state.claim),
          ...link('review-reviewed-by-entity', entry.state.reviewer),
          ...dateLink('review-reviewed-on-date', entry.state.publishedOn),
        ],
      };
    case 'ReplyRequest':
      return {
        properties: {
          claimId: entry.state.claim,
          assertionId: entry.state.assertion ?? null,
          toId: entry.state.to,
          channel: entry.state.channel ?? null,
          ...localized('questionLanguages', 'questions', entry.state.question),
          ...dateProperties('asked', entry.state.askedOn),
          deadline: entry.state.deadline,
          replyId: entry.state.reply ?? null,
          by: entry.state.by,
          withdrawnAt: entry.state.withdrawn ? recordedAt : null,
          withdrawalReason: entry.state.withdrawn?.reason ?? null,
        },
        links: [
          ...link('reply-request-asks-about-claim', entry.state.claim),
          ...link('reply-request-puts-assertion', entry.state.assertion),
          ...link('reply-request-asked-of-entity', entry.state.to),
          ...link('reply-request-answered-by-assertion', entry.state.reply),
          ...dateLink('reply-request-asked-on-date', entry.state.askedOn),
        ],
      };
    case 'IdentityJudgement': {
      const judged = entry.state.between[0].startsWith('Entity_') ? 'entity' : 'assertion';
      return {
        properties: {
          verdict: entry.state.verdict,
          betweenIds: [...entry.state.between],
          by: entry.state.by,
          method,
          ...localized('reasonLanguages', 'reasons', entry.state.reason),
        },
        links: entry.state.between.flatMap((id) => link(`identity-judgement-judges-${judged}`, id)),
      };
    }
  }
}
