const TURNS_A_CALL = 14.9;
/** Of a call of eight turns a collector publishes some 170. */
const EVENTS_A_TURN = 20;
const DAYS = 30;

/** SQL of a call's own numbers; `n` counts the calls, the newest is 0. */
const call = `
  SELECT
    number AS n,
    'AJ_' || lower(hex(sipHash64(n))) AS call_id,
    {now:Int64} - intDiv(n * ${DAYS * 86_400}, {calls:UInt64}) * 1000 - 600000 AS started,
    toUInt32(${TURNS_A_CALL} * 0.6 + (sipHash64(n, 1) % 1000) / 1000 * ${TURNS_A_CALL} * 0.8) AS turns_made,
    90000 + sipHash64(n, 2) % 300000 AS lasted,
    n < 3 AS is_open,
    if(sipHash64(n, 3) % 10 < 7, toUInt8(sipHash64(n, 4) % 101), NULL) AS points,
    'person-' || toString(sipHash64(n, 5) % intDiv({calls:UInt64} * 4, 5)) AS person
  FROM numbers({first:UInt64}, {count:UInt64})`;

/** A call's turns; every fifth has a tool. */
const turn = `
  SELECT
    *, arrayJoin(range(1, turns_made + 1)) AS turn_number,
    sipHash64(n, turn_number, 6) % 5 = 0 AS has_tool,
    (exp2((sipHash64(n, turn_number, 7) % 1000) / 1000 * 1.4) - 1) AS slow,
    arrayFilter(p -> p.3 > 0, [
      ('end_of_turn', '', 380. + slow * 90), ('model', 'gpt-4.1-mini', 180. + slow * 150),
      ('tool', 'search_knowledge', has_tool * (220. + slow * 600)),
      ('model', 'gpt-4.1-mini', has_tool * (160. + slow * 120)),
      ('sentence', '', 30. + slow * 20), ('synthesis', '', 110. + slow * 100), ('playout', '', 1.), ('unexplained', '', 2.)
    ]) AS parts,
    arraySum(p -> p.3, parts) AS heard
  FROM (${call})`;

const at = (ms: string) => `fromUnixTimestamp64Milli(toInt64(${ms}), 'UTC')`;
const pick = (words: string[], by: number | string) =>
  `arrayElement([${words.map((word) => `'${word}'`).join(', ')}], sipHash64(n, ${by}) % ${words.length} + 1)`;

/** What a collector published of a call, a fact after the other; every 50th is a sign of life. */
const event = `
  SELECT *, arrayJoin(range(1, turns_made * ${EVENTS_A_TURN} + 1)) AS seq, started + seq * 400 AS happened
  FROM (${call})`;
const EVENT_TYPES = [
  'agent.state',
  'caller.state',
  'caller.transcribed',
  'item.committed',
  'metrics.llm',
  'metrics.tts',
];

/** Table → its columns and their SQL. `reading` is 1 for what a later reading replaced and 2 for that one. */
export const rowsOf: Record<string, { from: string; columns: Record<string, string> }> = {
  sessions_v1: {
    from: call,
    columns: {
      tenant: `'bench'`,
      call_id: 'call_id',
      version: '100 + {reading:UInt8}',
      person_key: 'person',
      agent_name: pick(['ava', 'ben', 'cleo'], 11),
      agent_version: `if(n < 9000, '1.2.0', '1.1.0')`,
      channel: pick(['web', 'web', 'phone_inbound'], 12),
      llm_model: `if(n < 4000, 'gpt-5-mini', 'gpt-4.1-mini')`,
      region: pick(['eu', 'us', 'ap'], 13),
      status: `if(is_open, 'active', 'ended')`,
      started_at: at('started'),
      ended_at: `if(is_open, NULL, ${at('started + lasted')})`,
      duration_ms: 'if(is_open, NULL, lasted)',
      end_reason: `if(is_open, '', 'caller_hung_up')`,
      turns: 'turns_made',
      lead_score: 'points',
      tier: `multiIf(points IS NULL, 'none', points > 50, 'tier_1', 'tier_2')`,
      hot: 'ifNull(points, 0) > 80',
      complete: 'true',
      last_event_at: at('if(is_open, {now:Int64}, started + lasted)'),
      inserted_at: at('if(is_open, {now:Int64}, started + lasted)'),
    },
  },
  leads_v1: {
    from: call,
    columns: {
      tenant: `'bench'`,
      person_key: 'person',
      version: 'toUInt64(started) * 1000000',
      name: `'Caller ' || toString(n)`,
      email: `'caller' || toString(n) || '@example.com'`,
      last_call_id: 'call_id',
      last_call_at: at('started'),
      tier: `'none'`,
    },
  },
  analysis_results_v1: {
    from: `SELECT * FROM (${call}) WHERE points IS NOT NULL`,
    columns: {
      tenant: `'bench'`,
      call_id: 'call_id',
      analyser: `'lead_score'`,
      analyser_version: '1',
      engine: `'rules'`,
      version: '100 + {reading:UInt8}',
      confidence: `'high'`,
      result: '{result:String}',
    },
  },
  transcripts_v1: {
    from: `SELECT *, arrayJoin(['user', 'assistant']) AS role FROM (${turn})`,
    columns: {
      tenant: `'bench'`,
      call_id: 'call_id',
      event_id: `'bench.' || call_id || '.collector.a.' || toString(turn_number) || role`,
      item_id: `role || toString(turn_number)`,
      role: 'role',
      text: `'We are ' || toString(sipHash64(n, turn_number, role) % 900) || ' people and sign contracts with Salesforce every month.'`,
      at: at('started + turn_number * 8000'),
      cut_off: `''`,
      broker_at: at('started + turn_number * 8000'),
    },
  },
  turns_v1: {
    from: turn,
    columns: {
      tenant: `'bench'`,
      call_id: 'call_id',
      version: '100 + {reading:UInt8}',
      turn: 'turn_number',
      started_at: at('started + turn_number * 8000'),
      anchor_at: at('started + turn_number * 8000 + 3000'),
      heard_at: at('started + turn_number * 8000 + 3000 + heard'),
      heard_ms: 'heard',
      heard_basis: `'agent_playout'`,
      eou_delay_ms: '380 + slow * 90',
      transcription_delay_ms: '200',
      llm_ttft_ms: '180 + slow * 150',
      tts_ttfb_ms: '110 + slow * 100',
      total_latency_ms: '670 + slow * 340',
      unexplained_ms: '2',
      tool_calls: 'has_tool',
      model_calls: '1 + has_tool',
      inserted_at: at('started + turn_number * 8000 + 3000 + heard'),
    },
  },
  turn_parts_v1: {
    from: `SELECT *, arrayJoin(arrayEnumerate(parts)) AS place FROM (${turn})`,
    columns: {
      tenant: `'bench'`,
      call_id: 'call_id',
      version: '100 + {reading:UInt8}',
      turn: 'turn_number',
      position: 'place - 1',
      part: 'parts[place].1',
      name: 'parts[place].2',
      from_ms: 'arraySum(p -> p.3, arraySlice(parts, 1, place - 1))',
      to_ms: 'arraySum(p -> p.3, arraySlice(parts, 1, place))',
      duration_ms: 'parts[place].3',
    },
  },
  books_v1: {
    from: call,
    columns: {
      tenant: `'bench'`,
      call_id: 'call_id',
      producer_kind: `'collector'`,
      producer_instance: `'a'`,
      version: '100 + {reading:UInt8}',
      published: `if(is_open, NULL, turns_made * ${EVENTS_A_TURN})`,
      stored: `turns_made * ${EVENTS_A_TURN}`,
      state: `if(is_open, 'open', 'balanced')`,
      closed_by: `if(is_open, '', 'self')`,
    },
  },
  events_v1: {
    from: event,
    columns: {
      tenant: `'bench'`,
      call_id: 'call_id',
      event_id: `'bench.' || call_id || '.collector.a.' || toString(seq)`,
      type: `if(seq % 50 = 0, 'producer.beat', ${pick(EVENT_TYPES, 'seq')})`,
      producer_kind: `'collector'`,
      producer_instance: `'a'`,
      seq: 'seq',
      at: at('happened'),
      broker_at: at('happened + 20'),
      inserted_at: at('happened + 150'),
      final: 'true',
      known: 'true',
      payload: `{payload:String} || hex(sipHash128(n, seq)) || hex(sipHash128(seq, n)) || '"}}'`,
    },
  },
};
