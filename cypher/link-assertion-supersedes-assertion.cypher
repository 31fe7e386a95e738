// Links each assertion to its assertion: SUPERSEDES.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Assertion {id: link.to})
CREATE (from)-[new:SUPERSEDES]->(to)
SET new += link.properties
