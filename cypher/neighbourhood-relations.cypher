// The relations of the claims.
// For claims and their neighbourhoods.
// params: ids: claim ids; hops: 1 to 4
// returns: [claim id, relation row]
{{neighbourhood}}
WITH DISTINCT id
MATCH (:Claim {id: id})<-[:FROM|TO]-(self:ClaimRelation)
RETURN DISTINCT id, {{relation self}} AS relation
