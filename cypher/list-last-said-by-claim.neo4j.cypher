// Pages of the current assertions of claims, the last said first: what is asked most.
// params: anchors: [{key, ids}] one for each page wanted; latest, beyondId: the order key and the id that it
//   comes after ('~' and '' for a first page); limit; whole: whether with grounds and passages
// returns: [anchor key, claim row, null, items], items in no order: [order key, null, speaker row, assertion row without its claim
//   and its speaker]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (claim:Claim {id: start})<-[:ASSERTS]-(self:Assertion)-[:MADE_BY]->(speaker:Entity)
  WHERE self.current
  WITH self, claim, speaker, coalesce(self.saidEarliest, '') AS k
  WHERE k < $latest OR (k = $latest AND self.id > $beyondId)
  WITH self, claim, speaker, k
  ORDER BY k DESC, self.id
  LIMIT $limit
  RETURN self, claim, speaker, k
}
RETURN anchor.key AS key, {{claim claim}} AS claim, null AS speaker,
  collect([k, null, {{entity speaker}}, {{assertion-as-asked self}}]) AS items
