// Whether visible and hidden records other than entities refer to entities.
// params: ids
// returns: id, hidden, total
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:MADE_BY|ON_BEHALF_OF|ABOUT|PUBLISHED_BY|AUTHORED_BY|REVIEWED_BY|ASKED_OF]-(n)
RETURN id, coalesce(n.hidden, false) AS hidden, count(n) AS total
