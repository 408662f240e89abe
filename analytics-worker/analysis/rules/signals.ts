import type { FoundSignal } from '../results.ts';
import { findAuthority } from './find/authority.ts';
import { turnsOf, type Claim, type Turn } from './find/claim.ts';
import { countsOf } from './find/counts.ts';
import { findIndustry, UNFRAMED } from './find/industry.ts';
import { findLocation } from './find/location.ts';
import { namesOf } from './find/names.ts';
import { findPains } from './find/pains.ts';
import { saidOrConfirmed } from './find/confirmed.ts';
import { findSystems } from './find/systems.ts';
import { findTeam } from './find/team.ts';
import { findTimeline } from './find/timeline.ts';
import { findTool, leftTools } from './find/tool.ts';
import { findUse } from './find/use.ts';
import { findVolume } from './find/volume.ts';
import type { Reading } from './read.ts';
import { standingCount } from './resolve/counts.ts';
import { firstClaim, firstOrHinted, lastClaim } from './resolve/last.ts';
import { listOfPains, listOfSystems } from './resolve/lists.ts';
import { echoedCounts } from './resolve/echoed.ts';
import { confirmedCounts } from './resolve/put.ts';

/** The default signals (docs/signals.md) that a call tells, by name. A team's own are for the engine with a model. */
export function findSignals(reading: Reading): Record<string, FoundSignal> {
  const turns = turnsOf(reading);
  const all = (find: (turn: Turn, index: number) => Claim[]): Claim[] => turns.flatMap(find);
  const confirmed = turns.map(confirmedCounts);
  const team = standingCount(
    turns,
    all((turn, index) => [
      ...findTeam(turn),
      ...echoedCounts(turn, { volume: [] }).team,
      ...(confirmed[index]?.team ?? []),
    ]),
    ({ counts, period }) => counts === 'people' && !period,
  );
  const known = { team: typeof team?.value === 'number' ? team.value : undefined, places: placesIn(turns) };
  const dates = turns.map(findTimeline);
  const names = namesOf(reading.utterances);
  const found: Record<string, FoundSignal | undefined> = {
    team_size: team,
    monthly_volume: standingCount(
      turns,
      all((turn, index) => {
        const volume = findVolume(turn, known);
        return [...volume, ...echoedCounts(turn, { volume }).volume, ...(confirmed[index]?.volume ?? [])];
      }),
      ({ period }) => period !== undefined,
    ),
    integration_needs: listOfSystems(turns.flatMap((turn) => findSystems(turn, names))),
    industry: firstOrHinted(all(saidOrConfirmed(findIndustry)), UNFRAMED, UNFRAMED),
    location: firstClaim(all(saidOrConfirmed(findLocation))),
    use_case: firstClaim(all(saidOrConfirmed(findUse))),
    current_tool: lastClaim(withoutLeft(all(saidOrConfirmed(findTool)), turns)),
    pain_points: listOfPains(all(findPains)),
    decision_timeline: lastClaim(dates.flatMap(({ timeline }) => timeline)),
    budget_authority: lastClaim(all(findAuthority)),
    urgency: lastClaim(dates.flatMap(({ urgency }) => urgency)),
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, FoundSignal] => entry[1] !== undefined),
  );
}

/** Claims of a tool without those that he has left since. */
function withoutLeft(claims: Claim[], turns: Turn[]): Claim[] {
  return claims.filter(
    ({ item, value }) => !turns.some((turn) => turn.said.item > item && leftTools(turn).some((name) => name === value)),
  );
}

/** "six offices", for what is told per office. */
function placesIn(turns: Turn[]): Map<string, number> {
  const counts = turns.flatMap(({ said }) => countsOf(said)).filter(({ counts }) => counts === 'things');
  return new Map(
    counts.flatMap(({ noun, quantity }) => (noun ? [[noun.replace(/s$/u, ''), quantity.value] as const] : [])),
  );
}
