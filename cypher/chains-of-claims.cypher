// The assertions in the chains of all that is currently asserted of each claim.
// params: ids: claim ids
// returns: [claim id, assertion row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(a:Assertion)
WHERE a.current
UNWIND a.chain AS step
WITH DISTINCT id, step
MATCH (self:Assertion {id: step})-[:MADE_BY]->(speaker:Entity)
MATCH (self)-[:ASSERTS]->(claim:Claim)
RETURN id, {{assertion self}} AS assertion
