// What requests were answered with.
// params: keys: request keys
// returns: [key, activity id]
UNWIND $keys AS key
MATCH (request:Request {key: key})
RETURN key, request.activityId AS activityId
