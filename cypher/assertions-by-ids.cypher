// The assertions with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:Assertion {id: id})-[:MADE_BY]->(speaker:Entity)
MATCH (self)-[:ASSERTS]->(claim:Claim)
RETURN {{assertion self}} AS assertion
