// The entities that are affiliated with some.
// params: ids
// returns: id, memberId, hidden
UNWIND $ids AS id
MATCH (:Entity {id: id})<-[:AFFILIATED_WITH]-(member:Entity)
RETURN DISTINCT id, member.id AS memberId, coalesce(member.hidden, false) AS hidden
