// Takes away the links that go out from claims that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:Claim {id: id})-[link]->()
DELETE link
