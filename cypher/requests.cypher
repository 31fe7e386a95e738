// What requests were answered with.
// params: keys: request keys
// returns: [key, activity id, hash of the input or '', id of what it is about or '']
UNWIND $keys AS key
MATCH (request:Request {key: key})
RETURN key, request.activityId AS activityId, request.inputHash AS inputHash, request.about AS about
