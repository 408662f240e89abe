import type { Command } from 'commander';

/** After a mistake on the command line a command shows how it is used; one with commands of its own, how to list them. */
export function explainMistakes(command: Command, parents = ''): void {
  const words = `${parents}${command.name()}`;
  const isGroup = command.commands.length > 0;
  const usage = `usage: ${command.createHelp().commandUsage(command)}`;
  command.showHelpAfterError(
    isGroup ? `(${words} --help lists the commands)` : `${usage}\n(${words} --help explains it)`,
  );
  for (const child of command.commands) explainMistakes(child, `${words} `);
}
