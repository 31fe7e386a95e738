// Links each review to its claim: OF_CLAIM.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:Review {id: link.from})
MATCH (to:Claim {id: link.to})
CREATE (from)-[new:OF_CLAIM]->(to)
SET new += link.properties
