// The assertions that are attributed to, or copies of, others, or replaced by them, one step.
// params: ids: assertion ids
// returns: [assertion id, its claim id]
UNWIND $ids AS id
MATCH (:Assertion {id: id})<-[:ATTRIBUTED_TO|COPY_OF]-(a:Assertion)
RETURN a.id AS assertionId, a.claimId AS claimId
UNION
UNWIND $ids AS id
MATCH (:Assertion {id: id})-[:SUPERSEDES]->(a:Assertion)
RETURN a.id AS assertionId, a.claimId AS claimId
