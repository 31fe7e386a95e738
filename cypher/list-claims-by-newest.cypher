// Pages of claims of the whole graph, newest first, along the index and no further than the page goes.
// params: latest: the order key that the page begins at or after; the fields of the claim filter, see fragments for what
//   narrows nothing; and the page (see fragments/page.cypher)
// returns: [0, order key, claim row], in order
MATCH (c:Claim)
WHERE c.recordedAt <= $latest
// Under names of their own: as properties the planner would look in two indexes for the two halves of the OR.
WITH c, c.recordedAt AS k, c.id AS id
WHERE (k < $latest OR id > $beyondId)
  AND {{claim-narrowing}}
WITH c AS self, k, id
ORDER BY k DESC, id
LIMIT $limit
RETURN 0 AS key, k, {{claim self}} AS claim
ORDER BY k DESC, id
