import { createWatch } from '../../agent/collector/facts/create-watch.ts';
import { watchSession } from '../../agent/collector/facts/index.ts';
import { catalogue, type FactType } from '../../events/catalogue.ts';
import type { Problem } from '../../lib/errors.ts';
import { textSession } from './sessions.ts';

type Published = { type: FactType; data: Record<string, unknown> };

/** The facts that a real session's events become; each must fit the contract. */
export function watched(session = textSession(), now = Date.now) {
  const facts: Published[] = [];
  const problems: Problem[] = [];
  const { watch, detach } = createWatch({
    announced: () => false,
    session,
    clock: { now },
    publish: (type, data) => {
      const checked = catalogue[type].safeParse(JSON.parse(JSON.stringify(data)));
      if (!checked.success) throw new Error(`${type}: ${checked.error.message}`);
      facts.push({ type, data });
    },
    onProblem: (problem) => problems.push(problem),
  });
  const parts = watchSession(watch);
  const emit = (name: string, event: object) =>
    Reflect.apply(session.emit, session, [name, { type: name, createdAt: Date.now(), ...event }]);
  const of = (type: FactType) => facts.filter((fact) => fact.type === type).map(({ data }) => data);
  return { session, watch, detach, facts, problems, emit, of, ...parts };
}
