// Of some entities and claims those that something visible, and unrevised since, named in the recording that they came in.
// Of the others it is not known by this: reviews and requests for a reply may be of a claim that itself came out later.
// params: ids
// returns: id
UNWIND $ids AS given
MATCH (e:Entity {id: given})<-[:MADE_BY|ON_BEHALF_OF|PUBLISHED_BY|AUTHORED_BY]-(n)
WHERE NOT coalesce(n.hidden, false) AND n.version = 1 AND n.recordedAt = e.recordedAt
RETURN given AS id
UNION
UNWIND $ids AS given
MATCH (e:Entity {id: given})<-[:ABOUT]-(c:Claim)<-[:ASSERTS]-(a:Assertion)
WHERE c.version = 1 AND a.version = 1 AND NOT coalesce(a.hidden, false) AND c.recordedAt = e.recordedAt AND a.recordedAt = e.recordedAt
RETURN given AS id
UNION
UNWIND $ids AS given
MATCH (c:Claim {id: given})<-[:ASSERTS]-(a:Assertion)
WHERE a.version = 1 AND NOT coalesce(a.hidden, false) AND a.recordedAt = c.recordedAt
RETURN given AS id
