/**
 * The one answer of a list of the whole graph, which hangs on nothing and so has one.
 * @throws where the store gave none: a defect of its
 */
export function whole<Answer>(answers: readonly Answer[]): Answer {
  const [answer] = answers;
  if (answer === undefined) throw new Error('the store answered a list of the whole graph with nothing');
  return answer;
}
