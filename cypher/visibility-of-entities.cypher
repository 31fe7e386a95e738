// Whether visible and hidden records other than entities refer to entities; of the hidden ones those that are no younger.
// params: ids
// returns: id, hidden, by (of a hidden one that was revised, and may have come to refer to it since; else empty), total
UNWIND $ids AS id
MATCH (e:Entity {id: id})<-[:MADE_BY|ON_BEHALF_OF|ABOUT|PUBLISHED_BY|AUTHORED_BY|REVIEWED_BY|ASKED_OF]-(n)
WHERE NOT coalesce(n.hidden, false) OR n.recordedAt <= e.recordedAt
RETURN id, coalesce(n.hidden, false) AS hidden,
  CASE WHEN coalesce(n.hidden, false) AND n.version > 1 THEN n.id ELSE '' END AS by, count(n) AS total
