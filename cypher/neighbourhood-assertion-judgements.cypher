// The judgements between assertions of the claims.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, verdict, assertion id, assertion id, recordedAt, position, the pair judged]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:ASSERTS]-(one:Assertion)<-[:JUDGES]-(j:IdentityJudgement)-[:JUDGES]->(other:Assertion)
RETURN DISTINCT id, j.verdict AS verdict, one.id AS oneId, other.id AS otherId,
  j.recordedAt AS recordedAt, j.position AS position, j.betweenIds AS betweenIds
