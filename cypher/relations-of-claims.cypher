// All relations from or to each claim, of every kind and status.
// params: ids: claim ids
// returns: [claim id, relation row]
UNWIND $ids AS id
MATCH (:Claim {id: id})<-[:FROM|TO]-(self:ClaimRelation)
RETURN DISTINCT id, {{relation self}} AS relation
