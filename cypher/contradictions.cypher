// The contradictions between claims.
// params: statuses: those wanted
// returns: relation rows
MATCH (self:ClaimRelation {kind: 'CONTRADICTS'})
WHERE self.status IN $statuses
RETURN {{relation self}} AS relation
