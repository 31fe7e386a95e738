// The claims whose counting or finding hangs on the entities.
// params: ids: entity ids
// returns: [claim id], perhaps more than once
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:MADE_BY|ON_BEHALF_OF]-(:Assertion)-[:ASSERTS]->(c:Claim)
RETURN c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:ABOUT]-(c:Claim)
RETURN c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:PUBLISHED_BY]-(:Source)<-[:MADE_IN|READ_IN]-(:Assertion)-[:ASSERTS]->(c:Claim)
RETURN c.id AS claimId
