// The claims that relations join to the claims and that lapsed: all support of them was withdrawn, or whoever affirmed them
// took it back.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, id of the other claim]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:FROM|TO]-(:ClaimRelation)-[:FROM|TO]->(other:Claim)
WHERE other.status = 'WITHDRAWN'
RETURN id, other.id AS lapsedId
UNION
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:FROM|TO]-(:ClaimRelation)-[:FROM|TO]->(other:Claim)
WHERE other.status = 'UNSOURCED'
MATCH (other)<-[:ASSERTS]-(a:Assertion)
WHERE a.stance = 'AFFIRMS' AND a.current = true
RETURN id, other.id AS lapsedId
