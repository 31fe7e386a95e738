// Writes the activity, moves the head to it and answers the request with it.
// params: id, properties, requestKey
// returns: nothing
MATCH (head:LogHead {id: 'head'})
MATCH (request:Request {key: $requestKey})
MERGE (activity:Activity {id: $id})
SET activity += $properties
SET head.sequence = $properties.sequence, head.hash = $properties.hash, head.recordedAt = $properties.recordedAt
SET request.activityId = $id, request.about = $properties.about
