// Takes away the links that go out from sources that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:Source {id: id})-[link]->()
DELETE link
