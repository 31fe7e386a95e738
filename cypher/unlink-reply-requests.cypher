// Takes away the links that go out from requests for a reply that are about to be linked anew.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (:ReplyRequest {id: id})-[link]->()
DELETE link
