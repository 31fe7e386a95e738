// Links each assertion to its entity: ON_BEHALF_OF.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Entity {id: link.to})
CREATE (from)-[new:ON_BEHALF_OF]->(to)
SET new += link.properties
