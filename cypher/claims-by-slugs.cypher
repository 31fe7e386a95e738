// The claims with the given slugs.
// params: slugs: the slugs, each once
// returns: [slug, row] for each that is there
UNWIND $slugs AS wanted
MATCH (self:Claim {slug: wanted})
RETURN wanted, {{claim self}} AS claim
