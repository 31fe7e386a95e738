// Pages of the current assertions of the given speakers, or those judged the same, the last said first.
// params: anchors: [{key, ids}] one for each page wanted; latest, beyondId: the order key and the id that it
//   comes after ('~' and '' for a first page); limit; whole: whether with grounds and passages
// returns: [anchor key, null, items], items in no order: [order key, assertion id, claim row, assertion row without its claim]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (given:Entity {id: start})
  UNWIND given.clusterMembers AS member
  MATCH (speaker:Entity {id: member})<-[:MADE_BY]-(self:Assertion)
  WHERE self.current
  WITH DISTINCT self, speaker, coalesce(self.saidEarliest, '') AS k
  WHERE k < $latest OR (k = $latest AND self.id > $beyondId)
  WITH self, speaker, k
  ORDER BY k DESC, self.id
  LIMIT $limit
  RETURN self, speaker, k
}
MATCH (self)-[:ASSERTS]->(claim:Claim)
RETURN anchor.key AS key, null AS claim,
  collect([k, self.id, {{claim claim}}, {{assertion-as-asked self}}]) AS items
