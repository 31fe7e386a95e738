// Links each review to its claim: OF_CLAIM.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:Review {id: link[0]})
MATCH (to:Claim {id: link[1]})
CREATE (from)-[:OF_CLAIM]->(to)
