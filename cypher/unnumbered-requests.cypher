// A page of the requests that changed nothing and are no asides yet, by their keys.
// params: after: the key after which it starts, '' for the first; limit
// returns: [key, hash of the input or '', how many records stood as they were, id of what it is about or '']
MATCH (request:Request)
WHERE request.key > $after AND request.unchanged IS NOT NULL AND request.number IS NULL
RETURN request.key AS key, request.inputHash AS inputHash, request.unchanged AS unchanged, request.about AS about
ORDER BY key
LIMIT $limit
