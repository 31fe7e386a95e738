// The requests for a reply with the given ids.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:ReplyRequest {id: id})
RETURN {{reply-request self}} AS replyRequest
