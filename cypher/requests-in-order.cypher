// A page of all requests, by their keys.
// params: after: the key after which it starts, '' for the first; limit
// returns: [key, id of the activity that served it or null, the request key of that activity or null, whether it is an aside,
//   how many records stood as they were, null where that is not its answer]
MATCH (request:Request)
WHERE request.key > $after
WITH request
ORDER BY request.key
LIMIT $limit
OPTIONAL MATCH (activity:Activity {id: request.activityId})
RETURN request.key AS key, request.activityId AS activityId, activity.requestKey AS servedKey,
  'Aside' IN labels(request) AS isAside, request.unchanged AS unchanged
ORDER BY key
