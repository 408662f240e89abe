/** A part of a score, 0-10 with one decimal; null where the input cannot tell it. */
export type Component = { name: string; weight: number; score: number | null; how: string };

/** What a formula gives before it is rounded, and the sum in words: `3 of 8 → 7.5`. */
export type Measured = { score: number | null; how: string };

export type WeighedScore = {
  version: number;
  /** 0-10 with one decimal; null when no component can be known. */
  score: number | null;
  /** `counted` is the weight after rescaling: those of the known components sum to 1, unknown ones have 0. */
  components: (Component & { counted: number })[];
  /** Components that the input cannot tell; the others' weights were rescaled. */
  leftOut: string[];
};

export function component(name: string, weight: number, { score, how }: Measured): Component {
  return { name, weight, score: score === null ? null : tenth(Math.min(10, Math.max(0, score))), how };
}

/**
 * The weighted mean of the components that are known (docs/analysis-scores.md).
 *
 * @param whyNot why none of them can be known, where that is so.
 */
export function weigh(version: number, given: readonly Component[], whyNot?: string): WeighedScore {
  const components = whyNot === undefined ? given : given.map((one) => ({ ...one, score: null, how: whyNot }));
  const known = components.flatMap(({ score, weight }) => (score === null ? [] : [{ score, weight }]));
  const whole = known.reduce((sum, { weight }) => sum + weight, 0);
  const points = known.reduce((sum, { score, weight }) => sum + score * weight, 0);
  return {
    version,
    score: whole === 0 ? null : tenth(points / whole),
    components: components.map((one) => ({ ...one, counted: one.score === null ? 0 : thousandth(one.weight / whole) })),
    leftOut: components.flatMap(({ name, score }) => (score === null ? [name] : [])),
  };
}

/** Lets a half round up although a double holds it as a little less. */
const SLACK = 1e-9;

export function tenth(value: number): number {
  return Math.round((value + SLACK) * 10) / 10;
}

function thousandth(value: number): number {
  return Math.round((value + SLACK) * 1_000) / 1_000;
}

export function percentOf(share: number): string {
  return `${Math.round(share * 1_000) / 10} %`;
}
