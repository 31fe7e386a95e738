// The chain of each assertion, what it copies, and what took its place.
// params: ids: assertion ids
// returns: [id, chain, id of what it copies, null for none, id of what took its place, null for none]
UNWIND $ids AS id
MATCH (a:Assertion {id: id})
RETURN id, a.chain AS chain, a.copyOfId AS copyOfId, a.supersededById AS supersededById
