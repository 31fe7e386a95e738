// Who published the sources of the claims.
// params: ids: claim ids
// returns: [claim id, entity row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(:Assertion)-[:MADE_IN|READ_IN|BASED_ON]->(s:Source)
UNWIND s.lineage AS reached
WITH DISTINCT id, reached
MATCH (:Source {id: reached})-[:PUBLISHED_BY]->(self:Entity)
RETURN DISTINCT id, {{entity self}} AS entity
