// Pages of assertions, started from claims with the given ids.
// params: anchors: [{key, ids}] one for each page wanted; the fields of the assertion filter, see fragments for what narrows nothing;
//   order: 'SAID', 'RECORDED' or 'PLACE'; undated: the key of what has no date; and the page (see fragments/page.cypher)
// returns: [anchor key, order key, assertion row], in order
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (:Claim {id: start})<-[:ASSERTS]-(a:Assertion)-[:MADE_BY]->(speaker:Entity)
  WITH DISTINCT a, speaker, CASE $order
      WHEN 'SAID' THEN coalesce(a.saidEarliest, $undated)
      WHEN 'PLACE' THEN a.place
      ELSE a.recordedAt
    END AS k
  WHERE {{assertion-narrowing}}
  WITH a.id AS id, k
  {{page}}
}
{{assertion-page-rows}}
