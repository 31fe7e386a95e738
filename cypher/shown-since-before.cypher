// What the public has since something named it, or since it came itself to rest on what is seen,
// before a place in the log and not before an instant, the last first, having been recorded first in hiding.
// params: before: an instant, beforeId: the record in it that was last seen, '~' where none of it was; since (instant); limit
// returns: [recordedAt, activity id, record id, record type], at most so many of each type
MATCH (n:Claim)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Claim' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
UNION
MATCH (n:Entity)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Entity' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
UNION
MATCH (n:ClaimRelation)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'ClaimRelation' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
UNION
MATCH (n:Review)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Review' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
UNION
MATCH (n:ReplyRequest)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'ReplyRequest' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
UNION
MATCH (n:IdentityJudgement)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'IdentityJudgement' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
UNION
MATCH (n:SourceVersion)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'SourceVersion' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
UNION
MATCH (n:Passage)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Passage' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
UNION
MATCH (n:Assertion)
WHERE n.shownSince <= $before AND n.shownSince >= $since AND (n.shownSince < $before OR n.id < $beforeId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Assertion' AS type
ORDER BY recordedAt DESC, recordId DESC
LIMIT $limit
