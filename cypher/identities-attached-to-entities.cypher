// The confidential identities that were ever attached to entities, withdrawn and erased ones too.
// params: ids: entity ids
// returns: [entity id, identity id]
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:IDENTIFIES]-(identity:ConfidentialIdentity)
RETURN id, identity.id AS identityId
