// Links each source to its passage: DISCLAIMS_BY.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link.from})
MATCH (to:Passage {id: link.to})
CREATE (from)-[new:DISCLAIMS_BY]->(to)
SET new += link.properties
