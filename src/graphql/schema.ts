import type { GraphQLSchema } from 'graphql';
import { withAsOf } from './as-of-type.ts';
import { builder } from './builder.ts';
import './live/subscriptions.ts';
import './mutations/confidential-identity.ts';
import './mutations/correct.ts';
import './mutations/curate.ts';
import './mutations/draft.ts';
import './mutations/import-bundle.ts';
import './mutations/mutation.ts';
import './mutations/record.ts';
import './mutations/reply.ts';
import './mutations/withdraw.ts';
import './types/assertion.ts';
import './types/claim.ts';
import './types/claim-graph.ts';
import './types/change.ts';
import './types/claim-relation.ts';
import './types/confidential-identity.ts';
import './types/connections.ts';
import './types/corroboration.ts';
import './types/draft.ts';
import './types/edtf-date.ts';
import './types/entity.ts';
import './types/entity-kinds.ts';
import './types/erased-at-field.ts';
import './types/identity-judgement.ts';
import './types/node.ts';
import './types/passage.ts';
import './types/position.ts';
import './types/provenance.ts';
import './types/query.ts';
import './types/reply-request.ts';
import './types/review.ts';
import './types/revision.ts';
import './types/scalars.ts';
import './types/search.ts';
import './types/source.ts';
import './types/timeline.ts';
import './types/version-field.ts';
import './types/warning.ts';

/** The public API's schema, made anew at each call. */
export function toSchema(): GraphQLSchema {
  return withAsOf(builder.toSchema());
}
