// Links each request for a reply to the claim that it asks about: ASKS_ABOUT.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:ReplyRequest {id: link[0]})
MATCH (to:Claim {id: link[1]})
CREATE (from)-[:ASKS_ABOUT]->(to)
