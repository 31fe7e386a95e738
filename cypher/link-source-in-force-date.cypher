// Links each source to its date: IN_FORCE.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Source {id: link[0]})
MATCH (to:Date {edtf: link[1]})
CREATE (from)-[new:IN_FORCE]->(to)
SET new = link[2]
