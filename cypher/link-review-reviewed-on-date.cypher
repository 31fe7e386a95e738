// Links each review to its date: REVIEWED_ON.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Review {id: link[0]})
MATCH (to:Date {edtf: link[1]})
CREATE (from)-[new:REVIEWED_ON]->(to)
SET new = link[2]
