// Links each source to its date: PUBLISHED_ON.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link.from})
MATCH (to:Date {edtf: link.to})
CREATE (from)-[new:PUBLISHED_ON]->(to)
SET new += link.properties
