// How many assertions there are, started from the given entities, or those judged the same, as what the claim is about; counted to 10,001.
// params: anchors: [{key, ids}] one for each page wanted; the fields of the assertion filter, see fragments for what narrows nothing;
// returns: [anchor key, total]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (given:Entity {id: start})
  UNWIND given.clusterMembers AS member
  MATCH (:Entity {id: member})<-[:ABOUT]-(:Claim)<-[:ASSERTS]-(a:Assertion)-[:MADE_BY]->(speaker:Entity)
  WITH DISTINCT a, speaker
  WHERE {{assertion-narrowing}}
  WITH a LIMIT 10001
  RETURN count(a) AS total
}
RETURN anchor.key AS key, total
