import { builder } from '../builder.ts';

/** What a mutation that changes a record takes as `expectedVersion`. Assertion's is the contract's own field. */
const description =
  '1 when recorded, one more with each revision; what a change of it takes as `expectedVersion`.';

builder.interfaceField('Entity', 'version', (t) => t.exposeInt('version', { description }));
builder.objectField('Claim', 'version', (t) => t.exposeInt('version', { description }));
builder.objectField('Source', 'version', (t) => t.exposeInt('version', { description }));
builder.objectField('Passage', 'revision', (t) => t.exposeInt('version', { description }));
builder.objectField('ClaimRelation', 'version', (t) => t.exposeInt('version', { description }));
builder.objectField('Review', 'version', (t) => t.exposeInt('version', { description }));
builder.objectField('IdentityJudgement', 'version', (t) => t.exposeInt('version', { description }));
builder.objectField('Draft', 'version', (t) => t.exposeInt('version', { description }));
builder.objectField('ReplyRequest', 'version', (t) => t.exposeInt('version', { description }));
builder.objectField('ConfidentialIdentity', 'version', (t) => t.exposeInt('version', { description }));
