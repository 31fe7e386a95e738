// Answers a request that changed nothing.
// params: key: the request key; unchanged: how many records stand as they were; about: id of what it is about, or ''
// returns: nothing
MATCH (request:Request {key: $key})
SET request.unchanged = $unchanged, request.about = $about
