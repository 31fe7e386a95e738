// The entities with the given slugs.
// params: slugs: the slugs, each once
// returns: [slug, row] for each that is there
UNWIND $slugs AS wanted
MATCH (self:Entity {slug: wanted})
RETURN wanted, {{entity self}} AS entity
