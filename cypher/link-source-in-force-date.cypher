// Links each source to its date: IN_FORCE.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link.from})
MATCH (to:Date {edtf: link.to})
CREATE (from)-[new:IN_FORCE]->(to)
SET new += link.properties
