import { z } from 'zod';
import type { Right } from '../../api/auth/principal.ts';
import type { TestApi } from '../harness/api.ts';

export type Route = {
  name: string;
  method: string;
  /** With values for its parameters. */
  path: string;
  /** With a value of one's own for each parameter of the path. */
  pathWith(value: string): string;
  hasParameter: boolean;
  /** Parameters of its query. */
  queryNames: string[];
  /** Undefined: any key. Null: the document states nothing. */
  right: Right | undefined | null;
  /** What stands in the place of a key: a signature of LiveKit, or the token of a caller. */
  signature: string | undefined;
};

const parameter = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().default(false),
  schema: z.object({ enum: z.array(z.string()).optional() }).optional(),
});
const operation = z.object({
  parameters: z.array(parameter).default([]),
  security: z.array(z.record(z.string(), z.array(z.string()))).optional(),
});
const document = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) });

/** Every route of the app, as the OpenAPI document lists it. @param values of the parameters of paths */
export async function readRoutes(api: Pick<TestApi, 'get'>, values: Record<string, string>): Promise<Route[]> {
  const { paths } = document.parse(await (await api.get('/openapi.json')).json());
  return Object.entries(paths).flatMap(([address, methods]) =>
    Object.entries(methods).map(([method, { parameters, security }]) => {
      const needed = parameters.filter((one) => one.in === 'query' && one.required);
      const query = needed.map(({ name, schema }) => `${name}=${schema?.enum?.[0] ?? 'x'}`).join('&');
      const fill = (valueOf: (name: string) => string) =>
        address.replaceAll(/\{(\w+)\}/g, (_, name: string) => valueOf(name)) + (query === '' ? '' : `?${query}`);
      const valueOf = (name: string) => {
        const value = values[name];
        if (value === undefined) throw new Error(`give the security tests a value for {${name}}`);
        return value;
      };
      return {
        name: `${method.toUpperCase()} ${address}`,
        method: method.toUpperCase(),
        path: fill(valueOf),
        pathWith: (value: string) => fill(() => value),
        hasParameter: address.includes('{'),
        queryNames: parameters.filter((one) => one.in === 'query').map(({ name: query }) => query),
        right: security === undefined ? null : (security[0]?.['key']?.[0] as Right | undefined),
        signature: Object.keys(security?.[0] ?? {}).find((scheme) => scheme !== 'key' && scheme !== 'session'),
      };
    }),
  );
}
