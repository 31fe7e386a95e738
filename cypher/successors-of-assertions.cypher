// What took the place of each assertion.
// params: ids: assertion ids
// returns: [id, [[place, id] of each successor]]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
RETURN id, [(a)<-[:SUPERSEDES]-(successor:Assertion) | [successor.place, successor.id]] AS successors
