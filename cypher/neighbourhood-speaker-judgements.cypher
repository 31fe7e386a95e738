// The judgements that join or part the clusters of those who speak on the claims.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, verdict, cluster id, cluster id, recordedAt, position, the pair judged]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:ASSERTS]-(:Assertion)-[:MADE_BY|ON_BEHALF_OF]->(speaker:Entity)
UNWIND speaker.clusterMembers AS member
WITH DISTINCT id, member
MATCH (one:Entity {id: member})<-[:JUDGES]-(j:IdentityJudgement)-[:JUDGES]->(other:Entity)
RETURN DISTINCT id, j.verdict AS verdict, one.clusterId AS oneId, other.clusterId AS otherId,
  j.recordedAt AS recordedAt, j.position AS position, j.betweenIds AS betweenIds
