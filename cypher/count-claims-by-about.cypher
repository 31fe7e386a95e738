// How many claims there are, started from what they are about; counted to 10,001.
// params: anchors: [{key, ids}] one for each page wanted; the fields of the claim filter, see fragments for what narrows nothing;
// returns: [anchor key, total]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (given:Entity {id: start})
  UNWIND given.clusterMembers AS member
  MATCH (:Entity {id: member})<-[:ABOUT]-(c:Claim)
  WITH DISTINCT c
  WHERE {{claim-narrowing}}
  WITH c LIMIT 10001
  RETURN count(c) AS total
}
RETURN anchor.key AS key, total
