// Links each claim relation to its claim: TO.
// params: links: [{from, to, properties}]
// returns: nothing
UNWIND $links AS link
MATCH (from:ClaimRelation {id: link.from})
MATCH (to:Claim {id: link.to})
CREATE (from)-[new:TO]->(to)
SET new += link.properties
