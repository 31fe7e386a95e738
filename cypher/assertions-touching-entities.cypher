// The assertions that are found by the entities.
// params: ids: entity ids
// returns: [assertion id], perhaps more than once
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:MADE_BY|ON_BEHALF_OF]-(a:Assertion)
RETURN a.id AS assertionId
UNION
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:ABOUT]-(:Claim)<-[:ASSERTS]-(a:Assertion)
RETURN a.id AS assertionId
UNION
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:PUBLISHED_BY]-(:Source)<-[:MADE_IN|READ_IN]-(a:Assertion)
RETURN a.id AS assertionId
