// What the public has since something named it, or since it came itself to rest on what is seen,
// after a place in the log, having been recorded first in hiding.
// params: after: an instant, afterId: the record in it that was last seen, '~' where all of it was; limit
// returns: [recordedAt, activity id, record id, record type], at most so many of each type
MATCH (n:Claim)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Claim' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
UNION
MATCH (n:Entity)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Entity' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
UNION
MATCH (n:ClaimRelation)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'ClaimRelation' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
UNION
MATCH (n:Review)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Review' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
UNION
MATCH (n:ReplyRequest)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'ReplyRequest' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
UNION
MATCH (n:IdentityJudgement)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'IdentityJudgement' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
UNION
MATCH (n:SourceVersion)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'SourceVersion' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
UNION
MATCH (n:Passage)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Passage' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
UNION
MATCH (n:Assertion)
WHERE n.shownSince >= $after AND (n.shownSince > $after OR n.id > $afterId)
MATCH (a:Activity {recordedAt: n.shownSince})
RETURN n.shownSince AS recordedAt, a.id AS activityId, n.id AS recordId, 'Assertion' AS type
ORDER BY recordedAt, recordId
LIMIT $limit
