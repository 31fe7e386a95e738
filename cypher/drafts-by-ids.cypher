// The drafts with the given ids, as far as they are begun by some.
// params: ids: the ids, each once; author: ids of callers, '*' for anybody
// returns: a row for each that is there
UNWIND $ids AS id
MATCH (self:Draft {id: id})
WHERE '*' IN $author OR self.authorId IN $author
RETURN {{draft self}} AS draft
