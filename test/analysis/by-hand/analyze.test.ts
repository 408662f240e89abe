import { execFileSync, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { analyzeByHand } from '../../../analytics-worker/analysis/by-hand/analyze.ts';
import { readItems } from '../../../analytics-worker/analysis/by-hand/read-items.ts';
import { outcomes, stances } from '../../../analytics-worker/analysis/results.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const EARSHOT = [process.execPath, '--import', 'tsx', 'deploy/cli.ts', 'analyze'] as const;
/** The same, bundled. */
const NPM = ['npm', 'run', '--silent', 'analyze', '--'] as const;

const said = [
  { role: 'agent', text: 'Hi, this is Ada from Quillmark. How can I help?' },
  {
    role: 'user',
    text: "uh hi we're a law firm in leeds about a dozen of us we do like two fifty contracts a month on paper",
  },
  { role: 'agent', text: 'I see. Do you use a CRM?' },
  {
    role: 'user',
    text: "we don't use sales force anymore we're on hub spot now and we looked at docu sign but it's too expensive",
  },
  {
    role: 'agent',
    text: 'Our plan is thirty euros per user. Shall I book a demo on Tuesday at ten? I will send you the invitation.',
  },
  { role: 'user', text: 'yeah that works my mail is ann@example.com bye' },
];

const list = (shape: z.ZodRawShape = {}) =>
  z.array(z.looseObject({ item: z.int().min(1).max(said.length), quote: z.string().min(1), ...shape }));

/** The form that docs/analysis.md promises to whoever reads the document by program. */
const form = z.looseObject({
  engine: z.enum(['rules', 'llm']),
  signals: z.record(z.string(), z.looseObject({ value: z.unknown(), evidence: list().min(1) })),
  lead: z.looseObject({
    score: z.number().min(0).max(100).nullable(),
    tier: z.enum(['tier_1', 'tier_2', 'none']),
    parts: z.record(z.string(), z.number().nullable()),
    confidence: z.enum(['high', 'medium', 'low']),
    breakdown: z.array(z.looseObject({ signal: z.string(), points: z.number() })),
  }),
  objections: list({ type: z.string(), resolved: z.boolean() }),
  competitors: list({ name: z.string(), stance: z.enum(stances) }),
  sentiment: z.looseObject({ overall: z.enum(['positive', 'neutral', 'negative']) }),
  action_items: list({ owner: z.string(), due: z.string().nullable() }),
  content_gaps: list(),
  outcome: z.enum(outcomes),
  quality: z.looseObject({ score: z.number().nullable() }),
  pii: list(),
});

// What is not built yet is built, which is said.
beforeAll(() => void execFileSync('npm', ['run', '--silent', 'setup'], { cwd: ROOT, stdio: 'ignore' }), 120_000);

type Run = { out: string; err: string; code: number | null };

async function run(
  [program, ...words]: typeof EARSHOT | typeof NPM,
  args: string[],
  input = '',
  env = {},
): Promise<Run> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(program, [...words, ...args], { cwd: ROOT, env: { PATH, HOME, ...env } });
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

test('a transcript on standard input becomes one document, each claim with the words that prove it', async () => {
  const { out, code } = await run(EARSHOT, ['-'], JSON.stringify(said));
  expect(code).toBe(0);
  const document = form.parse(JSON.parse(out));
  expect(document.engine).toBe('rules');
  const valueOf = (name: string) => document.signals[name]?.value;
  expect(valueOf('team_size')).toBe(12);
  expect(valueOf('monthly_volume')).toBe(250);
  expect(valueOf('integration_needs')).toEqual(['hubspot']);
  expect(document.lead.breakdown.reduce((sum, { points }) => sum + points, 0)).toBe(document.lead['points']);
  expect(document.competitors).toMatchObject([{ name: 'docusign', item: 4 }]);
  expect(document.pii).toMatchObject([{ item: 6, quote: 'ann@example.com', kind: 'email' }]);
  const proofs = [...Object.values(document.signals).flatMap(({ evidence }) => evidence), ...document.action_items];
  for (const { item, quote } of proofs) expect(said[item - 1]?.text).toContain(quote);
});

test.each([
  ['no JSON', 'hello', 'standard input: is no JSON'],
  ['no list', '{}', 'standard input: must be a JSON array of messages'],
  ['nobody speaks', '[]', 'standard input: must have a message'],
  [
    'another role',
    '[{"role":"agent","text":"hi"},{"role":"caller","text":"x"}]',
    'standard input, item 2, role: must be "agent" or "user"',
  ],
  ['a word alone', '["hi"]', 'standard input, item 1: must be an object with a role and a text'],
  ['no text', '[{"role":"user"}]', 'standard input, item 1, text: must be a text'],
])('%s: refused, naming the entry', (_, json, message) => {
  expect(() => readItems(json, 'standard input')).toThrow(message);
});

test('a file that an editor began with a byte order mark is read', () => {
  expect(readItems('\uFEFF[{"role":"user","text":"hi"}]', 'x')).toEqual([{ item: 1, role: 'user', text: 'hi' }]);
});

test('mistakes on the command line are said with their fix, and print no document', async () => {
  const missing = await run(EARSHOT, ['/nowhere/call.json']);
  expect(missing).toMatchObject({ code: 1, out: '' });
  expect(missing.err).toContain('fix:   give the path of a JSON file, or - for standard input');
  await expect(analyzeByHand(readItems(JSON.stringify(said), 'x'), {}, { engine: 'llm' })).rejects.toThrow(
    'no model is set',
  );
});

test.each([
  ['a transcript', ['-'], JSON.stringify(said)],
  ['no transcript', ['-'], '{}'],
  ['no file', ['/nowhere/call.json'], ''],
  ['no such engine', ['--engine', 'guess', '-'], ''],
  ['no such day', ['--day', '2026-02-31', '-'], ''],
  ['nothing', [], ''],
  ['a question', ['--help'], ''],
])('%s: npm run analyze says what earshot analyze says', async (_, args, input) => {
  const [bundled, whole] = await Promise.all([run(NPM, args, input), run(EARSHOT, args, input)]);
  expect(bundled).toEqual(whole);
  expect(whole.out + whole.err).not.toBe('');
});

test.each(['2026', '2026-01', '2026-02-31', 'monday'])('the day %s is none', async (day) => {
  const { err, code } = await run(NPM, ['--day', day, '-'], JSON.stringify(said));
  expect(code).not.toBe(0);
  expect(err).toContain('Give a day, like 2026-01-31.');
});

test('a date in it is as far off as it was on the day of the call', async () => {
  const items = readItems(
    '[{ "role": "agent", "text": "When do you want it?" }, { "role": "user", "text": "by march" }]',
    'x',
  );
  const timelineOn = async (day: string) =>
    form.parse(await analyzeByHand(items, {}, { day })).signals['decision_timeline']?.value;
  expect(await timelineOn('2026-02-25')).toBe('this_week');
  expect(await timelineOn('2026-04-25')).toBe('evaluating');
});

const AWAY = {
  ANALYSIS_LLM_BASE_URL: 'http://127.0.0.1:9/v1',
  ANALYSIS_LLM_MODEL: 'away',
  ANALYSIS_LLM_TIMEOUT_MS: '300',
};

test('a model that does not answer is replaced by the rules, and the document says so', async () => {
  const document = form.parse(await analyzeByHand(readItems(JSON.stringify(said), 'x'), AWAY));
  expect(document).toMatchObject({ engine: 'rules', asked: { why: { reason: expect.any(String) } } });
  expect(document.signals['team_size']?.value).toBe(12);
});

test('the bundle asks a model too', async () => {
  const { out } = await run(NPM, ['-'], JSON.stringify(said), AWAY);
  expect(form.parse(JSON.parse(out))).toMatchObject({ asked: { why: { reason: 'unreachable' } } });
});
