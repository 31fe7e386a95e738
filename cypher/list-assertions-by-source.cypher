// Pages of assertions, started from the given sources, made in or read in.
// params: anchors: [{key, ids}] one for each page wanted; the fields of the assertion filter, see fragments for what narrows nothing;
//   order: 'SAID', 'RECORDED' or 'PLACE'; undated: the key of what has no date; and the page (see fragments/page.cypher)
// returns: [anchor key, order key, assertion row], in order
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (:Source {id: start})<-[:MADE_IN|READ_IN]-(a:Assertion)-[:MADE_BY]->(speaker:Entity)
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
