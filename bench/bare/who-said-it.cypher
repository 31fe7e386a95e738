// A claim and the current assertions of it, last said first, with speaker, source and passages.
// params: id
// returns: [id, slug, text, language, status, assertions in order]
MATCH (claim:Claim {id: $id})<-[:ASSERTS]-(a:Assertion)-[:MADE_BY]->(speaker:Entity)
WHERE a.current AND NOT a.withdrawn
WITH claim, a, speaker
ORDER BY coalesce(a.saidEarliest, '') DESC, a.id
LIMIT 50
RETURN claim.id, claim.slug, claim.texts[0], claim.language, claim.status, collect([
  a.id, a.stance, a.commitment, a.directness, a.cue, a.recordedAt,
  a.saidEdtf, a.saidEarliest, a.saidLatest, a.saidOriginal,
  speaker.id, speaker.kind, speaker.nameTexts[0], speaker.anonymity,
  head([(a)-[:MADE_IN]->(s:Source) |
    [s.id, s.titles[0], s.url, s.publishedEdtf, s.publishedEarliest, s.publishedLatest]]),
  [(a)-[quoted:QUOTES]->(p:Passage) | [quoted.position, p.id, p.exact, p.language, p.rendering, p.start, p.end]]])
