// Pages of the current assertions of claims, the last said first: what is asked most.
// params: anchors: [{key, ids}] one for each page wanted; latest, beyondId: the order key and the id that it
//   comes after ('~' and '' for a first page); limit; whole: whether with grounds and passages
// returns: [anchor key, order key, assertion row, assertion id], in no order
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
RETURN anchor.key AS key, k, {{assertion-as-asked self}} AS assertion, self.id AS id
