// The sources with the given urls.
// params: urls: the urls, each once
// returns: [url, row] for each that is there
UNWIND $urls AS wanted
MATCH (self:Source {url: wanted})
RETURN wanted, {{source self}} AS source
