// How many assertions there are, started from bodies spoken for, or those judged the same; counted to 10,001.
// params: anchors: [{key, ids}] one for each page wanted; the fields of the assertion filter, see fragments for what narrows nothing;
// returns: [anchor key, total]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (given:Entity {id: start})
  UNWIND given.clusterMembers AS member
  MATCH (:Entity {id: member})<-[:ON_BEHALF_OF]-(a:Assertion)-[:MADE_BY]->(speaker:Entity)
  WITH DISTINCT a, speaker
  WHERE {{assertion-narrowing}}
  WITH a LIMIT 10001
  RETURN count(a) AS total
}
RETURN anchor.key AS key, total
