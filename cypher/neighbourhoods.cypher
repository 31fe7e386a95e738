// All that is recorded of claims and of their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: the columns of the fragment, a row for each claim that is in the neighbourhood of one of them
{{neighbourhood}}
WITH id, collect(DISTINCT rootId) AS rootIds
MATCH (claim:Claim {id: id})
{{dossier}}
