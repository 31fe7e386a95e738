// The records of the views that refer to some; a confidential identity stands in none.
// params: ids
// returns: id (of those that refer)
UNWIND $ids AS given
MATCH (:Entity {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF' AND type(link) <> 'IDENTIFIES'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:Source {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:SourceVersion {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:Passage {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:Claim {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:Assertion {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:ClaimRelation {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:Review {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:IdentityJudgement {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
UNION
UNWIND $ids AS given
MATCH (:ReplyRequest {id: given})<-[link]-(n)
WHERE type(link) <> 'STATE_OF'
RETURN n.id AS id
