// Takes away the links that go out from judgements that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:IdentityJudgement {id: id})-[link]->()
DELETE link
