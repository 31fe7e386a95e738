// Takes away the links that go out from relations that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:ClaimRelation {id: id})-[link]->()
DELETE link
