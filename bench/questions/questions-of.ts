import type { Subjects } from '../subjects.ts';
import { chain } from './chain.ts';
import { corroboration } from './corroboration.ts';
import { neighbourhood } from './neighbourhood.ts';
import { type PagePlace, page } from './page.ts';
import type { Question } from './question.ts';
import { search } from './search.ts';
import { speakerMonth } from './speaker-month.ts';
import { trace } from './trace.ts';
import { whoSaidIt } from './who-said-it.ts';

/** All questions, about what the graph holds that suits each. */
export function questionsOf(subjects: Subjects, places: readonly PagePlace[]): readonly Question[] {
  return [
    whoSaidIt(subjects.claimsOfMany),
    speakerMonth(subjects.speakerMonths),
    chain(subjects.deepAssertions),
    trace(subjects.deepClaims),
    corroboration(subjects.claimsOfMany),
    neighbourhood(subjects.claimsEverywhere),
    search(subjects.names),
    page(places),
  ];
}
