import { agentCurrent, agentKeys, agentVersion, sha256Of } from '../../events/agent-config.ts';
import { EarshotError } from '../../lib/errors.ts';
import type { KV } from 'nats';
import { readEntry } from './bucket.ts';
import type { AgentDocument } from './document.ts';
import { parseAgentDocument } from './read.ts';

/** What a call begins with and keeps to its end. */
export type PinnedConfig = {
  /** As it stands in the record of the call: `3`, or `file-1a2b3c4d` for a document that was never published. */
  label: string;
  /** Null for a document from a file. */
  version: number | null;
  document: AgentDocument;
};

export type Published = PinnedConfig & { version: number; text: string };

/** Of a document from a file. @throws EarshotError `bad_agent_document` */
export function pinFile(text: string): PinnedConfig {
  return { label: `file-${sha256Of(text).slice(0, 8)}`, version: null, document: parseAgentDocument(text) };
}

/** @throws EarshotError `bad_agent_document`, `config_broken` */
export function pinPublished(name: string, version: number, text: string): Published {
  const document = parseAgentDocument(text);
  if (document.name !== name) throw broken(name, version, `it is the document of ${document.name}`);
  return { label: String(version), version, text, document };
}

/** The broker's revision of what is current, and the version that it names; undefined before the first publishing. */
export async function readCurrent(
  kv: KV,
  name: string,
): Promise<{ revision: number; version: number | undefined } | undefined> {
  const entry = await readEntry(kv, agentKeys.current(name), agentCurrent);
  return entry && { revision: entry.revision, version: entry.value?.version };
}

/**
 * A version, checked: anybody may have written anything into the bucket.
 *
 * @throws EarshotError `config_missing`, `config_broken`, `bad_agent_document`
 */
export async function readPublished(kv: KV, name: string, version: number): Promise<Published> {
  const entry = await readEntry(kv, agentKeys.version(name, version), agentVersion);
  if (!entry) {
    const fix = `publish it, or roll back: earshot agent-config roll-back ${name} <version>`;
    const message = 'the broker has no such version';
    throw new EarshotError({ code: 'config_missing', field: `${name}@${version}`, message, fix });
  }
  if (!entry.value || sha256Of(entry.value.text) !== entry.value.sha256)
    throw broken(name, version, 'what the broker has is no version');
  return pinPublished(name, version, entry.value.text);
}

export function broken(name: string, version: number | undefined, message: string): EarshotError {
  const field = version === undefined ? `${name}.current` : `${name}@${version}`;
  const fix = `roll back: earshot agent-config roll-back ${name} <version>`;
  return new EarshotError({ code: 'config_broken', field, message, fix });
}
