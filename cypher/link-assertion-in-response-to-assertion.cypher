// Links each assertion to its assertion: IN_RESPONSE_TO.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Assertion {id: link.to})
CREATE (from)-[new:IN_RESPONSE_TO]->(to)
SET new += link.properties
