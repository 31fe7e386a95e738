// What assertions are found by, as their links tell it, and what of them tells what to warn of.
// params: ids: assertion ids
// returns: [id, members of the clusters of bodies spoken for, of publishers made in, of what the claim is about; passage languages, ids of sources read in, saidIn;
//   withdrawn, id of what took its place, kind of the speaker, when it was recorded and said: EDTF, earliest, latest; recorded warnings,
//   [verification, when the version was archived] of each passage]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
RETURN id,
  [(a)-[:ON_BEHALF_OF]->(body:Entity) | body.clusterMembers] AS bodies,
  [(a)-[:MADE_IN]->(:Source)-[:PUBLISHED_BY]->(publisher:Entity) | publisher.clusterMembers] AS madeInPublishers,
  [(a)-[:ASSERTS]->(:Claim)-[:ABOUT]->(topic:Entity) | topic.clusterMembers] AS topics,
  [(a)-[:QUOTES]->(passage:Passage) | passage.language] AS languages,
  [(a)-[:QUOTES]->(:Passage)-[:OF]->(:SourceVersion)-[:VERSION_OF]->(source:Source) | source.id] AS readIn,
  a.saidIn AS saidIn, a.withdrawn AS withdrawn, a.supersededById AS supersededById,
  head([(a)-[:MADE_BY]->(speaker:Entity) | speaker.kind]) AS speakerKind,
  a.recordedAt AS recordedAt, a.saidEdtf AS saidEdtf, a.saidEarliest AS saidEarliest, a.saidLatest AS saidLatest,
  a.warnings AS warnings,
  [(a)-[:QUOTES]->(passage:Passage)-[:OF]->(version:SourceVersion) |
    [passage.verificationState, version.archivedAt]] AS passages
