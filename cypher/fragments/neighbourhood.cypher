// The claims `$ids`, as `rootId`, and the ids of those that confirmed relations lead to within `$hops` (1 to 4), as `id`.
UNWIND $ids AS rootId
MATCH (root:Claim {id: rootId})
UNWIND [rootId] + root.relatedIds AS firstId
MATCH (first:Claim {id: firstId})
UNWIND [firstId] + CASE WHEN $hops >= 2 THEN first.relatedIds ELSE [] END AS secondId
WITH DISTINCT rootId, secondId
MATCH (second:Claim {id: secondId})
UNWIND [secondId] + CASE WHEN $hops >= 3 THEN second.relatedIds ELSE [] END AS thirdId
WITH DISTINCT rootId, thirdId
MATCH (third:Claim {id: thirdId})
UNWIND [thirdId] + CASE WHEN $hops >= 4 THEN third.relatedIds ELSE [] END AS id
