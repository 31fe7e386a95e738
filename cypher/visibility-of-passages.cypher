// Whether visible and hidden records refer to passages: assertions that quote them, sources that they disclaim for.
// params: ids
// returns: id, hidden, total
UNWIND $ids AS id
MATCH (:Passage {id: id})<-[:QUOTES|DISCLAIMS_BY]-(n)
RETURN id, coalesce(n.hidden, false) AS hidden, count(n) AS total
