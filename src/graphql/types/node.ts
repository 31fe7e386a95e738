import { BadArgument } from '../bad-argument.ts';
import { builder } from '../builder.ts';
import { publicRecord } from '../public-record.ts';
import { publicTypeOf } from '../public-type.ts';

builder.interfaceType('Node', {
  description: 'A record with an id of its own, which is assigned once and kept for ever.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Its id: opaque, assigned once, and not changed by corrections.' }),
  }),
  resolveType: publicTypeOf,
});

const mostNodes = 100;

builder.queryFields((t) => ({
  node: t.field({
    type: 'Node',
    nullable: true,
    description: 'Any record by its id; null where nothing is.',
    args: { id: t.arg.id({ required: true, description: 'Its id.' }) },
    resolve: (_, { id }, context) => publicRecord(id, context),
  }),
  nodes: t.field({
    type: ['Node'],
    nullable: { list: false, items: true },
    description: 'Any records by their ids, at most 100, in the order of the ids; null where nothing is.',
    args: { ids: t.arg.idList({ required: true, description: 'Their ids.' }) },
    resolve: (_, { ids }, context) => {
      if (ids.length > mostNodes) throw new BadArgument('ids', `at most ${mostNodes} ids`, ids.length);
      return ids.map((id) => publicRecord(id, context));
    },
  }),
}));
