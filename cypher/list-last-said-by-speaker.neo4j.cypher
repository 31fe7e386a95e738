// Pages of the current assertions of the given speakers, or those judged the same, the last said first.
// params: anchors: [{key, ids}] one for each page wanted; latest, beyondId: the order key and the id that it
//   comes after ('~' and '' for a first page); limit; whole: whether with grounds and passages
// Of each speaker the days are read from the index of speaker and day, from the last on and no further than the page: how much
// somebody ever said makes no difference to it. What is of no known day stands in no index, and is looked for, among all that
// they said, only where a page comes to it. The order names the speaker, who is one, for the index's order does.
// returns: a row for each speaker: [anchor key, null, speaker row, items], items in no order: [order key, claim row, null,
//   assertion row without its claim and its speaker]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (given:Entity {id: start})
  UNWIND given.clusterMembers AS member
  WITH DISTINCT member
  MATCH (speaker:Entity {id: member})
  CALL (speaker) {
    MATCH (self:Assertion {speakerId: speaker.id})
    WHERE self.saidEarliest <= $latest AND self.current
    WITH self, self.saidEarliest AS k, self.id AS id
    WHERE k < $latest OR id > $beyondId
    WITH self, k, id
    ORDER BY self.speakerId DESC, k DESC, id
    LIMIT $limit
    RETURN collect(self) AS dated
  }
  CALL (speaker, dated) {
    WITH speaker, dated
    WHERE size(dated) < $limit
    MATCH (speaker)<-[:MADE_BY]-(self:Assertion)
    WHERE self.saidEarliest IS NULL AND self.current AND ($latest > '' OR self.id > $beyondId)
    WITH self
    ORDER BY self.id
    LIMIT $limit
    RETURN collect(self) AS undated
  }
  UNWIND dated + undated AS self
  WITH self, speaker, coalesce(self.saidEarliest, '') AS k
  ORDER BY k DESC, self.id
  LIMIT $limit
  RETURN self, speaker, k
}
MATCH (self)-[:ASSERTS]->(claim:Claim)
WITH anchor.key AS key, speaker, collect([k, {{claim claim}}, null, {{assertion-as-asked self}}]) AS items
RETURN key, null AS claim, {{entity speaker}} AS speaker, items
