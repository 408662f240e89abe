/** How our command is typed: through npm in a clone, where nothing of it is on PATH; by its name once it is built. */
export const EARSHOT = import.meta.url.endsWith('.ts') ? 'npm run earshot --' : 'earshot';
