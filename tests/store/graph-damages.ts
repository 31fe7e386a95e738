import { activityIdOf } from '../../src/domain/ids.ts';
import type { ProblemCode } from '../../src/store/check-graph.ts';
import { idIn } from '../support/small-bundle.ts';

const first = activityIdOf('first');
const second = activityIdOf('second');
const shut = idIn('Claim', 'shut');
const open = idIn('Claim', 'open');
const seen = idIn('Assertion', 'seen');
const reported = idIn('Assertion', 'reported');
const wrong = idIn('Assertion', 'wrong');
const company = idIn('Entity', 'company');
const article = idIn('Source', 'article');
const passage = idIn('Passage', 'shut');
const asked = idIn('ReplyRequest', 'asked-company');
const either = idIn('ClaimRelation', 'either');

/** Something done to a clean graph behind the store's back, and what of it a check must name at the least. */
export interface Damage {
  readonly name: string;
  readonly cypher: string;
  readonly found: readonly (readonly [ProblemCode, string])[];
}

export const damages: readonly Damage[] = [
  {
    name: 'an activity says another author',
    cypher: "MATCH (a:Activity {sequence: 1}) SET a.by = 'Somebody else'",
    found: [['LOG_HASH', first]],
  },
  {
    name: 'the hash of an activity was changed',
    cypher: "MATCH (a:Activity {sequence: 1}) SET a.hash = 'ff'",
    found: [
      ['LOG_HASH', first],
      ['LOG_CHAIN', second],
    ],
  },
  {
    name: 'an activity is gone',
    cypher: 'MATCH (a:Activity {sequence: 1}) DETACH DELETE a',
    found: [['LOG_CHAIN', second]],
  },
  {
    name: 'the last activity is gone',
    cypher: 'MATCH (a:Activity {sequence: 2}) DETACH DELETE a',
    found: [['LOG_HEAD', 'head']],
  },
  {
    name: 'time runs backwards in the log',
    cypher: "MATCH (a:Activity {sequence: 2}) SET a.recordedAt = '2020-01-01T00:00:00.000Z'",
    found: [['LOG_TIME', second]],
  },
  {
    name: 'a stance was turned, in the node and in its state',
    cypher: `MATCH (s:State {id: '${seen}/1'})-[:STATE_OF]->(a) SET a.stance = 'DENIES', s.payload = replace(s.payload, 'AFFIRMS', 'DENIES')`,
    found: [
      ['LOG_COMMITMENT', `${seen}/1`],
      ['RELAY_STANCE', reported],
    ],
  },
  {
    name: 'a commitment was changed',
    cypher: `MATCH (s:State {id: '${seen}/1'}) SET s.commitment = 'ff'`,
    found: [
      ['LOG_COMMITMENT', `${seen}/1`],
      ['LOG_MERKLE_ROOT', first],
    ],
  },
  {
    name: 'a state is no longer joined to its activity',
    cypher: `MATCH (:Activity)-[link:CHANGED]->(s:State {id: '${seen}/1'}) DELETE link`,
    found: [
      ['LOG_MERKLE_ROOT', first],
      ['STATE_ORPHAN', `${seen}/1`],
    ],
  },
  {
    name: 'a state has the place of another in its activity',
    cypher: `MATCH (s:State {id: '${open}/1'}) SET s.index = s.index + 1`,
    found: [['LOG_MERKLE_ROOT', `${open}/1`]],
  },
  {
    name: 'a request is forgotten',
    cypher: "MATCH (r:Request {key: 'first'}) DELETE r",
    found: [['LOG_REQUEST', first]],
  },
  {
    name: 'a state ends though no other begins',
    cypher: `MATCH (s:State {id: '${open}/1'}) SET s.to = '2030-01-01T00:00:00.000Z'`,
    found: [['STATE_HISTORY', `${open}/1`]],
  },
  {
    name: 'the states of a record overlap',
    cypher: `MATCH (s:State {id: '${shut}/1'}) SET s.to = '2030-01-01T00:00:00.000Z'`,
    found: [['STATE_HISTORY', `${shut}/1`]],
  },
  {
    name: 'a record was written past the log',
    cypher: "CREATE (:Claim:Searchable {id: 'Claim_ffffffffffffffffffffffffffffffff', slug: 'forged'})",
    found: [['STATE_MISSING', 'Claim_ffffffffffffffffffffffffffffffff']],
  },
  {
    name: 'a record is gone',
    cypher: `MATCH (c:Claim {id: '${shut}'}) DETACH DELETE c`,
    found: [
      ['STATE_ORPHAN', `${shut}/1`],
      ['REFERENCE_BROKEN', seen],
    ],
  },
  {
    name: 'a payload is no JSON',
    cypher: `MATCH (s:State {id: '${open}/1'}) SET s.payload = '{'`,
    found: [
      ['LOG_COMMITMENT', `${open}/1`],
      ['STATE_UNREADABLE', `${open}/1`],
    ],
  },
  {
    name: 'a stray node stands in the graph',
    cypher: "CREATE (:Note {id: 'note-1'})",
    found: [['NODE_ORPHAN', 'note-1']],
  },
  {
    name: 'a node has another label too',
    cypher: `MATCH (c:Claim {id: '${open}'}) SET c:Entry`,
    found: [['NODE_LABELS', open]],
  },
  {
    name: 'a claim was reworded in place',
    cypher: `MATCH (c:Claim {id: '${open}'}) SET c.texts = ['The bridge is gone']`,
    found: [['NODE_PROPERTY', open]],
  },
  {
    name: 'a node has a property that no state tells of',
    cypher: `MATCH (c:Claim {id: '${open}'}) SET c.verified = true`,
    found: [['NODE_PROPERTY', open]],
  },
  {
    name: 'a value is none of its vocabulary',
    cypher: `MATCH (a:Assertion {id: '${seen}'}) SET a.columns = replace(a.columns, 'AFFIRMS', 'HINTS')`,
    found: [
      ['NODE_PROPERTY', seen],
      ['NODE_UNREADABLE', seen],
    ],
  },
  {
    name: 'an assertion has lost its speaker',
    cypher: `MATCH (:Assertion {id: '${seen}'})-[link:MADE_BY]->() DELETE link`,
    found: [['LINK_MISSING', seen]],
  },
  {
    name: 'an assertion was given to another speaker',
    cypher: `MATCH (a:Assertion {id: '${seen}'})-[link:MADE_BY]->() DELETE link WITH a MATCH (e:Entity {id: '${company}'}) CREATE (a)-[:MADE_BY]->(e)`,
    found: [
      ['LINK_MISSING', seen],
      ['LINK_UNRECORDED', seen],
    ],
  },
  {
    name: 'a link says another date than was written',
    cypher: `MATCH (:Assertion {id: '${seen}'})-[link:SAID_ON]->() SET link.original = 'the day before'`,
    found: [
      ['LINK_MISSING', seen],
      ['LINK_UNRECORDED', seen],
    ],
  },
  {
    name: 'where an assertion was read was unlinked',
    cypher: `MATCH (:Assertion {id: '${seen}'})-[link:READ_IN]->() DELETE link`,
    found: [['LINK_MISSING', seen]],
  },
  {
    name: 'a chain was cut short',
    cypher: `MATCH (a:Assertion {id: '${reported}'}) SET a.chain = ['${reported}']`,
    found: [['CHAIN_WRONG', reported]],
  },
  {
    name: 'an assertion is attributed in a circle',
    cypher: `MATCH (s:State {of: '${seen}'}) SET s.payload = replace(s.payload, '"basedOn"', '"attributedTo":"${reported}","basedOn"')`,
    found: [
      ['CHAIN_CYCLE', seen],
      ['CHAIN_CYCLE', reported],
    ],
  },
  {
    name: 'a date lies elsewhere than its EDTF says',
    cypher: "MATCH (d:Date {edtf: '2023-12-14'}) SET d.latest = '2023-12-31'",
    found: [['DATE_BOUNDS', '2023-12-14']],
  },
  {
    name: 'a bound of an assertion was moved',
    cypher: `MATCH (a:Assertion {id: '${seen}'}) SET a.saidLatest = '2023-12-31'`,
    found: [['NODE_PROPERTY', seen]],
  },
  {
    name: 'an entity left its cluster',
    cypher: `MATCH (e:Entity {id: '${company}'}) SET e.clusterId = 'alone', e.clusterMembers = ['${company}']`,
    found: [['CLUSTER_WRONG', company]],
  },
  {
    name: 'the entity that readers see forgot what the others are called',
    cypher: `MATCH (e:Entity {id: '${company}'}) SET e.otherNames = null`,
    found: [['CLUSTER_WRONG', company]],
  },
  {
    name: 'the entity that readers see is searched by its own names alone',
    cypher: `MATCH (e:Entity {id: '${company}'}) SET e.searchText = 'the company'`,
    found: [['FACET_WRONG', company]],
  },
  {
    name: 'an answer is of another claim than was asked about',
    cypher: `MATCH (s:State {id: '${asked}/1'})-[:STATE_OF]->(r) SET r.claimId = '${open}', s.payload = replace(s.payload, '${shut}', '${open}')`,
    found: [['REPLY_CLAIM', asked]],
  },
  {
    name: 'a source forgot what it derives from',
    cypher: `MATCH (s:Source {id: '${article}'}) SET s.lineage = ['${article}']`,
    found: [['LINEAGE_WRONG', article]],
  },
  {
    name: 'a status was embellished',
    cypher: `MATCH (c:Claim {id: '${shut}'}) SET c.status = 'NO_CONTEST_RECORDED', c.independentOrigins = 7`,
    found: [['FACET_WRONG', shut]],
  },
  {
    name: 'a withdrawn assertion is listed as current',
    cypher: `MATCH (a:Assertion {id: '${wrong}'}) SET a.current = true`,
    found: [['FACET_WRONG', wrong]],
  },
  {
    name: 'the instant of a withdrawal was moved',
    cypher: `MATCH (a:Assertion {id: '${wrong}'}) SET a.withdrawnAt = '2020-01-01T00:00:00.000Z'`,
    found: [['NODE_PROPERTY', wrong]],
  },
  {
    name: 'a passage was cut, in the node and in its state',
    cypher: `MATCH (s:State {id: '${passage}/1'})-[:STATE_OF]->(p) SET p.exact = 'the bridge', s.payload = replace(s.payload, 'the bridge is shut', 'the bridge')`,
    found: [
      ['LOG_COMMITMENT', `${passage}/1`],
      ['PASSAGE_LENGTH', passage],
    ],
  },
  {
    name: 'a relation that holds both ways was turned round in its state',
    cypher: `MATCH (s:State {of: '${either}'}) SET s.payload = replace(replace(replace(s.payload, '${shut}', 'HERE'), '${open}', '${shut}'), 'HERE', '${open}')`,
    found: [['RELATION_ORDER', either]],
  },
  {
    name: 'two claims have one slug, by their states',
    cypher: `MATCH (s:State {id: '${open}/1'}) SET s.payload = replace(s.payload, '"slug":"open"', '"slug":"shut"')`,
    found: [['NODE_PROPERTY', open]],
  },
];
