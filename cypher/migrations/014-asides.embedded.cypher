// What is kept beside the log is chained, and walked in the order of its numbers; on the embedded engine a constraint is no index.
// After this the program numbers what an earlier one kept (src/store/number-asides.ts).
CREATE CONSTRAINT Aside_number IF NOT EXISTS FOR (n:Aside) REQUIRE n.number IS UNIQUE;
CREATE INDEX Aside_number_index IF NOT EXISTS FOR (n:Aside) ON (n.number) USING BTREE;
