// A page of what the public was shown, or shown no more, at an instant or after it, in that order.
// params: after (instant); limit
// returns: [recordedAt, activity id (empty where the hour did it), ids of claims, ids of assertions, those of them
//   that are withdrawn]
MATCH (change:ViewChange)
WHERE change.recordedAt >= $after
RETURN change.recordedAt AS recordedAt, change.activityId AS activityId, change.claimIds AS claimIds,
  change.assertionIds AS assertionIds, coalesce(change.withdrawnIds, []) AS withdrawnIds
ORDER BY recordedAt
LIMIT $limit
