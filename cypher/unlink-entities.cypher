// Takes away the links that go out from entities that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:Entity {id: id})-[link]->()
DELETE link
