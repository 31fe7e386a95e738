// Pages of the current assertions of claims that nothing else narrows: what is asked most, without the conditions that
// then hold for every one.
// params: anchors: [{key, ids}] one for each page wanted; order: 'SAID', 'RECORDED' or 'PLACE'; undated: the key of what has no
//   date; and the page (see fragments/page.cypher)
// returns: [anchor key, order key, assertion row], in order
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (:Claim {id: start})<-[:ASSERTS]-(a:Assertion)
  WHERE a.current
  WITH DISTINCT a, CASE $order
      WHEN 'SAID' THEN coalesce(a.saidEarliest, $undated)
      WHEN 'PLACE' THEN a.place
      ELSE a.recordedAt
    END AS k
  WITH a.id AS id, k
  {{page}}
}
{{assertion-page-rows}}
