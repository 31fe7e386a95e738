// Answers a request that changed nothing.
// params: key: the request key; unchanged: how many records stand as they were
// returns: nothing
MATCH (request:Request {key: $key})
SET request.unchanged = $unchanged
