// One aside's hash, by its number.
// params: number
// returns: [hash]; no row where there is none of that number
MATCH (aside:Aside {number: $number})
RETURN aside.hash AS hash
