// Writes down which assertion took the place of each, the one recorded last; null where none did.
// params: ids: assertion ids
// returns: nothing
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
OPTIONAL MATCH (a)<-[:SUPERSEDES]-(successor:Assertion)
WITH a, max(successor.place + '#' + successor.id) AS last
SET a.supersededById = split(last, '#')[2]
