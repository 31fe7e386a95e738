import { entryRow } from './assertion-rows.ts';
import { relationRow, reviewRow } from './between-rows.ts';
import { dossierJudgementRow } from './dossier-judgements.ts';
import { rowOf } from './row-reader.ts';
import { claimRow, entityRow, sourceRow } from './rows.ts';

/** See `cypher/fragments/dossier.cypher`. */
export const dossierRow = rowOf((columns) => ({
  rootIds: columns.texts(),
  claim: columns.row(claimRow),
  entries: columns.rows(entryRow),
  others: columns.rows(entryRow),
  speakerJudgements: columns.rows(dossierJudgementRow),
  assertionJudgements: columns.rows(dossierJudgementRow),
  relations: columns.rows(relationRow),
  lapsed: columns.texts(),
  reviews: columns.rows(reviewRow),
  sources: [...columns.rows(sourceRow), ...columns.rows(sourceRow)],
  publishers: columns.rows(entityRow),
}));

/** All that is recorded of a claim, as it was found: in no order, and everybody named as recorded. */
export type DossierRow = ReturnType<typeof dossierRow.parse>;
