// Takes the request for this transaction, once and for all: a repeat finds what the first one wrote.
// params: key: the request key; inputHash: of what was asked, '' where that is not compared
// returns: [id of the activity that served it, null for a new request or one that changed nothing; hash of the first
//   input; how many records stood as they were where that was all, else null; id of what it is about, '' for nothing in
//   particular]
MERGE (request:Request {key: $key})
ON CREATE SET request.inputHash = $inputHash
RETURN request.activityId AS activityId, request.inputHash AS inputHash, request.unchanged AS unchanged,
  request.about AS about
