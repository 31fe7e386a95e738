// The confidential identities that stand of each entity, or of whoever is judged the same; for whoever may read identities.
// params: ids: entity ids
// returns: [entity id, identity row]
UNWIND $ids AS id
MATCH (e:Entity {id: id})
UNWIND e.clusterMembers AS member
MATCH (:Entity {id: member})<-[:IDENTIFIES]-(self:ConfidentialIdentity)
WHERE self.withdrawnAt IS NULL
RETURN id, {{confidential-identity self}} AS identity
