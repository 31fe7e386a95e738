// Pages of the current assertions of the given speakers, or those judged the same, the last said first.
// params: anchors: [{key, ids}] one for each page wanted; latest, beyondId: the order key and the id that it
//   comes after ('~' and '' for a first page); limit; whole: whether with grounds and passages
// A node that a subquery returns is none to this engine: it is found again by its id.
// returns: a row for each speaker: [anchor key, null, speaker row, items], items in no order: [order key, claim row, null,
//   assertion row without its claim and its speaker]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (given:Entity {id: start})
  UNWIND given.clusterMembers AS member
  MATCH (:Entity {id: member})<-[:MADE_BY]-(a:Assertion)
  WHERE a.current
  WITH DISTINCT a.id AS id, coalesce(a.saidEarliest, '') AS k
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
WITH key, speaker, collect([k, {{claim claim}}, null, {{assertion-as-asked self}}]) AS items
RETURN key, null AS claim, {{entity speaker}} AS speaker, items
