// Pages of the current assertions of the given speakers, or those judged the same, that a range of days narrows and
// nothing else: without the other conditions, which are asked of everything that they ever said.
// params: anchors: [{key, ids}] one for each page wanted; saidMatch, saidFrom, saidTo (see fragments/said-narrowing.cypher);
//   order: 'SAID', 'RECORDED' or 'PLACE'; undated: the key of what has no date; and the page (see fragments/page.cypher)
// returns: [anchor key, order key, assertion row], in order
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (given:Entity {id: start})
  UNWIND given.clusterMembers AS member
  MATCH (:Entity {id: member})<-[:MADE_BY]-(a:Assertion)
  WHERE a.current AND {{said-narrowing}}
  WITH DISTINCT a, CASE $order
      WHEN 'SAID' THEN coalesce(a.saidEarliest, $undated)
      WHEN 'PLACE' THEN a.place
      ELSE a.recordedAt
    END AS k
  WITH a.id AS id, k
  {{page}}
}
{{assertion-page-rows}}
