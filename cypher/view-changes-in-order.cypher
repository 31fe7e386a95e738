// A page of what the public was shown, or shown no more, in the order in which it was kept.
// params: after (instant); limit
// returns: [id, recordedAt, activity id, ids of claims, ids of assertions, those of them that are withdrawn, hash before it,
//   hash]
MATCH (change:ViewChange)
WHERE change.recordedAt > $after
RETURN change.id AS id, change.recordedAt AS recordedAt, change.activityId AS activityId, change.claimIds AS claimIds,
  change.assertionIds AS assertionIds, coalesce(change.withdrawnIds, []) AS withdrawnIds,
  change.previousHash AS previousHash, change.hash AS hash
ORDER BY recordedAt
LIMIT $limit
