// What came to rest on something visible is found by the instant since which the public has it. With 015 the program decides
// anew what the public sees (src/store/decide-anew.ts): such a record is known since then.
CREATE INDEX SourceVersion_shownSince IF NOT EXISTS FOR (n:SourceVersion) ON (n.shownSince) USING BTREE;
CREATE INDEX Passage_shownSince IF NOT EXISTS FOR (n:Passage) ON (n.shownSince) USING BTREE;
CREATE INDEX Assertion_shownSince IF NOT EXISTS FOR (n:Assertion) ON (n.shownSince) USING BTREE;
