// How many assertions there are, started from the whole graph; counted to 10,001.
// params: anchors: [{key, ids}] one for each page wanted; the fields of the assertion filter, see fragments for what narrows nothing;
// returns: [anchor key, total]
UNWIND $anchors AS anchor
CALL (anchor) {
  MATCH (a:Assertion)-[:MADE_BY]->(speaker:Entity)
  WITH DISTINCT a, speaker
  WHERE {{assertion-narrowing}}
  WITH a LIMIT 10001
  RETURN count(a) AS total
}
RETURN anchor.key AS key, total
