// Links each source to its entity: PUBLISHED_BY.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link.from})
MATCH (to:Entity {id: link.to})
CREATE (from)-[new:PUBLISHED_BY]->(to)
SET new += link.properties
