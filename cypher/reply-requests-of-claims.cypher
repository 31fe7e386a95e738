// The requests for a reply to each claim, or to any assertion of it.
// params: ids: claim ids
// returns: [claim id, reply request row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:ASKS_ABOUT]-(self:ReplyRequest)
RETURN id, {{reply-request self}} AS replyRequest
