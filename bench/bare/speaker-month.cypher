// What a speaker said certainly within a month, last said first, with claim and source.
// params: id; from, to: days
// returns: [name, assertions in order]
MATCH (speaker:Entity {id: $id})
CALL (speaker) {
  MATCH (a:Assertion {speakerId: speaker.id})
  WHERE a.saidEarliest >= $from AND a.saidEarliest <= $to AND a.saidLatest <= $to AND a.current AND NOT a.withdrawn AND NOT a.saidQualified
  WITH a
  ORDER BY a.saidEarliest DESC, a.id
  LIMIT 100
  MATCH (a)-[:ASSERTS]->(claim:Claim)
  RETURN collect([a.id, a.stance, a.saidEdtf, a.saidEarliest, a.saidLatest, a.saidOriginal,
    claim.id, claim.slug, claim.texts[0],
    head([(a)-[:MADE_IN]->(s:Source) | [s.id, s.titles[0]]])]) AS said
}
RETURN speaker.nameTexts[0], said
