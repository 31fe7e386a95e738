// Links each request for a reply to its date: ASKED_ON.
// params: links: [[from, to, properties]]
// returns: nothing
UNWIND $links AS link
MATCH (from:ReplyRequest {id: link[0]})
MATCH (to:Date {edtf: link[1]})
CREATE (from)-[new:ASKED_ON]->(to)
SET new = link[2]
