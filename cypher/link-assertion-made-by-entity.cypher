// Links each assertion to its entity: MADE_BY.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Entity {id: link.to})
CREATE (from)-[new:MADE_BY]->(to)
SET new += link.properties
