// A page of what the public was shown, or shown no more, at an instant or before it and not before another, the last first.
// params: before, since (instants); limit
// returns: [recordedAt, activity id (empty where the hour did it), ids of claims, ids of assertions, those of them
//   that are withdrawn]
MATCH (change:ViewChange)
WHERE change.recordedAt <= $before AND change.recordedAt >= $since
RETURN change.recordedAt AS recordedAt, change.activityId AS activityId, change.claimIds AS claimIds,
  change.assertionIds AS assertionIds, coalesce(change.withdrawnIds, []) AS withdrawnIds
ORDER BY recordedAt DESC
LIMIT $limit
