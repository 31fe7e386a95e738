import { OnrecordError } from '../../domain/errors.ts';

/** Nothing can be listened to here: there is no service that goes on, as on the command line. */
export class NotLive extends OnrecordError {
  constructor() {
    super('NOT_LIVE', 'expected a running service: subscriptions are answered over its /graphql as events');
  }
}
