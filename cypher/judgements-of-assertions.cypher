// The judgements of identity that touch each of the assertions.
// params: ids: assertion ids
// returns: [id, judgement row]
UNWIND $ids AS id
MATCH (:Assertion {id: id})<-[:JUDGES]-(self:IdentityJudgement)
RETURN id, {{judgement self}} AS judgement
