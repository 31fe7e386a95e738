import { createHash } from 'node:crypto';
import { InvalidCursor } from '../domain/errors.ts';
import { typeOfId } from '../domain/ids.ts';
import { type Moment, momentText, readId } from '../domain/moment.ts';
import { BadArgument } from './bad-argument.ts';
import type { GraphqlContext } from './context.ts';
import { Loaders } from './loaders.ts';
import { viewerOf } from './viewer-of.ts';

/** The graph as it stood at a moment, as one request reads it. */
export interface View {
  readonly moment: Moment;
  /** The request's context, with the loaders of that graph. */
  readonly context: GraphqlContext;
}

/** What a resolver in a view answered, so that whatever is read of it is read in that view. */
export class Viewed {
  readonly value: unknown;
  readonly view: View;
  constructor(value: unknown, view: View) {
    this.value = value;
    this.view = view;
  }
}

/** A request may look at so many moments: each may have to be rebuilt. */
const mostMoments = 8;

const viewsOf = new WeakMap<GraphqlContext, Map<string, Promise<View>>>();

async function open(context: GraphqlContext, moment: Moment): Promise<View> {
  const { caller, reader: present } = context;
  const reader = await context.history.readerAsOf(moment, viewerOf(caller, present));
  return { moment, context: { ...context, moment, reader, loaders: new Loaders(reader) } };
}

/**
 * The view of a moment; one for each request, so that what is loaded in one place is at hand in another.
 * Throws BadArgument for more moments than a request may look at.
 */
export function viewAt(context: GraphqlContext, moment: Moment): Promise<View> {
  const views = viewsOf.get(context) ?? new Map<string, Promise<View>>();
  viewsOf.set(context, views);
  const key = momentText(moment);
  const known = views.get(key);
  if (known) return known;
  if (views.size >= mostMoments)
    throw new BadArgument('asOf', `at most ${mostMoments} moments in one request`, key);
  const view = open(context, moment);
  views.set(key, view);
  return view;
}

/** What a resolver answered, each object of it bound to the view. */
export function inView(answer: unknown, view: View): unknown {
  if (answer instanceof Promise) return answer.then((value: unknown) => inView(value, view));
  if (Array.isArray(answer)) return answer.map((item: unknown) => inView(item, view));
  if (typeof answer !== 'object' || answer === null || answer instanceof Error) return answer;
  return new Viewed(answer, view);
}

const lastWord = /[A-Z][A-Za-z]+_[0-9a-f]{32}$/;

/** An id as the view gives it out: a record's, and what ends with one, carries the moment. */
export function idInView(id: unknown, { moment }: View): unknown {
  if (typeof id !== 'string') return id;
  const [record] = lastWord.exec(id) ?? [];
  return record !== undefined && typeOfId(record) !== null ? `${id}${momentText(moment)}` : id;
}

/**
 * The plain id of one that is used in a view, or in the present where there is none.
 * @throws BadArgument where it carries another moment
 */
export function plainId(text: string, path: string, view: View | null): string {
  const { id, moment } = readId(text);
  if (moment === null) return text;
  if (view !== null && momentText(moment) === momentText(view.moment)) return id;
  const expected =
    view === null
      ? 'a plain id here: one that carries instants is found by node, nodes, claim, assertion, entity and source, or within asOf'
      : 'a plain id, or one that carries the instants of this asOf';
  throw new BadArgument(path, expected, text);
}

function mark({ moment }: View): string {
  return createHash('sha256').update(momentText(moment)).digest('base64url').slice(0, 10);
}

/** A cursor as the view gives it out, which no other list takes. */
export function cursorInView(cursor: unknown, view: View): unknown {
  return typeof cursor === 'string' ? `${mark(view)}.${cursor}` : cursor;
}

/**
 * The cursor within one that was given out in the view.
 * @throws InvalidCursor where it was given out elsewhere
 */
export function plainCursor(cursor: string, argument: string, view: View): string {
  const before = `${mark(view)}.`;
  if (cursor.startsWith(before)) return cursor.slice(before.length);
  throw new InvalidCursor(
    `${argument}: the cursor is of a list as it stood at another moment, or of the present`,
  );
}
