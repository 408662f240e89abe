import type { SignalDefinition } from '../../../events/signals.ts';
import type { ActionItem, Competitor, ContentGap, Findings, Objection, Outcome, Passage } from '../results.ts';
import type { Evidence } from '../transcript.ts';
import { mentionsOf, type Mention } from './mentions.ts';
import type { Claim, DropReason, Proved, Prove, Speaker } from './proof.ts';
import type { Answer } from './wire.ts';

export type Mood = Answer['moods'][number];
export type Emotion = Findings['sentiment']['emotions'][number];

/** What is left of an answer when every claim has been held against the transcript. */
export type Verified = {
  mentions: Mention[];
  objections: Objection[];
  competitors: Competitor[];
  actionItems: ActionItem[];
  contentGaps: ContentGap[];
  moods: Mood[];
  emotions: Emotion[];
  /** Undefined when nothing that was said proves it. */
  outcome: Outcome | undefined;
  passages: Passage[];
};

type Verify = { prove: Prove; definitions: readonly SignalDefinition[]; drop: (reason: DropReason) => void };
/** The claim's proof; undefined when it has none, which is counted. */
export type Keep = (claim: Claim, speaker: Speaker) => Proved | undefined;

/** Whose words a passage is; of all other kinds the caller's. */
const passageSpeakers: Partial<Record<Passage['kind'], Speaker>> = {
  listening: 'agent',
  clarification: 'any',
  topic: 'any',
};
const intensities = { low: 0.3, medium: 0.6, high: 0.9 };

export function verifyAnswer(answer: Answer, { prove, definitions, drop }: Verify): Verified {
  const keep: Keep = (claim, speaker) => {
    const proof = prove(claim, speaker);
    if (!('dropped' in proof)) return proof;
    drop(proof.dropped);
    return undefined;
  };
  const each = <In extends Claim, Out>(
    claims: readonly In[],
    speaker: Speaker | ((claim: In) => Speaker),
    make: (claim: In, evidence: Evidence) => Out,
  ): Out[] =>
    claims.flatMap((claim) => {
      const kept = keep(claim, typeof speaker === 'function' ? speaker(claim) : speaker);
      return kept ? [make(claim, kept.evidence)] : [];
    });
  const wordsOf = (kind: Passage['kind']) => passageSpeakers[kind] ?? 'user';
  return {
    mentions: answer.signals.flatMap((claim) => mentionsOf(claim, { definitions, keep, drop })),
    objections: each(answer.objections, 'user', (claim, evidence) => objectionOf(claim, evidence, keep)),
    competitors: each(answer.competitors, 'user', competitorOf),
    actionItems: each(answer.actionItems, ({ owner }) => (owner === 'user' ? 'confirmed' : 'any'), actionOf),
    contentGaps: each(answer.contentGaps, ({ kind }) => (kind === 'empty_search' ? 'any' : 'user'), gapOf),
    moods: answer.moods.map((claim) => moodOf(claim, keep)),
    emotions: each(answer.emotions, 'user', emotionOf),
    outcome: outcomeOf(answer.outcome, keep),
    passages: each(answer.passages, ({ kind }) => wordsOf(kind), passageOf),
  };
}

function objectionOf(claim: Answer['objections'][number], evidence: Evidence, keep: Keep): Objection {
  const kept = claim.resolution && keep(claim.resolution, 'user');
  const resolution = kept && kept.evidence.item >= evidence.item ? kept.evidence : null;
  return { ...evidence, type: claim.type, resolved: resolution !== null, resolution };
}

function competitorOf({ name, stance }: Answer['competitors'][number], evidence: Evidence): Competitor {
  return { ...evidence, name: name.trim().toLowerCase() || evidence.quote.toLowerCase(), stance };
}

function actionOf({ owner, kind, action, due }: Answer['actionItems'][number], evidence: Evidence): ActionItem {
  return { ...evidence, owner, kind, action: action || evidence.quote, due: due || null };
}

function gapOf({ kind, topic }: Answer['contentGaps'][number], evidence: Evidence): ContentGap {
  return { ...evidence, kind, topic: topic || evidence.quote };
}

/** A mood that nothing proves is none, and its stretch of the call is neutral. */
function moodOf(claim: Mood, keep: Keep): Mood {
  const kept = claim.mood === 'neutral' ? undefined : keep(claim, 'user');
  return kept ? { ...claim, ...kept.evidence } : { ...claim, mood: 'neutral' };
}

function emotionOf({ emotion, intensity }: Answer['emotions'][number], evidence: Evidence): Emotion {
  return { ...evidence, emotion, intensity: intensities[intensity] };
}

function outcomeOf({ outcome, evidence }: Answer['outcome'], keep: Keep): Outcome | undefined {
  const proven = evidence.flatMap((claim) => keep(claim, 'any')?.evidence ?? []);
  return proven.length > 0 ? { outcome, evidence: proven } : undefined;
}

function passageOf({ kind, about, answered }: Answer['passages'][number], evidence: Evidence): Passage {
  const asked = kind === 'question' && answered !== null ? { answered } : {};
  return { ...evidence, kind, about: about.trim().toLowerCase(), ...asked };
}
