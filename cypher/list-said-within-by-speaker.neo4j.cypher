// Pages of the current assertions that the given speakers, or those judged the same, made certainly within a range of days of
// their own, the last said first.
// params: anchors: [{key, ids, saidFrom, saidTo}] one for each page wanted, with its first and last day;
//   latest, beyondId: the order key and the id that it comes after ('~' and '' for a first page); limit; whole: whether with
//   grounds and passages
// The day is asked for at both its ends, so that the index of speaker and day is read between them alone.
// returns: a row for each speaker: [anchor key, null, speaker row, items], items in no order: [order key, claim row, null,
//   assertion row without its claim and its speaker]
UNWIND $anchors AS anchor
CALL (anchor) {
  UNWIND anchor.ids AS start
  MATCH (given:Entity {id: start})
  UNWIND given.clusterMembers AS member
  MATCH (speaker:Entity {id: member})
  WITH DISTINCT speaker
  MATCH (self:Assertion {speakerId: speaker.id})
  WHERE self.saidEarliest >= anchor.saidFrom AND self.saidEarliest <= anchor.saidTo
    AND self.saidLatest <= anchor.saidTo AND NOT self.saidQualified AND self.current
  WITH self, speaker, self.saidEarliest AS k
  WHERE k < $latest OR (k = $latest AND self.id > $beyondId)
  WITH self, speaker, k
  ORDER BY k DESC, self.id
  LIMIT $limit
  RETURN self, speaker, k
}
MATCH (self)-[:ASSERTS]->(claim:Claim)
WITH anchor.key AS key, speaker, collect([k, {{claim claim}}, null, {{assertion-as-asked self}}]) AS items
RETURN key, null AS claim, {{entity speaker}} AS speaker, items
