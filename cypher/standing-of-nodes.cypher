// Which of some ids are in a view, and how they stand there.
// params: ids
// returns: id, hidden, slug, withdrawnAt, place (null for what has none)
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:Source {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:SourceVersion {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:Passage {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:Claim {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:Assertion {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:ClaimRelation {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:Review {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:IdentityJudgement {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
UNION
UNWIND $ids AS id
MATCH (n:ReplyRequest {id: id})
RETURN id, coalesce(n.hidden, false) AS hidden, n.slug AS slug, n.withdrawnAt AS withdrawnAt, n.place AS place
