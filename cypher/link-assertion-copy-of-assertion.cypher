// Links each assertion to its assertion: COPY_OF.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Assertion {id: link.to})
CREATE (from)-[new:COPY_OF]->(to)
SET new += link.properties
