// Pages of the current assertions of claims, the last said first: what is asked most.
// params: anchors: [{key, ids}] one for each page wanted; latest, beyondId: the order key and the id that it
//   comes after ('~' and '' for a first page); limit; whole: whether with grounds and passages
// A node that a subquery returns is none to this engine: it is found again by its id.
// returns: [anchor key, claim row, null, items], items in no order: [order key, null, speaker row, assertion row without its claim
//   and its speaker]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (:Claim {id: start})<-[:ASSERTS]-(a:Assertion)
  WHERE a.current
  WITH a.id AS id, coalesce(a.saidEarliest, '') AS k
  WHERE k < $latest OR (k = $latest AND id > $beyondId)
  WITH id, k
  ORDER BY k DESC, id
  LIMIT $limit
  RETURN collect([id, k]) AS page
}
UNWIND range(0, size(page) - 1) AS i
WITH anchor.key AS key, page[i][0] AS id, page[i][1] AS k
MATCH (self:Assertion {id: id})-[:MADE_BY]->(speaker:Entity)
MATCH (self)-[:ASSERTS]->(claim:Claim)
RETURN key, {{claim claim}} AS claim, null AS speaker,
  collect([k, null, {{entity speaker}}, {{assertion-as-asked self}}]) AS items
