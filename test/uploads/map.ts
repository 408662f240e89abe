import type { Fact } from '../../events/catalogue.ts';
import type { Upload } from './decode.ts';
import { Out } from './out.ts';
import { mapLogs, mapRecording } from './report.ts';
import { mapSpan } from './spans.ts';

export type Mapped = { facts: Fact[]; left: string[] };

/** One upload of a call → facts, and the fields that became none. Pure per upload: their order does not matter. */
export function mapUpload(tenant: string, call: string, upload: Upload): Mapped {
  const source = upload.kind === 'traces' ? 'spans' : upload.kind === 'logs' ? 'logs' : 'history';
  const out = new Out(tenant, call, source);
  if (upload.kind === 'traces') for (const span of upload.spans) mapSpan(out, span);
  if (upload.kind === 'logs') mapLogs(out, upload.records);
  if (upload.kind === 'recording') mapRecording(out, upload);
  return { facts: out.facts, left: out.left() };
}
