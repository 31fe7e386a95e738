// Takes away the links that go out from assertions that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:Assertion {id: id})-[link]->()
DELETE link
