import type { FoundSignal } from '../results.ts';
import type { Encoded } from './encoder/encoded.ts';
import { turnsOf, type Claim, type Turn } from './find/claim.ts';
import { saidOrConfirmed } from './find/confirmed.ts';
import { echoedTeam, echoedVolume } from './find/echoed.ts';
import { todayOf } from './find/today.ts';
import { findIndustry, UNFRAMED } from './find/industry.ts';
import { findLocation } from './find/location.ts';
import { namesOf } from './find/names.ts';
import { presumedUse } from './find/presumed.ts';
import { putTeam, putVolume } from './find/put.ts';
import { sitesOf } from './find/sites.ts';
import { findSystems } from './find/systems.ts';
import { findTeam } from './find/team.ts';
import { findTimeline } from './find/timeline.ts';
import { findTool } from './find/tool.ts';
import { findUse } from './find/use.ts';
import { findVolume } from './find/volume.ts';
import { standingCount } from './resolve/counts.ts';
import { firstClaim, firstOrHinted, lastClaim } from './resolve/last.ts';
import { listOfPains, listOfSystems } from './resolve/lists.ts';
import { standingTool } from './resolve/tool.ts';
import type { Talk } from './talk.ts';
import { findAuthority } from './weigh/authority.ts';
import { findPains } from './weigh/pains.ts';
import { opinionOn, second, trustOf, type Seconded } from './weigh/second.ts';

/** The default signals (docs/signals.md) that a call tells, by name. A team's own are for the engine with a model. */
export function findSignals(talk: Talk, encoded?: Encoded, day?: string): Record<string, FoundSignal> {
  const turns = turnsOf(talk);
  const seconded = (name: Seconded, heard: FoundSignal | undefined): FoundSignal | undefined =>
    encoded ? second(heard, opinionOn(name, { turns, encoded, heard }), trustOf(name)) : heard;
  const all = (find: (turn: Turn, index: number) => Claim[]): Claim[] => turns.flatMap(find);
  const team = seconded(
    'team_size',
    standingCount(
      turns,
      all((turn) => [...findTeam(turn), ...echoedTeam(turn), ...putTeam(turn)]),
      ({ counts, period }) => counts === 'people' && !period,
    ),
  );
  const known = { team: typeof team?.value === 'number' ? team.value : undefined, places: sitesOf(turns) };
  const today = todayOf(day, talk.utterances);
  const dates = turns.map((turn) => findTimeline(turn, today));
  const reckoned = new Set(turns.filter((_, index) => dates[index]?.isReckoned).map(({ said }) => said.item));
  // The encoder does not know what day it is.
  const dated = (name: Seconded, heard: FoundSignal | undefined): FoundSignal | undefined =>
    heard?.evidence.some(({ item }) => reckoned.has(item)) ? heard : seconded(name, heard);
  const names = namesOf(talk.utterances);
  const volume = standingCount(
    turns,
    all((turn) => {
      const told = findVolume(turn, known);
      return [...told, ...echoedVolume(turn, told), ...putVolume(turn)];
    }),
    ({ period }) => period !== undefined,
  );
  const tool = standingTool(all(saidOrConfirmed(findTool)), turns, talk);
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
    decision_timeline: dated('decision_timeline', lastClaim(dates.flatMap(({ timeline }) => timeline))),
    budget_authority: firstClaim(findAuthority(turns, encoded)),
    urgency: dated('urgency', lastClaim(dates.flatMap(({ urgency }) => urgency))),
  };
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, FoundSignal] => entry[1] !== undefined),
  );
}
