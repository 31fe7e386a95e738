// Whether claims have visible and hidden assertions.
// params: ids
// returns: id, hidden, total
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASSERTS]-(a:Assertion)
RETURN id, coalesce(a.hidden, false) AS hidden, count(a) AS total
