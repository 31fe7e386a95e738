// Links each source to its source: DERIVED_FROM.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link.from})
MATCH (to:Source {id: link.to})
CREATE (from)-[new:DERIVED_FROM]->(to)
SET new += link.properties
