// Takes away the links that go out from confidential identities that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:ConfidentialIdentity {id: id})-[link]->()
DELETE link
