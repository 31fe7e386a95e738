// The judgements of identity with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:IdentityJudgement {id: id})
RETURN {{judgement self}} AS judgement
