import { OnrecordError } from './errors.ts';
import { withArticle } from './with-article.ts';

/** What callers may do, each including what stands before it. */
export const roles = ['reader', 'contributor', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who asks: the holder of a key or token, or a command line's user, who is an admin of the store that it opens. */
export interface Caller {
  /** Unlike any other caller's, and never given to another: idempotency keys are the caller's own by it. */
  readonly id: string;
  /** As the log names it. */
  readonly name: string;
  readonly role: Role;
}

/** Something that may be asked for, by the name that refusals give it. */
export const actions = {
  READ_PUBLIC: 'reader',
  RECORD: 'contributor',
  DRAFT: 'contributor',
  READ_DRAFTS: 'editor',
  READ_HIDDEN: 'editor',
  JUDGE: 'editor',
  WITHDRAW: 'editor',
  PUBLISH: 'editor',
  IMPORT: 'editor',
  ATTACH_IDENTITY: 'editor',
  READ_IDENTITIES: 'admin',
  ADMINISTER: 'admin',
} as const satisfies Record<string, Role>;
export type Action = keyof typeof actions;

/** Whether the caller may: the one place that says which role an action takes. */
export function may(caller: Caller | null, action: Action): boolean {
  return caller !== null && roles.indexOf(caller.role) >= roles.indexOf(actions[action]);
}

/** The caller's role does not cover what was asked, or there is no caller. */
export class NotAllowed extends OnrecordError {
  constructor(action: Action, caller: Caller | null) {
    super(
      caller === null ? 'UNAUTHENTICATED' : 'FORBIDDEN',
      caller === null
        ? `this takes a key of the role ${actions[action]}; none came`
        : `this takes the role ${actions[action]}; the key is that of ${withArticle(caller.role)}`,
    );
  }
}

/** The caller, where it may do that. Throws NotAllowed. */
export function expectMay(caller: Caller | null, action: Action): Caller {
  if (caller === null || !may(caller, action)) throw new NotAllowed(action, caller);
  return caller;
}
