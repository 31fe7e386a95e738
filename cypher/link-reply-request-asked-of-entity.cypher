// Links each request for a reply to whom it asks: ASKED_OF.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:ReplyRequest {id: link[0]})
MATCH (to:Entity {id: link[1]})
CREATE (from)-[:ASKED_OF]->(to)
