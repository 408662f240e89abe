// `npm run analyze`: sets up what is not yet, then analyses. In one process, since a second one would take longer than either.
import './setup.mjs';

await import(new URL('../dist/analyze/main.js', import.meta.url));
