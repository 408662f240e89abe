import type { Findings } from '../../analytics-worker/analysis/results.ts';
import { foundIn } from '../api/analysed-call.ts';

/** A law firm that would buy, but for the partner's trust and a question that nobody answered. */
export const TALK = [
  'agent: Hi, this is Ada. How can I help?',
  "user: hi we're a team of twelve at a law firm in leeds and we send about three hundred contracts a month",
  'agent: Great. Do you work with a CRM?',
  'user: yes it has to work with sales force and letters get lost in the post all the time',
  'agent: It does, and it costs forty a month for each of you.',
  'user: hm that is a bit too expensive for us',
  'agent: There is a yearly plan for thirty.',
  "user: okay thirty works but i don't know if my partner will trust an electronic signature",
  'agent: It is as binding as one on paper. Shall I send you how the courts see it?',
  "user: please we're leaving docu sign and we also look at adobe sign do you have an audit trail export",
  'agent: I am sorry, I do not know that.',
  'user: hm that is really annoying nobody can tell me that',
  'agent: I will send you the offer and an answer by Friday.',
  'user: great thank you that sounds perfect bye',
];

/** What a model would find beyond the rules. */
export async function foundByModel(): Promise<Findings> {
  const found = await foundIn(TALK);
  const at = (item: number, quote: string) => ({ item, quote });
  const price = at(6, 'a bit too expensive for us');
  return {
    ...found,
    objections: [
      { ...price, type: 'price', resolved: true, resolution: at(8, 'okay thirty works') },
      { ...at(8, "i don't know if my partner will trust"), type: 'trust', resolved: false, resolution: null },
    ],
    competitors: [
      { ...at(10, "we're leaving docu sign"), name: 'docusign', stance: 'left' },
      { ...at(10, 'we also look at adobe sign'), name: 'adobe_sign', stance: 'evaluating' },
    ],
    contentGaps: [{ ...at(10, 'do you have an audit trail export'), kind: 'unanswered', topic: 'audit trail export' }],
    sentiment: {
      overall: 'positive',
      score: 58,
      segments: [
        { from: 1, to: 5, overall: 'neutral', score: 50 },
        { from: 6, to: 10, overall: 'neutral', score: 48 },
        { from: 11, to: 14, overall: 'positive', score: 71 },
      ],
      emotions: [
        { ...at(12, 'that is really annoying'), emotion: 'frustration', intensity: 0.6 },
        { ...at(14, 'that sounds perfect'), emotion: 'enthusiasm', intensity: 0.9 },
      ],
      confidence: 'high',
    },
    passages: [
      ...found.passages,
      { ...at(8, 'okay thirty works'), kind: 'buying_signal', about: 'price' },
      { ...at(10, 'do you have an audit trail export'), kind: 'feature_request', about: 'audit trail export' },
      { ...at(8, 'my partner'), kind: 'stakeholder', about: 'partner' },
    ],
  };
}
