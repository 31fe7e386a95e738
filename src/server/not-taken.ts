import { OnrecordError } from '../domain/errors.ts';

const longestShown = 80;

/** A body in a form that is not read here; it is refused with 415. */
export class NotTaken extends OnrecordError {
  /** What tells the sender which form is. */
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    header: 'Content-Encoding',
    expected: string,
    came: string,
    headers: Readonly<Record<string, string>>,
  ) {
    super(
      'CONTENT_ENCODING_NOT_TAKEN',
      `${header}: expected ${expected}; ${JSON.stringify(came.slice(0, longestShown))} came`,
    );
    this.headers = headers;
  }
}
