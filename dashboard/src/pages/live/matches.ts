import type { FilterSearch } from '../../api/filters.ts';
import type { LiveCall } from '../../live/reduce.ts';

/** Whether a call is one that the filter bar asks for; the range means nothing here. */
export function matches(call: LiveCall, { agent, version, channel, model, region }: FilterSearch): boolean {
  return (
    (agent === undefined || call.agent === agent) &&
    (version === undefined || call.agentVersion === version) &&
    (channel === undefined || call.channel === channel) &&
    (model === undefined || call.models.llm === model) &&
    (region === undefined || call.region === region)
  );
}
