// Takes away the links that go out from versions that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:SourceVersion {id: id})-[link]->()
DELETE link
