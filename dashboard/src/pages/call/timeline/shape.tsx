import type { Mark } from './geometry.ts';
import css from './timeline.module.css';

const PATHS: Record<Mark['kind'], string> = {
  tool: 'M0-5 5 0 0 5-5 0Z',
  error: 'M0-5.5 5.5 4.5H-5.5Z',
  fallback: 'M-4.5-4.5h9v9h-9Z',
  signal: 'M-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0',
  alert: 'M-4-5.5H5L2.5-2.5 5 .5H-2.5V5.5H-4Z',
  room: 'M-3.5-5.5h7v11h-7Z',
};

/** A sign for each kind of mark, told apart by its form before its colour. Drawn around 0, 0. */
export function Shape({ kind }: { kind: Mark['kind'] }) {
  return <path d={PATHS[kind]} className={`${css.shape} ${css[kind]}`} />;
}
