/** Value of a function at a point; writes its gradient there. */
type Slope = (at: Float64Array, gradient: Float64Array) => number;
type Change = { s: Float64Array; y: Float64Array; rho: number };

const MEMORY = 5;
const SHRINK = 0.5;
const TRIES = 25;
const ENOUGH = 1e-4;
const STEPS = 100;
/** A step that gains less than this share of the value is the last. */
const LEAST_GAIN = 1e-4;

/** The lowest point of a smooth convex function, from zero on: limited-memory BFGS with backtracking. The same for the same function, always. */
export function minimise(size: number, slope: Slope): Float64Array {
  let at = new Float64Array(size);
  let gradient = new Float64Array(size);
  let value = slope(at, gradient);
  const past: Change[] = [];
  for (let step = 0; step < STEPS; step++) {
    const direction = directionOf(gradient, past);
    const descent = dot(gradient, direction);
    let rate = past.length === 0 ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
    const next = new Float64Array(size);
    const nextGradient = new Float64Array(size);
    let nextValue = value;
    for (let tries = 0; tries < TRIES; tries++) {
      next.set(at);
      addTo(next, direction, rate);
      nextValue = slope(next, nextGradient);
      if (nextValue <= value + ENOUGH * rate * descent) break;
      rate *= SHRINK;
    }
    const s = next.slice();
    addTo(s, at, -1);
    const y = nextGradient.slice();
    addTo(y, gradient, -1);
    const curved = dot(s, y);
    if (curved > 0) past.push({ s, y, rho: 1 / curved });
    if (past.length > MEMORY) past.shift();
    const gained = value - nextValue;
    [at, gradient, value] = [next, nextGradient, nextValue];
    if (gained <= LEAST_GAIN * Math.abs(value)) break;
  }
  return at;
}

function directionOf(gradient: Float64Array, past: readonly Change[]): Float64Array {
  const direction = gradient.slice();
  const alphas: number[] = [];
  for (const { s, y, rho } of past.toReversed()) {
    const alpha = rho * dot(s, direction);
    alphas.push(alpha);
    addTo(direction, y, -alpha);
  }
  const last = past.at(-1);
  const scale = last ? 1 / (last.rho * dot(last.y, last.y)) : 1;
  for (let index = 0; index < direction.length; index++) direction[index] = -scale * (direction[index] ?? 0);
  for (const { s, y, rho } of past) addTo(direction, s, -(alphas.pop() ?? 0) - rho * dot(y, direction));
  return direction;
}

function addTo(a: Float64Array, b: Float64Array, by: number): void {
  for (let index = 0; index < a.length; index++) a[index] = (a[index] ?? 0) + by * (b[index] ?? 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
