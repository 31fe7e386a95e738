// Links each request for a reply to its answer: ANSWERED_BY.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:ReplyRequest {id: link[0]})
MATCH (to:Assertion {id: link[1]})
CREATE (from)-[:ANSWERED_BY]->(to)
