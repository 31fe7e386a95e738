// Links each request for a reply to the claim that it asks about: ASKS_ABOUT.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:ReplyRequest {id: link.from})
MATCH (to:Claim {id: link.to})
CREATE (from)-[new:ASKS_ABOUT]->(to)
SET new += link.properties
