// The assertions of the same claims as some, themselves included.
// params: ids
// returns: id
UNWIND $ids AS given
MATCH (:Assertion {id: given})-[:ASSERTS]->(:Claim)<-[:ASSERTS]-(a:Assertion)
RETURN DISTINCT a.id AS id
