// Links each source to its date: PUBLISHED_ON.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link[0]})
MATCH (to:Date {edtf: link[1]})
CREATE (from)-[new:PUBLISHED_ON]->(to)
SET new = link[2]
