import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { EarshotError } from '../../lib/errors.ts';
import { scenario, type Scenario } from './schema.ts';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Names of the scenarios that come with the project. */
export async function listScenarios(folder = FOLDER): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => path.basename(file, '.yaml'))
    .toSorted();
}

/**
 * Reads a scenario by its name or by the path of a YAML file.
 *
 * @throws EarshotError `bad_scenario`, naming file, line, field and what to write there
 */
export async function loadScenario(nameOrPath: string): Promise<Scenario> {
  const file = nameOrPath.endsWith('.yaml') ? nameOrPath : path.join(FOLDER, `${nameOrPath}.yaml`);
  return parseScenario(await read(file), file);
}

export function parseScenario(text: string, file: string): Scenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [mistake] = document.errors;
  if (mistake) throw bad(file, 'YAML', mistake.message.split('\n')[0] ?? 'cannot be read', 'correct the YAML');

  const parsed = scenario.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const at = issue?.path.map(String) ?? [];
    const node = document.getIn(issue?.path ?? [], true) as { range?: [number, number, number] } | undefined;
    const line = node?.range ? ` (line ${lines.linePos(node.range[0]).line})` : '';
    throw bad(
      file,
      at.join('.') || 'file',
      `${issue?.message ?? 'does not fit'}${line}`,
      'write it as test/scenarios/README.md gives it',
    );
  }
  const expectedName = path.basename(file, '.yaml');
  if (parsed.data.name !== expectedName)
    throw bad(file, 'name', `is ${parsed.data.name}`, `write ${expectedName}, as the file is called`);
  return parsed.data;
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const known = await listScenarios();
    throw new EarshotError(
      {
        code: 'bad_scenario',
        field: file,
        message: 'there is no such file',
        fix: `take one of ${known.join(', ')}, or the path of a .yaml file`,
      },
      { cause: error },
    );
  }
}

function bad(file: string, field: string, message: string, fix: string): EarshotError {
  return new EarshotError({ code: 'bad_scenario', field: `${path.basename(file)}: ${field}`, message, fix });
}
