import type { NatsConnection } from 'nats';
import { z } from 'zod';
import { analysisEngines } from '../../events/analysis.ts';
import { token } from '../../events/ids.ts';
import { brokerCodes, codeOf } from '../../lib/broker/codes.ts';
import { orBrokerAway } from '../../lib/broker/publish.ts';
import { EARSHOT } from '../../lib/command-line.ts';
import { EarshotError } from '../../lib/errors.ts';
import { reprocessBucket } from '../broker/topology.ts';

const money = z.object({ amount: z.number(), currency: z.string() });

/** A call that was sent on its way and whose answer is not known yet. */
const underWay = z.object({
  call: token,
  /** What had been paid for it before. */
  spentBefore: z.number(),
  /** Hash of the conversation that the model had been asked about; null where it had not, or was to be asked again. */
  answeredBefore: z.string().nullable().default(null),
  /** The most that it may cost; 0 where no price is set. */
  reserved: z.number(),
});
export type UnderWay = z.infer<typeof underWay>;

/** A run over a past range, as far as it has come. Times are epoch ms. */
export const run = z.object({
  name: token,
  tenant: token,
  fromMs: z.number(),
  /** Outside. */
  toMs: z.number(),
  engine: z.enum(analysisEngines),
  /** In the currency of ANALYSIS_LLM_PRICE; null without one. */
  budget: z.number().nullable(),
  /** Minutes of the day between which it works; null: always. */
  offPeak: z.object({ from: z.number(), to: z.number() }).nullable(),
  state: z.enum(['running', 'budget_used_up', 'done']),
  startedAt: z.number(),
  changedAt: z.number(),
  /** The last call that was sent on its way: those before it are done, or under way. */
  cursor: z.object({ startedAt: z.number(), call: z.string() }).nullable(),
  underWay: z.array(underWay),
  /** Calls that were analysed again. */
  done: z.int(),
  /** What they cost, with the reserve of those of which it is not known; null without a price. */
  spent: money.nullable(),
  /** The dearest of them. */
  dearest: z.number(),
});
export type Run = z.infer<typeof run>;
export type StoredRun = { run: Run; revision: number };

/** Runs in the broker's key-value store. All reject with `broker_unavailable` while it is away. */
export type Runs = {
  /** @throws EarshotError `no_run` */
  get(name: string): Promise<StoredRun>;
  list(): Promise<Run[]>;
  /** @throws EarshotError `run_exists` when there is one of that name */
  create(made: Run): Promise<StoredRun>;
  /** @throws EarshotError `run_taken` when another process has gone on with it since */
  save(changed: Run, revision: number): Promise<StoredRun>;
};

export async function openRuns(nc: NatsConnection): Promise<Runs> {
  const kv = await nc.jetstream().views.kv(reprocessBucket.name, { bindOnly: true });
  const put = async (made: Run, previousSeq: number, problem: ConstructorParameters<typeof EarshotError>[0]) => {
    try {
      return { run: made, revision: await kv.put(made.name, JSON.stringify(made), { previousSeq }) };
    } catch (error) {
      if (codeOf(error) === brokerCodes.wrongLastSequence) throw new EarshotError(problem, { cause: error });
      throw error;
    }
  };
  return {
    get: async (name) => {
      const entry = await orBrokerAway(() => kv.get(name));
      if (entry?.operation === 'PUT') return { run: run.parse(entry.json()), revision: entry.revision };
      const fix = `see: ${EARSHOT} reprocess status`;
      throw new EarshotError({ code: 'no_run', field: 'name', message: `there is no run ${name}`, fix });
    },
    list: () =>
      orBrokerAway(async () => {
        const names: string[] = [];
        for await (const name of await kv.keys()) names.push(name);
        const entries = await Promise.all(names.map((name) => kv.get(name)));
        const runs = entries.flatMap((entry) => (entry?.operation === 'PUT' ? [run.parse(entry.json())] : []));
        return runs.toSorted((a, b) => a.startedAt - b.startedAt);
      }),
    create: (made) => {
      const fix = `give another --name, or go on with it: ${EARSHOT} reprocess resume ${made.name}`;
      return put(made, 0, { code: 'run_exists', field: '--name', message: `there is a run ${made.name}`, fix });
    },
    save: (changed, revision) => {
      const fix = 'let one process work on a run';
      const message = `another process works on ${changed.name}`;
      return put(changed, revision, { code: 'run_taken', field: 'name', message, fix });
    },
  };
}
