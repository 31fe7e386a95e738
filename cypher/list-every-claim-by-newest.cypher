// Pages of claims of the whole graph that nothing narrows, newest first: what a front page asks.
// params: latest: the order key that the page begins at or after; limit, beyondId: see fragments/page.cypher
// returns: [0, order key, claim row], in order
MATCH (c:Claim)
WHERE c.recordedAt <= $latest
// Under names of their own: as properties the planner would look in two indexes for the two halves of the OR.
WITH c AS self, c.recordedAt AS k, c.id AS id
WHERE k < $latest OR id > $beyondId
WITH self, k, id
ORDER BY k DESC, id
LIMIT $limit
RETURN 0 AS key, k, {{claim self}} AS claim
ORDER BY k DESC, id
