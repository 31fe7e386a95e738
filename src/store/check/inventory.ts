import { z } from 'zod';
import { isInViews, type RecordType, recordTypes } from '../../domain/ids.ts';
import type { Run } from '../run.ts';
import type { Report } from './problem.ts';

/** The ids of all that is in the graph. */
export interface Inventory {
  /** All records: those of the full view where there is one. */
  readonly types: ReadonlyMap<string, RecordType>;
  /** The records of the public view, where there is a full one beside it; else none. */
  readonly publicTypes: ReadonlyMap<string, RecordType>;
  readonly stateIds: readonly string[];
  readonly edtfs: readonly string[];
  /** How many nodes are asides, and how many are requests; some are both. */
  readonly asides: number;
  readonly requests: number;
}

const row = z.tuple([z.array(z.string()), z.unknown()]);
/** What is beside the graph: the log, what listeners are told besides, the migrations, keys, and the mark of a restore. */
const besideTheGraph = [
  'Activity',
  'LogHead',
  'Request',
  'Migration',
  'Key',
  'Restore',
  'ViewChange',
  'Aside',
];

/** Lists every node, and reports those that are nothing this program knows. */
export async function takeInventory(run: Run, split: boolean, report: Report): Promise<Inventory> {
  const inPublic = new Map<string, RecordType>();
  const inFull = new Map<string, RecordType>();
  const stateIds: string[] = [];
  const edtfs: string[] = [];
  const counts = { asides: 0, requests: 0 };
  for (const columns of await run('inventory')) {
    const [labels, name] = row.parse(columns);
    const id = typeof name === 'string' ? name : '';
    const some = recordTypes.flatMap((type) => [
      ...(labels.includes(type) ? [{ type, types: split && !isInViews(type) ? inFull : inPublic }] : []),
      ...(split && labels.includes(`Full${type}`) ? [{ type, types: inFull }] : []),
    ]);
    if (labels.includes('Aside')) counts.asides++;
    if (labels.includes('Request')) counts.requests++;
    const [record] = some;
    if (record !== undefined && some.length === 1 && id !== '') {
      const { type, types } = record;
      if (types.has(id)) report('NODE_ORPHAN', id, 'expected one node of that id; there are several');
      types.set(id, type);
    } else if (labels.includes('State') && id !== '') stateIds.push(id);
    else if (labels.includes('Date') && id !== '') edtfs.push(id);
    else if (!labels.some((label) => besideTheGraph.includes(label))) {
      report(
        'NODE_ORPHAN',
        // What has no id is named by what it passes for.
        id || labels.join(':'),
        `expected a record or a part of the log; came a node with the labels ${labels.join(', ')}`,
      );
    }
  }
  return split
    ? { types: inFull, publicTypes: inPublic, stateIds, edtfs, ...counts }
    : { types: inPublic, publicTypes: new Map(), stateIds, edtfs, ...counts };
}
