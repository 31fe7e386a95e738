// Takes away the links that go out from passages that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:Passage {id: id})-[link]->()
DELETE link
