// Pages of the current assertions of the given speakers, or those judged the same, the last said first.
// params: anchors: [{key, ids}] one for each page wanted; latest, beyondId: the order key and the id that it
//   comes after ('~' and '' for a first page); limit; whole: whether with grounds and passages
// returns: a row for each speaker: [anchor key, null, speaker row, items], items in no order: [order key, claim row, null,
//   assertion row without its claim and its speaker]
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
WITH anchor.key AS key, speaker, collect([k, {{claim claim}}, null, {{assertion-as-asked self}}]) AS items
RETURN key, null AS claim, {{entity speaker}} AS speaker, items
