// The judgements of identity that touch each of the entities.
// params: ids: entity ids
// returns: [id, judgement row]
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:JUDGES]-(self:IdentityJudgement)
RETURN id, {{judgement self}} AS judgement
