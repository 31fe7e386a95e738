// What claims are found by, as their links tell it.
// params: ids: claim ids
// returns: [id, members of the clusters of what it is about, of those who originate or endorse; ids of sources made in, of sources read in]
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN id,
  [(c)-[:ABOUT]->(topic:Entity) | topic.clusterMembers] AS topics,
  [(c)<-[:ASSERTS]-(a:Assertion)-[:MADE_BY]->(speaker:Entity)
    WHERE a.current AND (a.origin OR a.commitment = 'ENDORSES') | speaker.clusterMembers] AS speakers,
  [(c)<-[:ASSERTS]-(a:Assertion)-[:MADE_IN]->(source:Source) WHERE a.current | source.id] AS madeIn,
  [(c)<-[:ASSERTS]-(a:Assertion)-[:READ_IN]->(source:Source) WHERE a.current | source.id] AS readIn
