// Links each assertion to its assertion: ATTRIBUTED_TO.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Assertion {id: link.to})
CREATE (from)-[new:ATTRIBUTED_TO]->(to)
SET new += link.properties
