/** A passage that answers a query. */
export type KnowledgeHit = {
  /** Page and section: `Pricing › Discounts`. */
  title: string;
  text: string;
  /** Where it stands, as the conclusions name it: `pricing.md#discounts`. */
  source: string;
  category: string;
  score: number;
};

/** The port to what a team knows. An empty answer is an honest one: it is counted as a gap in the content. */
export type KnowledgeBase = {
  readonly categories: readonly string[];
  /** @param options.signal nobody waits for the answer any more */
  search(query: string, options?: SearchOptions): Promise<KnowledgeHit[]>;
};

type SearchOptions = { category?: string | undefined; limit?: number; signal?: AbortSignal };
