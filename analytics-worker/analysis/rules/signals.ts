import type { FoundSignal } from '../results.ts';
import { ownNames } from './competitors/named.ts';
import type { Encoded } from './encoder/encoded.ts';
import { turnsOf, type Claim, type Turn } from './find/claim.ts';
import { countsOf } from './find/counts.ts';
import { monthNow } from './find/horizon.ts';
import { findIndustry, UNFRAMED } from './find/industry.ts';
import { findLocation } from './find/location.ts';
import { namesOf } from './find/names.ts';
import { presumedUse } from './find/presumed.ts';
import { saidOrConfirmed } from './find/confirmed.ts';
import { findSystems } from './find/systems.ts';
import { findTeam } from './find/team.ts';
import { findTimeline } from './find/timeline.ts';
import { findTool, HINT, leftTools } from './find/tool.ts';
import { findUse } from './find/use.ts';
import { findVolume } from './find/volume.ts';
import type { Talk } from './talk.ts';
import { standingCount } from './resolve/counts.ts';
import { firstClaim, firstOrHinted, lastClaim } from './resolve/last.ts';
import { listOfPains, listOfSystems } from './resolve/lists.ts';
import { echoedCounts } from './resolve/echoed.ts';
import { confirmedCounts } from './resolve/put.ts';
import { findAuthority } from './weigh/authority.ts';
import { findPains } from './weigh/pains.ts';
import { opinionOn, second, trustOf, type Seconded } from './weigh/second.ts';

/** The default signals (docs/signals.md) that a call tells, by name. A team's own are for the engine with a model. */
export function findSignals(talk: Talk, encoded?: Encoded): Record<string, FoundSignal> {
  const turns = turnsOf(talk);
  const seconded = (name: Seconded, heard: FoundSignal | undefined): FoundSignal | undefined =>
    encoded ? second(heard, opinionOn(name, { turns, encoded, heard }), trustOf(name)) : heard;
  const all = (find: (turn: Turn, index: number) => Claim[]): Claim[] => turns.flatMap(find);
  const confirmed = turns.map(confirmedCounts);
  const team = seconded(
    'team_size',
    standingCount(
      turns,
      all((turn, index) => [
        ...findTeam(turn),
        ...echoedCounts(turn, { volume: [] }).team,
        ...(confirmed[index]?.team ?? []),
      ]),
      ({ counts, period }) => counts === 'people' && !period,
    ),
  );
  const known = { team: typeof team?.value === 'number' ? team.value : undefined, places: placeCounts(turns) };
  const now = monthNow(talk.utterances);
  const dates = turns.map((turn) => findTimeline(turn, now));
  const names = namesOf(talk.utterances);
  const volume = standingCount(
    turns,
    all((turn, index) => {
      const told = findVolume(turn, known);
      return [...told, ...echoedCounts(turn, { volume: told }).volume, ...(confirmed[index]?.volume ?? [])];
    }),
    ({ period }) => period !== undefined,
  );
  const tool = lastOrHinted(withoutLeft(withoutOwn(all(saidOrConfirmed(findTool)), talk), turns));
  const use = firstClaim([...all(saidOrConfirmed(findUse)), ...all(presumedUse)]);
  const found: Record<string, FoundSignal | undefined> = {
    team_size: team,
    monthly_volume: seconded('monthly_volume', volume),
    integration_needs: listOfSystems(turns.flatMap((turn) => findSystems(turn, names))),
    industry: seconded('industry', firstOrHinted(all(saidOrConfirmed(findIndustry)), UNFRAMED)),
    location: seconded('location', firstClaim(all(saidOrConfirmed(findLocation)))),
    use_case: seconded('use_case', use),
    current_tool: seconded('current_tool', tool),
    pain_points: listOfPains(findPains(turns, encoded)),
    decision_timeline: seconded('decision_timeline', lastClaim(dates.flatMap(({ timeline }) => timeline))),
    budget_authority: firstClaim(findAuthority(turns, encoded)),
    urgency: seconded('urgency', lastClaim(dates.flatMap(({ urgency }) => urgency))),
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, FoundSignal] => entry[1] !== undefined),
  );
}

/** What is slightly told counts where nothing else is, and only when it is told twice. */
function lastOrHinted(claims: Claim[]): FoundSignal | undefined {
  const made = claims.filter(({ strength }) => strength > HINT);
  const hints = claims.filter(({ strength }) => strength === HINT);
  return lastClaim(made.length === 0 && hints.length < HINTS ? [] : claims);
}
const HINTS = 2;

/** Claims of a tool without the product that the agent speaks for: "Hello, this is SignWell." */
function withoutOwn(claims: Claim[], talk: Talk): Claim[] {
  const own = ownNames(talk);
  return claims.filter(({ value }) => typeof value !== 'string' || !own.has(value));
}

/** Claims of a tool without those that he has left since. */
function withoutLeft(claims: Claim[], turns: Turn[]): Claim[] {
  return claims.filter(
    ({ item, value }) => !turns.some((turn) => turn.said.item > item && leftTools(turn).some((name) => name === value)),
  );
}

/** "six offices", for what is told per office. */
function placeCounts(turns: Turn[]): Map<string, number> {
  const counts = turns.flatMap(({ said }) => countsOf(said)).filter(({ counts }) => counts === 'things');
  return new Map(
    counts.flatMap(({ noun, quantity }) => (noun ? [[noun.replace(/s$/u, ''), quantity.value] as const] : [])),
  );
}
