// The confidential identities with the given ids; for whoever may read identities.
// params: ids: the ids, each once
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:ConfidentialIdentity {id: id})
RETURN {{confidential-identity self}} AS identity
