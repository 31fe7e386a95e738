// Whether visible and hidden records other than entities refer to entities; of the hidden ones those that came with them.
// params: ids
// returns: id, hidden, total
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:MADE_BY|ON_BEHALF_OF|ABOUT|PUBLISHED_BY|AUTHORED_BY|REVIEWED_BY|ASKED_OF]-(n)
WHERE NOT coalesce(n.hidden, false) OR n.recordedAt <= e.recordedAt
RETURN id, coalesce(n.hidden, false) AS hidden, count(n) AS total
