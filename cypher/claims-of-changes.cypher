// The claims that a change of a record bears on: what is said of them, where it stands, how they relate.
// params: ids: record ids
// returns: [record id, claim id], perhaps more than once
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN id, c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:Assertion {id: id})-[:ASSERTS]->(c:Claim)
RETURN id, c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:ClaimRelation {id: id})-[:FROM|TO]->(c:Claim)
RETURN id, c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:Review {id: id})-[:OF_CLAIM]->(c:Claim)
RETURN id, c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:Passage {id: id})<-[:QUOTES]-(:Assertion)-[:ASSERTS]->(c:Claim)
RETURN id, c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:Source {id: id})<-[:MADE_IN|READ_IN]-(:Assertion)-[:ASSERTS]->(c:Claim)
RETURN id, c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:IdentityJudgement {id: id})-[:JUDGES]->(:Assertion)-[:ASSERTS]->(c:Claim)
RETURN id, c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:IdentityJudgement {id: id})-[:JUDGES]->(:Entity)<-[:MADE_BY|ON_BEHALF_OF]-(:Assertion)-[:ASSERTS]->(c:Claim)
RETURN id, c.id AS claimId
UNION
UNWIND $ids AS id
MATCH (:ReplyRequest {id: id})-[:ASKS_ABOUT]->(c:Claim)
RETURN id, c.id AS claimId
