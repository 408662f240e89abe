import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/**
 * Where values stand in a plot: across in percent of its width, so that it fits any box without being measured, down in px
 * from its top.
 */
export type Scales = {
  x: (value: number) => number;
  y: (value: number) => number;
  /** px */
  height: number;
  /** Round values from 0 to above the largest one. */
  yTicks: number[];
};

type Extent = {
  from: number;
  to: number;
  /** The largest value that must fit, above 0. */
  most: number;
  /** px */
  height: number;
  /** About so many steps between the lines of the grid. */
  steps: number;
};

export function scalesOf({ from, to, most, height, steps }: Extent): Scales {
  const y = scaleLinear([0, most], [height, 0]).nice(steps);
  return { x: scaleLinear([from, to], [0, 100]), y, height, yTicks: y.ticks(steps) };
}

export const percent = (share: number) => `${Number(share.toFixed(3))}%`;

/** SVG path through values at their places; unknown ones break it. */
export function pathOf({ x, y }: Scales, at: readonly number[], values: readonly (number | null)[]): string {
  const draw = line<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(at[index] ?? 0))
    .y((value) => y(value ?? 0));
  return draw(values) ?? '';
}

/** Index of the place that lies nearest; the first of two that are as near. */
export function nearest(places: readonly number[], place: number): number {
  const distance = (index: number) => Math.abs((places[index] ?? Infinity) - place);
  return places.reduce((best, _, index) => (distance(index) < distance(best) ? index : best), 0);
}
