import { expect } from 'vitest';
import type { WebCall } from '../../api/types.ts';
import type { TestApi } from '../harness/api.ts';

/** Posts JSON. */
export async function send(
  url: string,
  body: unknown,
  bearer?: string,
  more: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const authorization = bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` };
  const headers = { 'Content-Type': 'application/json', ...authorization, ...more };
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
}

/** A web call of `acme`. */
export async function startWebCall(api: TestApi, asked: object = {}): Promise<WebCall> {
  const key = await api.key({ tenant: 'acme', role: 'analyst' });
  const { status, body } = await send(`${api.url}/v1/web-calls`, asked, key);
  expect(status, JSON.stringify(body)).toBe(201);
  return body as WebCall;
}

export const errorOf = (code: string, field?: string) => ({
  error: { code, ...(field === undefined ? {} : { field }) },
});
