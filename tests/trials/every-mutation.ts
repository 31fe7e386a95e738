import { randomUUID } from 'node:crypto';

/** The success of each mutation and the field that its record stands in. */
const successes = {
  addSource: ['SourceAdded', 'source'],
  addSourceVersion: ['SourceVersionAdded', 'version'],
  approveDraft: ['DraftApproved', 'draft'],
  askForReply: ['ReplyAskedFor', 'replyRequest'],
  attachIdentity: ['IdentityAttached', 'identity'],
  correctAssertion: ['AssertionCorrected', 'assertion'],
  correctClaim: ['ClaimCorrected', 'claim'],
  correctEntity: ['EntityCorrected', 'entity'],
  correctSource: ['SourceCorrected', 'source'],
  decideCopy: ['CopyDecided', 'assertion'],
  decideDerivation: ['DerivationDecided', 'source'],
  decideRelation: ['RelationDecided', 'relation'],
  discardDraft: ['DraftDiscarded', 'draft'],
  importBundle: ['BundleImported', null],
  judgeIdentity: ['IdentityJudged', 'judgement'],
  publishDraft: ['DraftPublished', 'draft'],
  recordAssertion: ['AssertionRecorded', 'assertion'],
  recordReply: ['ReplyRecorded', 'replyRequest'],
  reinstateAssertion: ['AssertionReinstated', 'assertion'],
  reinstateReplyRequest: ['ReplyRequestReinstated', 'replyRequest'],
  reinstateReview: ['ReviewReinstated', 'review'],
  relateClaims: ['ClaimsRelated', 'relation'],
  reviewClaim: ['ClaimReviewed', 'review'],
  saveDraft: ['DraftSaved', 'draft'],
  withdrawAssertion: ['AssertionWithdrawn', 'assertion'],
  withdrawIdentity: ['IdentityWithdrawn', 'identity'],
  withdrawReplyRequest: ['ReplyRequestWithdrawn', 'replyRequest'],
  withdrawReview: ['ReviewWithdrawn', 'review'],
} as const;
type MutationName = keyof typeof successes;
export const mutationNames: readonly string[] = Object.keys(successes);

/** A record as a mutation left it. */
interface Left {
  readonly id: string;
  readonly version: number;
  /** Of an assertion that was recorded. */
  readonly speaker?: { readonly id: string };
  readonly claim?: { readonly id: string };
}

/** What a round is about: a claim, who speaks of it, and where. */
export interface Subjects {
  readonly claim: string;
  readonly speakers: readonly [string, string];
  readonly source: string;
}

/** Asks somewhere, by the key of who writes, or of a second person who approves it. */
export type Send = (query: string, variables: object, as?: 'SECOND') => Promise<unknown>;

/** Runs mutations one after the other, each by whichever sender it is given, and calls back when one is acknowledged. */
export class EveryMutation {
  readonly done = new Map<MutationName, number>();
  readonly #send: () => Send;
  readonly #acknowledged: (name: MutationName) => Promise<void>;
  /** The version of the judgement of the two speakers; null where there is none. */
  #judged: number | null = null;

  constructor(send: () => Send, acknowledged: (name: MutationName) => Promise<void>) {
    this.#send = send;
    this.#acknowledged = acknowledged;
  }

  /** One round: every mutation, some of them several times, on records of its own and on those it is about. */
  async round(number: number, { claim, speakers, source }: Subjects, bundle: string): Promise<void> {
    const words = (text: string) => [{ language: 'en', text: `${text} ${number}` }];
    const versionOf = (record: Left) => ({ id: record.id, expectedVersion: record.version });
    const [speaker, second] = speakers;

    await this.#run('importBundle', { bundle });
    const told = {
      claim: { id: claim },
      speaker: { id: speaker },
      stance: 'AFFIRMS',
      directness: 'INDIRECT',
      source: { id: source },
    };
    let said = await this.#run('recordAssertion', { ...told, cue: `said ${number}` });
    said = await this.#run('correctAssertion', { ...versionOf(said), cue: `said again ${number}` });
    said = await this.#run('withdrawAssertion', { ...versionOf(said), reason: `Misheard ${number}.` });
    said = await this.#run('reinstateAssertion', versionOf(said));
    const copy = await this.#run('recordAssertion', { ...told, speaker: { id: second } });
    await this.#run('decideCopy', {
      ...versionOf(copy),
      copyOf: said.id,
      reason: `The same words ${number}.`,
    });

    const derivedFrom = [{ from: source, kind: 'CITES', reason: words('It says so') }];
    const made = { kind: 'ARTICLE', title: words('A report'), derivedFrom };
    let report = await this.#run('addSource', { source: made });
    report = await this.#run('decideDerivation', {
      ...versionOf(report),
      from: source,
      kind: 'CITES',
      status: 'REJECTED',
      reason: words('It does not'),
    });
    await this.#run('addSourceVersion', { source: report.id, version: { text: `The words of ${number}.` } });
    await this.#run('correctSource', { ...versionOf(report), title: words('A report, corrected') });

    const anew = {
      new: { text: words('Another claim'), language: 'en', nature: 'FACT', about: [{ id: speaker }] },
    };
    const contrary = await this.#run('recordAssertion', { ...told, claim: anew });
    const relation = await this.#run('relateClaims', {
      from: claim,
      to: contrary.claim?.id,
      kind: 'CONTRADICTS',
      reason: words('So it seems'),
      method: 'MODEL',
    });
    await this.#run('decideRelation', { ...versionOf(relation), status: 'CONFIRMED' });

    const rated = { claim, reviewer: { id: second }, normalized: 'FALSE', rating: `False ${number}` };
    let review = await this.#run('reviewClaim', rated);
    review = await this.#run('withdrawReview', { ...versionOf(review), reason: `Not theirs ${number}.` });
    await this.#run('reinstateReview', versionOf(review));

    const deadline = '2040-01-01T00:00:00.000Z';
    let asked = await this.#run('askForReply', { claim, to: { id: second }, deadline });
    asked = await this.#run('withdrawReplyRequest', { ...versionOf(asked), reason: `Not yet ${number}.` });
    asked = await this.#run('reinstateReplyRequest', versionOf(asked));
    await this.#run('recordReply', { ...versionOf(asked), stance: 'DENIES', directness: 'INDIRECT' });

    const judgement = await this.#run('judgeIdentity', {
      between: [speaker, second],
      verdict: number % 2 ? 'DIFFERENT' : 'UNSURE',
      reason: words('By their names'),
      expectedVersion: this.#judged,
    });
    this.#judged = judgement.version;
    const unnamed = {
      new: { kind: 'PERSON', names: [{ text: `a driver ${number}` }], anonymity: 'UNNAMED_HERE' },
    };
    const heard = await this.#run('recordAssertion', { ...told, speaker: unnamed });
    const identity = await this.#run('attachIdentity', {
      entity: heard.speaker?.id,
      names: [{ text: `Name ${number}` }],
    });
    await this.#run('withdrawIdentity', { ...versionOf(identity), reason: `Not them ${number}.` });

    await this.#run('correctClaim', {
      ...(await this.#now(claim)),
      text: words('The claim, in other words'),
    });
    const names = [{ text: `Speaker ${number}` }];
    await this.#run('correctEntity', { ...(await this.#now(speaker)), names });

    const content = { recordAssertion: { ...told, cue: `drafted ${number}` } };
    let draft = await this.#run('saveDraft', { content });
    draft = await this.#run('approveDraft', versionOf(draft));
    await this.#run('publishDraft', versionOf(draft));
    const dropped = await this.#run('saveDraft', { content });
    await this.#run('discardDraft', { ...versionOf(dropped), reason: `Not needed ${number}.` });
  }

  async #now(id: string): Promise<{ readonly id: string; readonly expectedVersion: number }> {
    const query = 'query ($id: ID!) { node(id: $id) { ... on Claim { version } ... on Entity { version } } }';
    const { node } = (await this.#send()(query, { id })) as { node: { version: number } };
    return { id, expectedVersion: node.version };
  }

  async #run(name: MutationName, input: object): Promise<Left> {
    const [success, field] = successes[name];
    const type = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
    const of = name === 'recordAssertion' ? 'id version speaker { id } claim { id }' : 'id version';
    const record = field === null ? '' : `record: ${field} { ${field === 'version' ? 'id' : of} }`;
    const query = `mutation ($input: ${type}!) { result: ${name}(input: $input) {
      __typename ... on ${success} { recordedAt ${record} } ... on ExpectedError { message } } }`;
    const variables = { input: { idempotencyKey: randomUUID(), ...input } };
    const answer = (await this.#send()(query, variables, name === 'approveDraft' ? 'SECOND' : undefined)) as {
      readonly result: { readonly __typename: string; readonly message?: string; readonly record?: Left };
    };
    const { result } = answer;
    if (result.__typename !== success) throw new Error(`${name}: ${result.__typename}: ${result.message}`);
    this.done.set(name, (this.done.get(name) ?? 0) + 1);
    await this.#acknowledged(name);
    return result.record ?? { id: '', version: 0 };
  }
}
