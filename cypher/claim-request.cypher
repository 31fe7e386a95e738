// Takes the request for this transaction, once and for all: a repeat finds what the first one wrote.
// params: key: the request key
// returns: [id of the activity that served it, null for a new request]
MERGE (request:Request {key: $key})
RETURN request.activityId AS activityId
