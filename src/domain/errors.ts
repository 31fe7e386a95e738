import { cutShort } from './cut-short.ts';

/**
 * Every failure that is foreseen, each with a code that stays and the ids involved. Whatever is not one of
 * these is a defect: masked at the edge, logged with its cause.
 */
export class OnrecordError extends Error {
  readonly code: string;
  readonly ids: readonly string[];
  constructor(code: string, message: string, options: { ids?: readonly string[]; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.ids = (options.ids ?? []).map(cutShort);
  }
}

/** Something in an input, by its path. */
export interface Issue {
  /** Where, e.g. `assertions[3].speaker`. */
  readonly path: string;
  /** What was expected and what came. */
  readonly message: string;
}

/** An input that breaks a rule; nothing of it was stored. */
export class InvalidInput extends OnrecordError {
  readonly issues: readonly Issue[];
  constructor(what: string, issues: readonly Issue[], code = 'INVALID_INPUT') {
    const lines = issues.map((issue) => (issue.path ? `${issue.path}: ${issue.message}` : issue.message));
    super(code, `${what}:\n  ${lines.join('\n  ')}`);
    this.issues = issues;
  }
}

/** A variable, option or combination of them that is wrong; the process ends with exit code 2. */
export class WrongConfiguration extends OnrecordError {
  constructor(message: string) {
    super('WRONG_CONFIGURATION', message);
  }
}

/** A cursor that does not belong to this order, filter and view. */
export class InvalidCursor extends OnrecordError {
  constructor(message: string) {
    super('INVALID_CURSOR', message);
  }
}

/** The store cannot be reached, or refuses the credentials or the database name; exit code 3. */
export class StoreUnreachable extends OnrecordError {
  constructor(message: string, cause?: unknown) {
    super('STORE_UNREACHABLE', message, { cause });
  }
}

/** Another process has the embedded store open or holds what is to be written, or a server did not get to it in time. */
export class StoreBusy extends OnrecordError {
  constructor(message: string, cause?: unknown) {
    super('STORE_BUSY', message, { cause });
  }
}

/** The store was written by a newer version of the program, or is not migrated. */
export class StoreVersionMismatch extends OnrecordError {
  constructor(message: string) {
    super('STORE_VERSION_MISMATCH', message);
  }
}

/** A statement failed in the engine: a defect of ours, or of the store. */
export class StatementFailed extends OnrecordError {
  constructor(statement: string, cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super('STATEMENT_FAILED', `statement ${statement} failed: ${why}`, { cause });
  }
}

/** A request key that was used before, with another input; nothing was done. */
export class RequestKeyReused extends OnrecordError {
  constructor() {
    super(
      'IDEMPOTENCY_KEY_REUSED',
      'expected a key of its own for each input: this idempotency key was used before, with another input',
    );
  }
}

/** What was asked for is not there, or not for this caller. */
export class NotFound extends OnrecordError {
  constructor(what: string, id: string) {
    super('NOT_FOUND', `expected the id of ${what}; nothing is there for ${cutShort(id)}`, { ids: [id] });
  }
}

/** A record was changed since the caller read it; nothing was done. */
export class StaleVersion extends OnrecordError {
  readonly current: number;
  constructor(id: string, expected: number, current: number) {
    super('STALE_VERSION', `expected version ${expected} of ${id}; it is at version ${current} now`, {
      ids: [id],
    });
    this.current = current;
  }
}

/** What was asked cannot be done to the record as it is. */
export class NotPossible extends OnrecordError {
  constructor(message: string, ids: readonly string[], code = 'NOT_POSSIBLE') {
    super(code, message, { ids });
  }
}

/** Under four eyes nothing is recorded that no second person has read: what was asked for goes into a draft first. */
export class DraftNeeded extends NotPossible {
  constructor(mutation: string, what = 'it') {
    super(
      `expected a draft: nothing is recorded here that a second person has not approved, so that ${mutation} is refused; ` +
        `save ${what} with saveDraft, have it approved with approveDraft, and publish it with publishDraft`,
      [],
      'DRAFT_NEEDED',
    );
  }
}

/** What is to be restored wants an empty store; nothing was done. */
export class StoreNotEmpty extends OnrecordError {
  constructor() {
    super(
      'STORE_NOT_EMPTY',
      'expected an empty store to restore into; this one holds records or a log: name another one (NEO4J_URI, ONRECORD_DATA)',
    );
  }
}

/** A restore came to no end, or is under way: what the store holds is not all there is. */
export class StoreHalfRestored extends OnrecordError {
  constructor() {
    super(
      'STORE_HALF_RESTORED',
      'the store is half restored: a restore is under way, or came to no end; run `onrecord restore` again, which begins anew',
    );
  }
}

/** The graph of a moment has more records than are rebuilt. */
export class AsOfTooLarge extends OnrecordError {
  constructor(records: number, most: number) {
    super(
      'AS_OF_TOO_LARGE',
      `expected a moment by which at most ${most} records had been recorded, as many as are rebuilt; by this one ${records} had`,
    );
  }
}

/** Too many other moments wait to be rebuilt. */
export class AsOfBusy extends OnrecordError {
  constructor(waiting: number) {
    super(
      'AS_OF_BUSY',
      `expected fewer moments at once: ${waiting} others wait to be rebuilt; try again later`,
    );
  }
}

/** How the graph stood is not told now: a page that would show it says so, and shows how it stands. */
export class PastNotAtHand extends OnrecordError {}
