// How many claims there are, started from the sources that they were made or read in; counted to 10,001.
// params: anchors: [{key, ids}] one for each page wanted; the fields of the claim filter, see fragments for what narrows nothing;
// returns: [anchor key, total]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (:Source {id: start})<-[:MADE_IN|READ_IN]-(:Assertion)-[:ASSERTS]->(c:Claim)
  WITH DISTINCT c
  WHERE {{claim-narrowing}}
  WITH c LIMIT 10001
  RETURN count(c) AS total
}
RETURN anchor.key AS key, total
