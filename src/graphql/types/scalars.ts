import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { edtfString } from '../../domain/edtf-date.ts';
import { BadArgument } from '../bad-argument.ts';
import { builder } from '../builder.ts';

/** A scalar that is a text in JSON; `read` gives what a text on the way in stands for, null where it is none. */
function textScalar(
  name: 'Date' | 'DateTime' | 'EDTF' | 'URL' | 'BCP47',
  description: string,
  expected: string,
  read: (text: string) => string | null,
  serialize: (value: unknown) => string = String,
) {
  const parseValue = (value: unknown): string => {
    const meant = typeof value === 'string' ? read(value) : null;
    if (meant === null) {
      const { message, code } = new BadArgument(name, expected, value);
      // What a scalar throws is wrapped before any of ours sees it; only a GraphQLError gets through with its code.
      throw new GraphQLError(message, { extensions: { code } });
    }
    return meant;
  };
  // One parameter only: compiled execution takes a second for a reading of variables, which it cannot compile.
  const parseLiteral = (node: ValueNode) => parseValue(node.kind === Kind.STRING ? node.value : null);
  builder.addScalarType(
    name,
    new GraphQLScalarType<string, string>({ name, description, serialize, parseValue, parseLiteral }),
  );
}

textScalar('Date', 'An ISO 8601 calendar date: 2023-12-15.', 'a calendar date such as 2023-12-15', (text) =>
  isCalendarDate(text) ? text : null,
);

textScalar(
  'DateTime',
  'An ISO 8601 instant in UTC with milliseconds: 2023-12-15T09:30:00.000Z.',
  'an instant such as 2023-12-15T09:30:00Z',
  (text) => {
    const [day = ''] = text.split('T');
    if (!instantPattern.test(text) || !isCalendarDate(day)) return null;
    const instant = new Date(text);
    return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
  },
  // What came in without milliseconds is kept as it came, and goes out with them.
  (value) =>
    String(value).length === '2023-12-15T09:30:00.000Z'.length ? String(value) : inMilliseconds(value),
);

textScalar(
  'EDTF',
  'A date in the Extended Date/Time Format, levels 0 and 1: 2023-12-15, 2023-12, 2019~, 2023-06/2023-08, ../2023-12-15.',
  'an EDTF date such as 2023-12 or ../2023-12-15',
  (text) => (edtfString.safeParse(text).success ? text : null),
);

textScalar('URL', 'An http or https address.', 'an http or https address', (text) =>
  /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null,
);

textScalar(
  'BCP47',
  'A BCP 47 language tag: zh-Hans, en. Where one is asked for, zh is served by zh-Hans and zh-Hant too.',
  'a language tag such as zh-Hans or en',
  (text) => {
    try {
      return Intl.getCanonicalLocales(text)[0] ?? null;
    } catch {
      // Intl throws at what is no tag; the caller says so.
      return null;
    }
  },
);

// Read by whoever asks for it, and nobody's argument: what is taken in has a type of its own.
builder.addScalarType(
  'JSON',
  new GraphQLScalarType({ name: 'JSON', description: 'Any JSON, as it is.', serialize: (value) => value }),
);

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(text);
}

function inMilliseconds(value: unknown): string {
  return new Date(String(value)).toISOString();
}
