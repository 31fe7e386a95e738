// What each person belongs to, as far as is known.
// params: ids: entity ids
// returns: [entity id, position, organization id, role, date as edtf, earliest, latest, original, resolvedAgainst]
UNWIND $ids AS id
MATCH (:Entity {id: id})-[link:AFFILIATED_WITH]->(organization:Entity)
RETURN id, link.position AS position, organization.id AS organizationId, link.role AS role,
  link.edtf AS edtf, link.earliest AS earliest, link.latest AS latest, link.original AS original,
  link.resolvedAgainst AS resolvedAgainst
