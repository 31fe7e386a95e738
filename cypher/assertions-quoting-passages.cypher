// The assertions that quote each passage, those withdrawn or replaced included.
// params: ids: passage ids
// returns: [id, assertion id]
UNWIND $ids AS id
MATCH (:Passage {id: id})<-[:QUOTES]-(a:Assertion)
RETURN DISTINCT id, a.id AS assertionId
