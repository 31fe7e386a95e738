// What came to rest on something visible has a place among what was recorded with that, which is looked up by the instant (003). After
// this the program decides anew what the public sees (src/store/decide-anew.ts).
CREATE INDEX Activity_recordedAt IF NOT EXISTS FOR (n:Activity) ON (n.recordedAt);
