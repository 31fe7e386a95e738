// The records that are of some claims or entities: reviews, requests for a reply, relations, judgements.
// params: ids
// returns: id (of those that are of them)
UNWIND $ids AS given
MATCH (:Claim {id: given})<-[:OF_CLAIM|ASKS_ABOUT|FROM|TO]-(n)
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:Entity {id: given})<-[:JUDGES]-(n)
RETURN n.id AS id
