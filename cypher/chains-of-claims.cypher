// The assertions in the chains of all that is currently asserted of each claim.
// params: ids: claim ids
// returns: [claim id, assertion row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(a:Assertion)
WHERE a.current
UNWIND a.chain AS link
WITH DISTINCT id, link
MATCH (self:Assertion {id: link})-[:MADE_BY]->(speaker:Entity)
MATCH (self)-[:ASSERTS]->(claim:Claim)
RETURN id, {{assertion self}} AS assertion
