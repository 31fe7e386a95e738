// Takes away the links to where assertions were read, which are about to be linked anew.
// params: ids: assertion ids
// returns: nothing
UNWIND $ids AS id
MATCH (:Assertion {id: id})-[link:READ_IN]->()
DELETE link
