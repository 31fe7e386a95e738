// The judgements of identity that touch any of those who are judged the same as each of the entities, itself included.
// params: ids: entity ids
// returns: [id, judgement row]
UNWIND $ids AS id
MATCH (e:Entity {id: id})
UNWIND e.clusterMembers AS member
MATCH (:Entity {id: member})<-[:JUDGES]-(self:IdentityJudgement)
WITH DISTINCT id, self
RETURN id, {{judgement self}} AS judgement
