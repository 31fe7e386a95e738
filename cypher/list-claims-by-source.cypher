// Pages of claims, started from the sources that they were made or read in.
// params: anchors: [{key, ids}] one for each page wanted; the fields of the claim filter, see fragments for what narrows nothing;
//   order: 'RECORDED', 'ASSERTED' or 'PLACE'; and the page (see fragments/page.cypher)
// returns: [anchor key, order key, claim row], in order
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (:Source {id: start})<-[:MADE_IN|READ_IN]-(:Assertion)-[:ASSERTS]->(c:Claim)
  WITH DISTINCT c, CASE $order
      WHEN 'ASSERTED' THEN c.assertionCountKey
      WHEN 'PLACE' THEN c.place
      ELSE c.recordedAt
    END AS k
  WHERE {{claim-narrowing}}
  WITH c.id AS id, k
  {{page}}
}
UNWIND range(0, size(page) - 1) AS i
WITH anchor.key AS key, i, page[i][0] AS id, page[i][1] AS k
MATCH (self:Claim {id: id})
RETURN key, k, {{claim self}} AS claim
ORDER BY key, i
