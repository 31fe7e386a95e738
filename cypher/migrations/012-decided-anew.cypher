// What is hidden, and what the public sees, is decided anew by the rules of this program. It does that itself after this
// (src/store/decide-anew.ts), and no longer keeps whom a record showed in this way.
MATCH (e:FullEntity) WHERE e.shownBy IS NOT NULL SET e.shownBy = NULL;
