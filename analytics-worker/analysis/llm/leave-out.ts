/** Parts of a request that some endpoints refuse and none needs. */
export const extras = ['temperature', 'maxTokens', 'schema', 'json'] as const;
export type Extra = (typeof extras)[number];

const namedBy: Readonly<Record<Extra, RegExp>> = {
  temperature: /temperature/i,
  maxTokens: /max_(completion_)?tokens/i,
  schema: /response_format|json_schema|schema|structured|output_(config|format)|grammar|tool/i,
  json: /response_format|json_object|json/i,
};
const REFUSED = new Set([400, 422]);

/** Which part of the request, among those that were sent, the endpoint names as its reason to refuse; undefined: none. */
export function dislikedExtra(sent: readonly Extra[], status: number, body: string): Extra | undefined {
  return REFUSED.has(status) ? sent.find((extra) => namedBy[extra].test(body)) : undefined;
}
