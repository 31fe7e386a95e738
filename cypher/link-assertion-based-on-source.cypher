// Links each assertion to its source: BASED_ON.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Assertion {id: link.from})
MATCH (to:Source {id: link.to})
CREATE (from)-[new:BASED_ON]->(to)
SET new += link.properties
