// What is hidden, and what the public sees, is decided anew by the rules of the program (015): it no longer keeps whom a record
// showed in this way.
MATCH (e:FullEntity) WHERE e.shownBy IS NOT NULL SET e.shownBy = NULL;
