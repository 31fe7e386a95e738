// Takes away the links that go out from reviews that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:Review {id: id})-[link]->()
DELETE link
