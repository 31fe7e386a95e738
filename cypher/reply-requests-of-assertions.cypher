// The requests for a reply to each assertion.
// params: ids: assertion ids
// returns: [assertion id, reply request row]
UNWIND $ids AS id
MATCH (:Assertion {id: id})<-[:PUTS]-(self:ReplyRequest)
RETURN id, {{reply-request self}} AS replyRequest
