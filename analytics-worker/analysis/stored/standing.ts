import type { CallConclusions, Evidence, LeadScore, ScoredSignal } from '../../conclusions/types.ts';
import type { AnalysedLead, LeadLine } from '../scores/lead.ts';
import type { EndedCall } from './ended-call.ts';

/**
 * The conclusions with the lead as the whole conversation tells it: score, tier and whether it is hot, each line with whose
 * word it is (docs/scoring.md).
 */
export function withLead(ended: EndedCall, lead: AnalysedLead): CallConclusions {
  const { conclusions } = ended;
  const leadScore = lead.signals.size === 0 ? null : standingOf(ended, lead);
  const { score = null, tier = 'none', hot = false } = leadScore ?? {};
  return {
    ...conclusions,
    leadScore,
    session: { ...conclusions.session, leadScore: score, tier, hot },
    lead: { ...conclusions.lead, leadScore: score, tier },
  };
}

function standingOf(ended: EndedCall, lead: AnalysedLead): LeadScore {
  const { signals: _signals, basis: _basis, ...score } = lead;
  return { ...score, breakdown: lead.breakdown.map((line) => lineOf(ended, line)) };
}

function lineOf(ended: EndedCall, { evidence, ...line }: LeadLine): ScoredSignal {
  const recorded = line.source === 'agent' ? ended.signals.get(line.signal)?.evidence : undefined;
  return { ...line, evidence: recorded ?? proofOf(ended, evidence) };
}

function proofOf({ placeOf }: EndedCall, [first]: LeadLine['evidence']): Evidence | null {
  const place = first && placeOf(first.item);
  return place ? { ...place, quote: first.quote } : null;
}
