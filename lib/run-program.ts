import type { Command } from 'commander';
import { EarshotError } from './errors.ts';

/**
 * Reads the command line and does what it asks for. A problem is shown with its field and its fix, and the process ends with 1.
 *
 * @param before done first, since options take their defaults from the environment while the command line is read.
 */
export async function runProgram(program: Command, before?: () => Promise<void>): Promise<void> {
  explainMistakes(program);
  try {
    await before?.();
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof EarshotError)) throw error;
    const { code, field, message, fix } = error.problem;
    console.error(`error: ${field === undefined ? message : `${field}: ${message}`} [${code}]`);
    if (fix !== undefined) console.error(`fix:   ${fix}`);
    process.exitCode = 1;
  }
}

/** After a mistake on the command line a command shows how it is used; one with commands of its own, how to list them. */
function explainMistakes(command: Command, parents = ''): void {
  const words = `${parents}${command.name()}`;
  const isGroup = command.commands.length > 0;
  const usage = `usage: ${command.createHelp().commandUsage(command)}`;
  command.showHelpAfterError(
    isGroup ? `(${words} --help lists the commands)` : `${usage}\n(${words} --help explains it)`,
  );
  for (const child of command.commands) explainMistakes(child, `${words} `);
}
