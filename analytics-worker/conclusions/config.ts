import { EarshotError, messageOf } from '../../lib/errors.ts';
import { defaultScoring, parseScoring, type ScoringConfig } from './scoringConfig.ts';
import type { ConclusionConfig } from './types.ts';

/**
 * Reads what conclusions depend on. `scoring` is JSON; a part that it leaves out (`weights`, `tier1`, …) keeps its
 * default, a part that it gives replaces the default whole.
 *
 * @throws EarshotError `bad_scoring`, naming the field, when the configuration does not fit.
 */
export function readConclusionConfig(settings: {
  scoring?: string | undefined;
  personKeySecret: string;
}): ConclusionConfig {
  return { scoring: readScoring(settings.scoring), personSecret: settings.personKeySecret };
}

/** The weights alone, of the same JSON. */
export function readScoring(json: string | undefined): ScoringConfig {
  return parseScoring({ ...defaultScoring, ...(json === undefined ? {} : parseJson(json)) });
}

function parseJson(text: string): object {
  const parsed = attempt(text);
  if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed;
  throw notJson('is not a JSON object');
}

function attempt(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(messageOf(error));
  }
}

function notJson(message: string): EarshotError {
  return new EarshotError({
    code: 'bad_scoring',
    field: 'SCORING_CONFIG',
    message,
    fix: 'give one JSON object, see docs/scoring.md',
  });
}
