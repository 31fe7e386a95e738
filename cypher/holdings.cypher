// What the graph holds, by record type.
// params: none
// returns: [label, count]
MATCH (n:Claim)
RETURN 'Claim' AS label, count(n) AS total
UNION ALL
MATCH (n:Assertion)
RETURN 'Assertion' AS label, count(n) AS total
UNION ALL
MATCH (n:Entity)
RETURN 'Entity' AS label, count(n) AS total
UNION ALL
MATCH (n:Source)
RETURN 'Source' AS label, count(n) AS total
UNION ALL
MATCH (n:Passage)
RETURN 'Passage' AS label, count(n) AS total
UNION ALL
MATCH (n:ClaimRelation)
RETURN 'ClaimRelation' AS label, count(n) AS total
UNION ALL
MATCH (n:Activity)
RETURN 'Activity' AS label, count(n) AS total
