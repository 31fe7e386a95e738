// Links each claim relation to its claim: TO.
// params: links: [[from, to]]
// returns: nothing
UNWIND $links AS link
MATCH (from:ClaimRelation {id: link[0]})
MATCH (to:Claim {id: link[1]})
CREATE (from)-[:TO]->(to)
