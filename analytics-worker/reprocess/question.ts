import type { Store } from '../../clickhouse/client.ts';
import { keepTrying } from '../../lib/retry.ts';
import { endedCallOf } from '../analysis/stored/ended-call.ts';
import type { ModelFindings } from '../analysis/stored/model-findings.ts';
import { defaultScoring } from '../conclusions/scoringConfig.ts';
import { transcriptOf } from '../derive/analysis.ts';
import { concludeStoredCall } from '../derive/call.ts';
import { readCalls, type Place } from '../derive/read.ts';
import type { UnderWay } from './run.ts';

/** What was said does not depend on it. */
const ANY_CONFIG = { scoring: defaultScoring, personSecret: '' };

/** Whether there is anything to ask about a call as it is stored now, beside what the model has said of it. */
export async function hasQuestion(store: Store, place: Place, found: ModelFindings | undefined): Promise<boolean> {
  const read = await keepTrying(() => readCalls(store, [place]));
  const concluded = concludeStoredCall(place, read(place), ANY_CONFIG);
  const ended = concluded && endedCallOf(concluded.facts, concluded.conclusions);
  const transcript = ended && transcriptOf(ended);
  return transcript !== undefined && !(found && found.state !== 'waiting' && found.transcript === transcript);
}

/** Whether the model has answered, or will not, since the call was sent on its way. */
export function isAnswered({ answeredBefore }: UnderWay, found: ModelFindings | undefined): boolean {
  return found !== undefined && found.state !== 'waiting' && found.transcript !== answeredBefore;
}
