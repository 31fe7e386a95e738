// What assertions are found by, as their links tell it.
// params: ids: assertion ids
// returns: [id, members of the clusters of bodies spoken for, of publishers made in, of what the claim is about; passage languages, ids of sources read in, saidIn]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
RETURN id,
  [(a)-[:ON_BEHALF_OF]->(body:Entity) | body.clusterMembers] AS bodies,
  [(a)-[:MADE_IN]->(:Source)-[:PUBLISHED_BY]->(publisher:Entity) | publisher.clusterMembers] AS madeInPublishers,
  [(a)-[:ASSERTS]->(:Claim)-[:ABOUT]->(topic:Entity) | topic.clusterMembers] AS topics,
  [(a)-[:QUOTES]->(passage:Passage) | passage.language] AS languages,
  [(a)-[:QUOTES]->(:Passage)-[:OF]->(:SourceVersion)-[:VERSION_OF]->(source:Source) | source.id] AS readIn,
  a.saidIn AS saidIn
