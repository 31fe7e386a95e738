// The assertions that are attributed to some.
// params: ids
// returns: id
UNWIND $ids AS given
MATCH (:Assertion {id: given})<-[:ATTRIBUTED_TO]-(a:Assertion)
RETURN DISTINCT a.id AS id
