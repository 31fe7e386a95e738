// The claims that relations join to each claim and that lapsed: all support of them was withdrawn, or whoever affirmed them
// took it back.
// params: ids: claim ids
// returns: [claim id, id of the other claim]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:FROM|TO]-(:ClaimRelation)-[:FROM|TO]->(other:Claim)
WHERE other.status = 'WITHDRAWN'
RETURN id, other.id AS lapsedId
UNION
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:FROM|TO]-(:ClaimRelation)-[:FROM|TO]->(other:Claim)
WHERE other.status = 'UNSOURCED'
MATCH (other)<-[:ASSERTS]-(a:Assertion)
WHERE a.stance = 'AFFIRMS' AND a.current = true
RETURN id, other.id AS lapsedId
