// Whether claims have visible and hidden assertions; of the hidden ones those that came with the claim.
// params: ids
// returns: id, hidden, total
UNWIND $ids AS id
MATCH (c:Claim {id: id})<-[:ASSERTS]-(a:Assertion)
WHERE NOT coalesce(a.hidden, false) OR a.recordedAt <= c.recordedAt
RETURN id, coalesce(a.hidden, false) AS hidden, count(a) AS total
