// All that is recorded of claims.
// params: ids: claim ids
// returns: the columns of the fragment, a row for each claim that is there
UNWIND $ids AS id
WITH id, [id] AS rootIds
MATCH (claim:Claim {id: id})
{{dossier}}
