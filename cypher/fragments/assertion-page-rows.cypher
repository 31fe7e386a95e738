// The assertions of each page, in order.
UNWIND range(0, size(page) - 1) AS i
WITH anchor.key AS key, i, page[i][0] AS id, page[i][1] AS k
MATCH (self:Assertion {id: id})-[:MADE_BY]->(speaker:Entity)
MATCH (self)-[:ASSERTS]->(claim:Claim)
RETURN key, k, {{assertion self}} AS assertion
ORDER BY key, i
