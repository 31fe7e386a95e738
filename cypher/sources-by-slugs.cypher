// The sources with the given slugs.
// params: slugs: the slugs, each once
// returns: [slug, row] for each that is there
UNWIND $slugs AS wanted
MATCH (self:Source {slug: wanted})
RETURN wanted, {{source self}} AS source
