import { OnrecordError } from '../domain/errors.ts';

/** An argument that breaks a rule; the message names it, what was expected, and what came. */
export class BadArgument extends OnrecordError {
  /** Its path below the field, e.g. `filter.said.from`. */
  readonly argument: string;
  constructor(argument: string, expected: string, came: unknown) {
    super('BAD_USER_INPUT', `${argument}: expected ${expected}, but ${shown(came)} came`);
    this.argument = argument;
  }
}

const longestShown = 80;

function shown(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
