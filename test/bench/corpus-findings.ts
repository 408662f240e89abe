import type { Findings } from '../../analytics-worker/analysis/results.ts';
import type { Call, Labels, Phrase } from './corpus-read.ts';
import { pair, sameWord } from './corpus-score.ts';
import type { Compared } from './corpus-signals.ts';

/**
 * Each analyser beside the signals that is labelled: objections by item and type, competitors by name and stance, action items by
 * item and owner, content gaps by item. What became of an objection, when something is due, and competitors by name alone are counted apart.
 */
export function compareFindings({ labels }: Call | Phrase, found: Findings): Compared[] {
  const { objections, competitors, action_items: actions, content_gaps: gaps, outcome, sentiment } = labels;
  return [
    ...(objections ? ofObjections(found.objections, objections) : []),
    ...(competitors ? ofCompetitors(found.competitors, competitors) : []),
    ...(actions ? ofActions(found.actionItems, actions) : []),
    ...(gaps ? [compared('content gaps', found.contentGaps, gaps, (a, b) => a.item === b.item)] : []),
    ...(outcome ? [compared('outcome', [found.outcome.outcome], [outcome], sameWord)] : []),
    ...(sentiment ? [compared('sentiment', [found.sentiment.overall], [sentiment], sameWord)] : []),
  ];
}

function ofObjections(found: Findings['objections'], labels: Labels['objections']): Compared[] {
  const raised = (a: (typeof found)[number], b: (typeof labels)[number]) => a.item === b.item && a.type === b.type;
  return [
    compared('objections', found, labels, raised),
    compared('… resolved', found, labels, (a, b) => raised(a, b) && a.resolved === b.resolved),
  ];
}

function ofCompetitors(found: Findings['competitors'], labels: Labels['competitors']): Compared[] {
  const named = (a: (typeof found)[number], b: (typeof labels)[number]) => sameWord(a.name, b.name);
  return [
    compared('competitors', found, labels, (a, b) => named(a, b) && a.stance === b.stance),
    compared('… by name', found, labels, named),
  ];
}

function ofActions(found: Findings['actionItems'], labels: Labels['action_items']): Compared[] {
  const owed = (a: (typeof found)[number], b: (typeof labels)[number]) => a.item === b.item && a.owner === b.owner;
  return [
    compared('action items', found, labels, owed),
    compared('… due', found, labels, (a, b) => owed(a, b) && sameWord(a.due, b.due)),
  ];
}

function compared<Found, Label>(
  name: string,
  found: readonly Found[],
  labels: readonly Label[],
  fits: (found: Found, label: Label) => boolean,
): Compared {
  const counted = pair(found, labels, fits);
  return { ...counted, name, extra: counted.extra.map(inWords), lost: counted.lost.map(inWords) };
}

const inWords = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
