// The entities, sources and claims of a view that have their ids for slugs: what came out under one that was taken,
// stand-ins, and in the full view what is hidden. No other slug lies between these bounds.
// params: none
// returns: id
MATCH (n:Entity)
WHERE n.slug >= 'Entity_' AND n.slug < 'Entity`'
RETURN n.id AS id
UNION
MATCH (n:Source)
WHERE n.slug >= 'Source_' AND n.slug < 'Source`'
RETURN n.id AS id
UNION
MATCH (n:Claim)
WHERE n.slug >= 'Claim_' AND n.slug < 'Claim`'
RETURN n.id AS id
