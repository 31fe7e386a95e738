// Who published the sources of the claims.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, entity row]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:ASSERTS]-(:Assertion)-[:MADE_IN|READ_IN|BASED_ON]->(s:Source)
UNWIND s.lineage AS reached
WITH DISTINCT id, reached
MATCH (:Source {id: reached})-[:PUBLISHED_BY]->(self:Entity)
RETURN DISTINCT id, {{entity self}} AS entity
