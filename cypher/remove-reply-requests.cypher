// Takes records out of a view, with their links.
// params: ids
// returns: nothing
UNWIND $ids AS id
MATCH (n:ReplyRequest {id: id})
DETACH DELETE n
