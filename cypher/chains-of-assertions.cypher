// The assertions in the chain of each assertion.
// params: ids: assertion ids
// returns: [assertion id, assertion row]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
UNWIND a.chain AS step
WITH id, step
MATCH (self:Assertion {id: step})-[:MADE_BY]->(speaker:Entity)
MATCH (self)-[:ASSERTS]->(claim:Claim)
RETURN id, {{assertion self}} AS assertion
